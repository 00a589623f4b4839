"""The catalogues of words: the same keys in every language, all of them used."""

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.core import Locale

from jmsite.model.fields import REFERENCE
from jmsite.model.kinds import KINDS
from jmsite.model.shape import fields_of
from jmsite.words import LANGUAGES
from jmsite.words.catalogue import Catalogue, Text, read_catalogue, with_fallback

ROOT = Path(__file__).resolve().parents[2]
CALL = re.compile(r"""(?:words(?:\.knows)?|self)\(f?(["'][^)]*)""")

# Numbers that a text may hold, and what follows one up to the end without another.
COUNTED = re.compile(r"\{(?:count|all|shown|ways|number)\}[^{}]*\s\w[^{}]*$")
# Texts in which no noun follows the number, or in which it is never one, nor a few.
WITHOUT_PLURAL = {"compare.personas.apart", "search.more", "scenario.more"}

# The quotation marks and apostrophes of each language.
QUOTES = {
    "en": set("“”’"),
    "fr": set("«»’"),
    "de": set("„“’"),
    "es": set("«»"),
    "nl": set("“”’"),
    "ar": set("«»"),
}


def _forms(text: Text) -> list[str]:
    return [text] if isinstance(text, str) else list(text.values())


def _placeholders(text: Text) -> set[str]:
    return {
        name for form in _forms(text) for _, name, _, _ in string.Formatter().parse(form) if name
    }


def _calls() -> Iterator[str]:
    """Yield what stands in the brackets of each call for words, in templates and in pages."""
    names = ("render", "preview", "cli", "words", "change", "report")
    rooms = (ROOT / "src" / "jmsite" / room for room in names)
    folders = (ROOT / "themes", *rooms)
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    for path in files:
        if path.suffix in (".html", ".py"):
            text = path.read_text(encoding="utf-8")
            yield from (call[1] for call in CALL.finditer(text))


def _used() -> tuple[set[str], set[str]]:
    """Return the keys that are asked for, and the beginnings of those that are put together."""
    keys: set[str] = set()
    prefixes: set[str] = set()
    for call in _calls():
        for literal in re.findall(r'"([a-z][\w.-]*)', call):
            (prefixes if literal.endswith(".") else keys).add(literal)
    return keys, prefixes


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_have_the_same_keys(language: str) -> None:
    """A text that one language has, every language has."""
    assert read_catalogue(language).texts.keys() == read_catalogue("en").texts.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_have_the_same_placeholders(language: str) -> None:
    """A value that is put into a text in English has its place in every language."""
    english = read_catalogue("en").texts
    for key, text in read_catalogue(language).texts.items():
        assert _placeholders(text) == _placeholders(english[key]), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_are_whole(language: str) -> None:
    """A text with plural forms has all that its language knows, and no other."""
    forms = {*Locale.parse(language).plural_form.tags, "other"}
    for key, text in read_catalogue(language).texts.items():
        if not isinstance(text, str):
            assert text.keys() == forms, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_has_plurals(language: str) -> None:
    """A text without plural forms, as scripts need, names what it counts before the number."""
    texts = read_catalogue(language).texts
    counting = {
        key for key, text in texts.items() if isinstance(text, str) and COUNTED.search(text)
    }

    assert counting <= WITHOUT_PLURAL


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotation_marks_are_those_of_the_language(language: str) -> None:
    """What stands in quotation marks stands in those that readers of the language know."""
    foreign = set("\"'“”„‘‚’«»") - QUOTES[language]
    for key, text in read_catalogue(language).texts.items():
        assert foreign.isdisjoint("".join(_forms(text))), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_state_of_a_journey_is_no_day(language: str) -> None:
    """A page of a past version, which says that it is not of today, shows it as it was then."""
    texts = read_catalogue(language).texts

    assert str(texts["state.current"]) not in str(texts["versions.to_newest"])


def test_a_text_that_a_language_lacks_is_said_in_english() -> None:
    """A catalogue that is behind makes a page in two languages, not a page that fails."""
    english = read_catalogue("en")
    german = Catalogue("de", {"draft": "Entwurf", "gaps.count": "Lücken"})

    assert with_fallback(german, english) == {**english.texts, "draft": "Entwurf"}


def test_no_key_is_unused() -> None:
    """Each key is asked for by a template or a page, as it is or put together."""
    keys, prefixes = _used()
    unused = {
        key
        for key in read_catalogue("en").texts
        if key not in keys and not any(key.startswith(prefix) for prefix in prefixes)
    }
    assert unused == set()


def test_no_key_is_missing() -> None:
    """What a template or a page asks for is in the catalogue."""
    keys, prefixes = _used()
    known = set(read_catalogue("en").texts)
    assert {key for key in keys if "." in key} - known == set()
    assert {p for p in prefixes if not any(key.startswith(p) for key in known)} == set()


def test_relations_are_of_fields_that_refer() -> None:
    """How things relate is named after fields of the format that mention others."""
    referring = {
        field.name
        for kind in KINDS
        for field in fields_of(kind.type).values()
        if field.role.startswith(REFERENCE) or field.shape.what == "emotions"
    }
    relations = {key for key in read_catalogue("en").texts if key.startswith("relation.")}
    assert {key.removeprefix("relation.") for key in relations} <= referring


def test_french_has_its_spaces() -> None:
    """In French no ordinary space stands before : ; ! ? or inside guillemets."""
    for key, text in read_catalogue("fr").texts.items():
        for form in _forms(text):
            assert not re.search(r" [:;!?»]|« ", form), key
            assert "'" not in form, key
