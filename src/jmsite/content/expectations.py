"""What a field takes: the shape that stands at a path of a type, said in words."""

from __future__ import annotations

import json
from typing import Any

from jmsite.model.emotion import RESERVED_PERSONA_IDS
from jmsite.model.fields import Fields
from jmsite.model.shape import FieldShape, Shape, emotion_shape, fields_of

# The largest figure that a chart can draw: a limit for machines, of which authors hear nothing.
DRAWABLE = 1e15
_DATE = "a date written YYYY-MM-DD, such as 2026-05-04"
_DURATION = "a duration such as 10 min, 3 d or 6 mo"
_RATIO = "a share such as 0.37 or 37%"
_EMOTIONS = "a number from -2 to 2, or score, label and quote, or one of these for each persona"
_PATH = "a list of touchpoints, any_of, optional and lists"
_FIXED = {
    "text": "a text",
    "boolean": "true or false",
    "date": _DATE,
    "duration": _DURATION,
    "ratio": _RATIO,
    "emotions": _EMOTIONS,
    "path": _PATH,
    "free": "anything",
}


def at(struct: type[Fields], path: tuple[str | int, ...]) -> tuple[str, Shape]:
    """Return the name of the field that a path ends in and the shape of what stands there."""
    name, shape = "", Shape("object", type=struct)
    for part in path:
        if isinstance(part, int):
            shape = shape.item or _one_of(shape, "list").item or _kept(shape)
            continue
        name, shape = part, _member(shape, part)
    return name, shape


def struct_at(struct: type[Fields], path: tuple[str | int, ...]) -> type[Fields] | None:
    """Return the type of the mapping that stands at a path."""
    shape = _one_of(at(struct, path)[1], "object")
    return emotion_shape().type if shape.what == "emotions" else shape.type


def _member(shape: Shape, key: str) -> Shape:
    shape = _one_of(shape, "object")
    if shape.what == "emotions":
        one = fields_of(emotion_shape().type).get(key) if emotion_shape().type else None
        return one.shape if one and key in RESERVED_PERSONA_IDS else shape
    if shape.type is not None and key in fields_of(shape.type):
        return fields_of(shape.type)[key].shape
    return shape.item or _kept(shape)


def _kept(shape: Shape) -> Shape:
    """Return the shape itself where it describes what it holds, as a path does."""
    return shape if shape.what in ("path", "emotions") else Shape("free")


def _one_of(shape: Shape, what: str) -> Shape:
    return next((option for option in shape.options if option.what == what), shape)


def takes(shape: Shape) -> str:
    """Return what a shape takes, as a phrase that follows "takes"."""
    if shape.what in ("number", "integer"):
        noun = "a whole number" if shape.what == "integer" else "a number"
        # A limit that only keeps a figure drawable is not worth a word.
        limits = shape.low is not None and shape.high is not None and shape.high < DRAWABLE
        return f"{noun} from {shape.low:g} to {shape.high:g}" if limits else noun
    if shape.what == "choice":
        return "one of " + ", ".join(word(choice) for choice in shape.choices)
    if shape.what == "list" and shape.length:
        return "a pair" if shape.length == 2 else f"a list of {shape.length}"
    if shape.what in ("list", "mapping"):
        return f"a {shape.what}"
    if shape.what == "union":
        return " or ".join(takes(option) for option in shape.options)
    if shape.what == "object" and shape.type is not None:
        fields = ", ".join(list(fields_of(shape.type))[:4])
        return f"{'a text or ' if shape.type.shorthand else ''}a mapping with {fields}, …"
    return _FIXED[shape.what]


def example(key: str, field: FieldShape) -> str:
    """Return a line of YAML that shows how a field is written."""
    said = field.example
    return f"{key}: {said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)}"


def word(value: Any) -> str:
    """Return a value of a choice as it is written in YAML."""
    return str(value).lower() if isinstance(value, bool) else str(value)
