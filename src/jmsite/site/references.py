"""Where documents refer to others: found by the roles of their fields, in data of any state.

The walk goes by the shapes of the types and over plain data, so it also finds what a document
refers to that is wrong elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from jmsite.content.document import Document
from jmsite.model.emotion import is_one_emotion
from jmsite.model.fields import GOAL_OR_TEXT, REFERENCE, Fields
from jmsite.model.ids import is_id
from jmsite.model.journey import Scenario
from jmsite.model.pain_point import PainPoint
from jmsite.model.phase import Step
from jmsite.model.shape import FieldShape, Shape, emotion_shape, fields_of

Path = tuple[str | int, ...]
# Things that are written inside others and have ids of their own, unique in their journey.
INNER_TYPES: Mapping[type[Fields], str] = {
    Step: "step",
    Scenario: "scenario",
    PainPoint: "pain-point",
}


class Occurrence(NamedTuple):
    """A value in a document, its place and the part it plays."""

    path: Path
    role: str
    value: Any

    @property
    def kind(self) -> str:
        """Return the kind of thing that the value refers to, or "" where it refers to none."""
        if self.role == GOAL_OR_TEXT:
            return "goal" if isinstance(self.value, str) and is_id(self.value) else ""
        return self.role.removeprefix(REFERENCE) if self.role.startswith(REFERENCE) else ""


class Inner(NamedTuple):
    """A thing that is written inside a document: its kind, id and place there."""

    kind: str
    id: str
    path: Path
    data: Mapping[str, Any]


def occurrences(data: Any, struct: type[Fields], path: Path = ()) -> Iterator[Occurrence]:
    """Yield every text of a document with the role of its field.

    Keys that name personas in an emotion are references to them.
    """
    for key, field in fields_of(struct).items():
        if isinstance(data, dict) and key in data:
            yield from _in_value(data[key], field.shape, field, (*path, key))


def inner_things(data: Any, struct: type[Fields], path: Path = ()) -> Iterator[Inner]:
    """Yield the steps, scenarios and pain points that are written inside a document."""
    for key, field in fields_of(struct).items():
        if isinstance(data, dict) and key in data and field.shape.item is not None:
            yield from _inner_items(data[key], field.shape.item, (*path, key))


def occurrences_in(document: Document) -> tuple[Occurrence, ...]:
    """Return every text of a document with the role of its field."""
    return tuple(occurrences(document.data, document.kind.type))


def references_in(document: Document) -> tuple[Occurrence, ...]:
    """Return the texts of a document that refer to a thing."""
    return tuple(one for one in document.noted(occurrences_in) if one.kind)


def inner_of(document: Document) -> tuple[Inner, ...]:
    """Return the steps, scenarios and pain points that are written inside a document."""
    return tuple(inner_things(document.data, document.kind.type))


def rewritten(data: Mapping[str, Any], changes: Mapping[Path, str | None]) -> dict[str, Any]:
    """Return data with values replaced at some paths, or left out where the change is None."""
    made: dict[str, Any] = _rewrite(data, changes, ())
    return made


def _in_value(value: Any, shape: Shape, field: FieldShape, path: Path) -> Iterator[Occurrence]:
    if shape.what == "emotions":
        yield from _in_emotions(value, path)
    elif shape.what == "path":
        yield from _in_path(value if isinstance(value, list) else [], field.role, path)
    elif isinstance(value, list):
        item = shape.item or _list_option(shape)
        for index, each in enumerate(value):
            yield from _in_value(each, item, field, (*path, index))
    elif isinstance(value, dict):
        yield from _in_mapping(value, shape, field, path)
    elif isinstance(value, str) and shape.what != "list":
        yield Occurrence(path, field.role, value)


def _in_mapping(
    value: Mapping[str, Any], shape: Shape, field: FieldShape, path: Path
) -> Iterator[Occurrence]:
    shape = next((option for option in shape.options if option.what == "object"), shape)
    if shape.type is not None:
        yield from occurrences(value, shape.type, path)
    elif shape.item is not None:
        for key, each in value.items():
            yield from _in_value(each, shape.item, field, (*path, key))


def _list_option(shape: Shape) -> Shape:
    lists = (option.item for option in shape.options if option.item is not None)
    return next(lists, Shape("free"))


def _in_emotions(value: Any, path: Path) -> Iterator[Occurrence]:
    if not isinstance(value, dict):
        return
    if is_one_emotion(dict(value)):
        yield from _in_emotion(value, path)
        return
    for who, emotion in value.items():
        yield Occurrence((*path, who), f"{REFERENCE}persona", who)
        yield from _in_emotion(emotion, (*path, who))


def _in_emotion(value: Any, path: Path) -> Iterator[Occurrence]:
    struct = emotion_shape().type
    if isinstance(value, dict) and struct is not None:
        yield from occurrences(value, struct, path)


def _in_path(value: Any, role: str, path: Path) -> Iterator[Occurrence]:
    if isinstance(value, str):
        yield Occurrence(path, role, value)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _in_path(each, role, (*path, index))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _in_path(each, role, (*path, key))


def _inner_items(value: Any, shape: Shape, path: Path) -> Iterator[Inner]:
    kind = INNER_TYPES.get(shape.type) if shape.type else None
    if kind is None or not isinstance(value, list):
        return
    for index, each in enumerate(value):
        if isinstance(each, dict) and shape.type is not None:
            yield Inner(kind, str(each.get("id", "")), (*path, index), each)
            yield from inner_things(each, shape.type, (*path, index))


def _rewrite(value: Any, changes: Mapping[Path, str | None], path: Path) -> Any:
    if isinstance(value, dict):
        return dict(_rewritten_entries(value, changes, path))
    if isinstance(value, list):
        items = (_rewritten_item(v, changes, (*path, i)) for i, v in enumerate(value))
        return [item for item in items if item is not _GONE]
    return value


def _rewritten_entries(
    value: Mapping[str, Any], changes: Mapping[Path, str | None], path: Path
) -> Iterator[tuple[str, Any]]:
    for key, inner in value.items():
        here = (*path, key)
        if here in changes and not isinstance(inner, str):
            # The key itself is the reference: a persona in an emotion.
            new = changes[here]
            if new is not None:
                yield new, _rewrite(inner, changes, here)
            continue
        item = _rewritten_item(inner, changes, here)
        if item is not _GONE:
            yield key, item


def _rewritten_item(value: Any, changes: Mapping[Path, str | None], path: Path) -> Any:
    if path in changes:
        new = changes[path]
        return _GONE if new is None else new
    made = _rewrite(value, changes, path)
    emptied = isinstance(value, (dict, list)) and value and not made
    # Nobody said "none" where all that was said is left out. Evidence alone stays an empty list:
    # its own list decides what backs a statement, and not the one of the phase above.
    return _GONE if emptied and path[-1] != "evidence" else made


_GONE = object()
