"""The fonts that come along have every character that the words of the site are written in."""

import re
import string
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from jmsite.words import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
WORDS = ROOT / "src" / "jmsite" / "words"
ASSETS = ROOT / "themes" / "default" / "assets"
# Marks that steer the text and are never drawn.
UNSEEN = set("\n\u200e\u200f\u2066\u2067\u2068\u2069")
# What names and quotes of authors are written in, beside the words of the site.
LETTERS = {
    "de": "ÄÖÜäöüßẞ„“‚‘»«›‹",
    "es": "ÁÉÍÓÚÜÑáéíóúüñ¿¡«»ºª",
    "nl": "ËÏÉÈÖÜëïéèöüĲĳ“”‘’",
    "fr": "ÀÂÇÉÈÊËÎÏÔÙÛŒÆàâçéèêëîïôùûœæ«»’\u202f\u00a0",
    "pl": "ĄĆĘŁŃÓŚŹŻąćęłńóśźż",
    "cs": "ČĎĚŇŘŠŤŮŽčďěňřšťůž",
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويىًٌٍَُِّْ٠١٢٣٤٥٦٧٨٩٪٫٬،؛؟",
    "fa": "پچژگکی۰۱۲۳۴۵۶۷۸۹",
    "any": string.printable.strip() + "…–—·×−→←↑↓€%°",
}


def _drawn(name: str) -> set[str]:
    return {chr(code) for code in TTFont(ASSETS / "fonts" / name).getBestCmap()}


@pytest.fixture(scope="module")
def fonts() -> set[str]:
    """The characters that the two fonts draw together."""
    return _drawn("inter.woff2") | _drawn("vazirmatn.woff2")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_language_can_be_drawn(fonts: set[str], language: str) -> None:
    """No word of a catalogue falls back to a font of the reader's machine."""
    files = list(WORDS.glob(f"*/{language}.yml"))
    used = set("".join(path.read_text(encoding="utf-8") for path in files))

    assert files
    assert used - UNSEEN - fonts == set()


@pytest.mark.parametrize("language", LETTERS)
def test_texts_of_authors_can_be_drawn(fonts: set[str], language: str) -> None:
    """Letters, digits and marks of these languages are there, whether a site speaks them or not."""
    assert set(LETTERS[language]) - fonts == set()


def test_arabic_is_loaded_for_arabic_alone() -> None:
    """The stylesheet asks the second font for its own script and for nothing that Inter draws."""
    style = (ASSETS / "css" / "base.css").read_text(encoding="utf-8")
    said = re.search(r"vazirmatn\.woff2[^}]*unicode-range: ([^;]+);", style)
    assert said
    ends = [part.strip().removeprefix("U+").split("-") for part in said[1].split(",")]
    ranges = [range(int(first, 16), int(last, 16) + 1) for first, last in ends]

    def asked(character: str) -> bool:
        return any(ord(character) in one for one in ranges)

    assert [one for one in LETTERS["ar"] + LETTERS["fa"] if not asked(one)] == []
    assert [one for one in _drawn("inter.woff2") if asked(one)] == []
