"""How wide texts are reckoned to be, without a browser."""

from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from jmsite.render.draw.letters import text_width, widest, wrapped

FONT = Path(__file__).parents[2] / "themes" / "default" / "assets" / "fonts" / "inter.woff2"


@cache
def _widths(weight: int) -> dict[str, float]:
    """Return the width of each letter of the font in hundredths of its size."""
    font = TTFont(FONT)
    glyphs = font.getGlyphSet(location={"opsz": 14, "wght": weight})
    units = font["head"].unitsPerEm
    return {
        chr(code): glyphs[glyph].width * 100 / units for code, glyph in font.getBestCmap().items()
    }


@pytest.mark.parametrize("weight", [400, 600])
def test_no_letter_is_wider_than_reckoned(weight: int) -> None:
    """The table holds for each letter of the font that the theme brings, of both weights."""
    wider = {
        letter: (width, text_width(letter, 100))
        for letter, width in _widths(weight).items()
        if width > text_width(letter, 100) + 1
    }
    assert wider == {}


def test_a_text_is_not_taken_for_much_wider_than_it_is() -> None:
    """Else there would be room where none is seen."""
    text = "Sur un téléphone, avec mes doigts, non merci."
    real = sum(_widths(400)[letter] for letter in text)
    assert text_width(text, 100) < 1.1 * real


def test_scripts_that_the_font_lacks_have_room() -> None:
    """Signs as wide as they are high take more of it, marks upon letters take none."""
    assert text_width("漢", 100) > text_width("أ", 100) > 0
    assert text_width("مُحَمَّد", 100) == text_width("محمد", 100)


def test_lines_are_even() -> None:
    """A text is parted at the space that leaves lines of about the same width."""
    assert wrapped("Where is my parcel now?", 12, 2) == ("Where is my", "parcel now?")
    assert wrapped("Unbelievable", 12, 2) == ("Unbelievable",)


@given(st.lists(st.text("abcilmW", min_size=1, max_size=9), min_size=1), st.integers(1, 3))
def test_no_word_is_lost(words: list[str], lines: int) -> None:
    """Lines hold all words in order, there are no more than asked for, none wider than the text."""
    text = " ".join(words)
    parts = wrapped(text, 12, lines)
    assert " ".join(parts) == text
    assert len(parts) <= lines
    assert widest(parts, 12) <= text_width(text, 12)
