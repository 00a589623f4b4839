"""A new file shows what to fill in, in every language, in the order of the types."""

import re

import pytest

from jmsite.content.construct import Construction
from jmsite.content.front_matter import split
from jmsite.content.nodes import Mapping
from jmsite.content.text import SourceText
from jmsite.edit.fmt import plan_fmt
from jmsite.edit.prompts import prompts
from jmsite.edit.scaffold import scaffold
from jmsite.files.tree import DictTree
from jmsite.model.convert import convert
from jmsite.model.kinds import BY_NAME, KINDS, Kind
from jmsite.model.shape import fields_of
from jmsite.words import LANGUAGES

GIVEN = {"title": "Brand new"}
# A screen of an editor, and a line that needs no scrolling.
SCREEN = (40, 100)
PATHS = {
    "journey": "content/journeys/x/index.md",
    "phase": "content/journeys/x/y/index.md",
    "touchpoint": "content/journeys/x/y/z.md",
}
KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def text_of(kind: Kind, language: str = "en") -> str:
    """Return a new file."""
    return scaffold(kind, GIVEN, prompts(language), {"persona": [f"p{n}" for n in range(99)]})


@KIND
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_file_is_right_and_fits_a_screen(kind: Kind, language: str) -> None:
    """Its empty fields count as absent, and each line can be read without scrolling."""
    source = SourceText("x.md", text_of(kind, language))
    root = split(source).root
    assert isinstance(root, Mapping)
    making = Construction(source)
    data = making.object(root, kind.type)

    assert making.findings == []
    assert convert(data | {"id": "brand-new", "body": ""}, kind.type) is not None
    lines = source.text.splitlines()
    assert len(lines) <= SCREEN[0]
    assert max(map(len, lines)) <= SCREEN[1]


@KIND
def test_fields_stand_in_the_order_of_the_types(kind: Kind) -> None:
    """Those that are common come first, as the types declare them."""
    shown = re.findall(r"^([\w-]+):", text_of(kind), re.MULTILINE)

    assert shown == [key for key in fields_of(kind.type) if key in shown]


@KIND
def test_every_field_is_shown_or_named(kind: Kind) -> None:
    """What gets no line of its own is named at the top, so that nobody has to know it."""
    text = text_of(kind)
    # What stands in a file's name, below its front matter, or in files of its own.
    elsewhere = {
        "id",
        "body",
        *{"journey": ["phases"], "phase": ["touchpoints"]}.get(kind.name, ()),
    }
    more = re.search(r"^# Also possible: ((?:.*\n)*?)# Below", text, re.MULTILINE)
    named = re.findall(r"\w+", more[1].replace("#", "")) if more else []

    shown = re.findall(r"^([\w-]+):", text, re.MULTILINE)
    assert {*shown, *named} == set(fields_of(kind.type)) - elsewhere


@KIND
def test_notes_about_the_file_stay_where_they_are(kind: Kind) -> None:
    """What is added at the end of the fields goes to its place without them."""
    text = text_of(kind)
    notes = text[: text.index("\n\n")]
    more = re.search(r"^# Also possible: (\w+)", notes, re.MULTILINE)
    assert more
    longer = text.removesuffix("---\n") + f"{more[1]}: x\n---\n"
    path = PATHS.get(kind.name, f"content/{kind.plural}/x.md")

    plan = plan_fmt(DictTree({"jmsite.yml": "title: T\n", path: longer}), "jmsite.yml").plan

    assert plan.after()[path].decode().startswith(f"{notes}\n\ntitle: ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_the_same_fields(language: str) -> None:
    """And each is a field of its kind."""
    said, english = prompts(language), prompts("en")

    assert said.texts.keys() == english.texts.keys()
    assert {kind: list(fields) for kind, fields in said.fields.items()} == {
        kind: list(fields) for kind, fields in english.fields.items()
    }
    for kind, fields in said.fields.items():
        assert fields.keys() <= fields_of(BY_NAME[kind].type).keys()


def test_long_lists_of_ids_are_cut() -> None:
    """A comment takes one line, and says that there are more."""
    assert re.search(
        r"^# Who takes it \(p0, p1, .*, …\)$", text_of(BY_NAME["journey"]), re.MULTILINE
    )
