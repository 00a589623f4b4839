"""No field of the format is forgotten: each is told when it goes, and each has words."""

import json
import re
from typing import Any

import pytest

from jmsite.change.fields import APART
from jmsite.model.fields import Fields
from jmsite.model.journey import Scenario
from jmsite.model.kinds import BY_NAME, KINDS
from jmsite.model.pain_point import PainPoint
from jmsite.model.phase import Phase, Step
from jmsite.model.shape import all_types, fields_of
from jmsite.model.touchpoint import Touchpoint
from jmsite.words.catalogue import read_catalogue
from tests.change.cases import compared
from tests.support.every_field import every_field

FILES = {
    path: text.replace('"confidential": false', '"confidential": true')
    for path, text in every_field()[0].items()
}
# Where a thing of a kind stands in the journey.
INSIDE: dict[type[Fields], tuple[str | int, ...]] = {
    Phase: ("phases", 0),
    Step: ("phases", 0, "steps", 0),
    Touchpoint: ("phases", 0, "touchpoints", 0),
    PainPoint: ("phases", 0, "touchpoints", 0, "pain_points", 0),
    Scenario: ("scenarios", 0),
}
FRONT = re.compile(r"---\n(.*?)\n---\n(.*)", re.DOTALL)


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS if not kind.parent])
def test_every_field_that_goes_is_told(kind: str) -> None:
    """Whatever field is left out, it is told."""
    folder = BY_NAME[kind].plural
    path = f"content/{folder}/all/index.md" if kind == "journey" else f"content/{folder}/all.md"
    fields = fields_of(BY_NAME[kind].type).values()
    optional = {f.key for f in fields if not f.required} - APART

    found = compared(FILES, {**FILES, path: _bare(FILES[path], optional)}, drafts=True).diff

    assert optional <= {change.field for change in found.changes}


@pytest.mark.parametrize("kind", INSIDE)
def test_every_field_inside_a_journey_that_goes_is_told(kind: type[Fields]) -> None:
    """The same holds for what stands in a journey."""
    optional = {f.key for f in fields_of(kind).values() if not f.required} - APART
    path = "content/journeys/all/index.md"
    front, body = _read(FILES[path])
    thing: Any = front
    for step in INSIDE[kind]:
        thing = thing[step]
    for key in optional:
        thing.pop(key, None)

    found = compared(FILES, {**FILES, path: _written(front, body)}, drafts=True).diff

    assert optional <= {change.field for change in found.changes if change.place.within}


def _bare(text: str, without: set[str]) -> str:
    front, _ = _read(text)
    return _written({key: value for key, value in front.items() if key not in without}, "")


def _read(text: str) -> tuple[dict[str, Any], str]:
    match = FRONT.fullmatch(text)
    assert match
    return json.loads(match[1]), match[2]


def _written(front: dict[str, Any], body: str) -> str:
    return f"---\n{json.dumps(front)}\n---\n{body}"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_field_has_words(language: str) -> None:
    """What a field is called in a change stands in the catalogue, and nothing else does."""
    keys = {f.key for kind in all_types(*(k.type for k in KINDS)) for f in fields_of(kind).values()}
    prefix = "changes.field."
    words = {k.removeprefix(prefix) for k in read_catalogue(language).texts if k.startswith(prefix)}

    assert words <= keys
    assert keys - words <= APART | UNTOLD


# What stands in a value that is told as a whole.
UNTOLD = {"action", "actor", "from", "score", "value"}
