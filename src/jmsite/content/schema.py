"""The JSON Schema (draft 2020-12) of the content format, made from the types.

The types are the contract; this is how editors and other programs read it. `jmsite schema` prints
it, the folder `schema/` holds it, and a test fails when the two differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jmsite.content.expectations import takes
from jmsite.model.emotion import RESERVED_PERSONA_IDS, Emotion
from jmsite.model.fields import ID, Fields
from jmsite.model.ids import ID_PATTERN
from jmsite.model.journey import Lane, Scenario
from jmsite.model.kinds import KINDS, Kind
from jmsite.model.page import Home
from jmsite.model.settings import Settings
from jmsite.model.shape import OWN_KEY, FieldShape, Shape, What, all_types, fields_of, types_in
from jmsite.model.units import DURATION_PATTERN, RATIO_PATTERN

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# A text takes any scalar that stands in the source: no, 012 and 1.10 are texts there.
TEXT_TYPES = ["string", "number", "boolean"]
Schema = dict[str, Any]
OWN_FIELD: Schema = {
    "title": "A key of one's own",
    "description": "What begins with `x-` is free; it reaches the templates and lanes.",
    "examples": ["whatever helps"],
}
# A lane of one's own has an id like any other thing; the lanes that come along are not one's own.
OWN_LANE: Schema = {
    "if": {"required": ["from"]},
    "then": {
        "properties": {
            "id": {
                "title": "Id",
                "description": "The id of a lane of one's own.",
                "examples": ["risks"],
                "pattern": ID_PATTERN,
            }
        }
    },
}


def schema_of_kind(kind: Kind) -> Schema:
    """Return the schema of the front matter of a kind's own file."""
    return _document(kind.name, kind.type, inline=False)


def schema_of_collection(kind: Kind) -> Schema:
    """Return the schema of a collection: a mapping of id to the fields of a kind."""
    inner = _document(kind.name, kind.type, inline=False, body=True)
    entry = {key: inner.pop(key) for key in ("type", "properties", "patternProperties",
                                             "additionalProperties", "required")}  # fmt: skip
    return inner | {
        "title": kind.plural.capitalize(),
        "description": f"A mapping of ids to {kind.plural}.",
        "type": "object",
        "propertyNames": {"pattern": ID_PATTERN},
        "additionalProperties": entry,
    }


def schema_of_settings() -> Schema:
    """Return the schema of jmsite.yml."""
    return _document("jmsite.yml", Settings, inline=False)


def all_schemas() -> Mapping[str, Schema]:
    """Return every schema by the name of its file without ``.schema.json``."""
    found = {kind.name: schema_of_kind(kind) for kind in KINDS}
    found |= {kind.plural: schema_of_collection(kind) for kind in KINDS if kind.collection}
    found["home"] = _document("home", Home, inline=False)
    found["jmsite"] = schema_of_settings()
    return found


def schema_of(struct: type[Fields], *, inline: bool) -> Schema:
    """Return the schema that documents of a type are explained by.

    ``inline`` tells whether the thing is written inside another, where it may have an id.
    """
    return _document(struct.__name__, struct, inline=inline, body=inline)


def _document(name: str, struct: type[Fields], *, inline: bool, body: bool = False) -> Schema:
    left_out = frozenset() if inline else frozenset({"id"} if body else {"id", "body"})
    root = _object(struct, left_out)
    others = [t for t in all_types(struct) if t is not struct]
    needed = [*others, struct] if _names_itself(struct) else others
    return {
        "$schema": DIALECT,
        "title": name,
        **root,
        "$defs": _definitions(needed),
    }


def _definitions(types: list[type[Fields]]) -> Schema:
    made = {struct.__name__: _object(struct) for struct in types}
    return made | ({"PathItem": PATH_ITEM} if Scenario in types else {})


def _names_itself(struct: type[Fields]) -> bool:
    """Tell whether a type consists of itself, as a step does."""
    return any(struct in types_in(field.shape) for field in fields_of(struct).values())


def _object(struct: type[Fields], left_out: frozenset[str] = frozenset()) -> Schema:
    fields = {key: field for key, field in fields_of(struct).items() if key not in left_out}
    return {
        "title": struct.__name__,
        "description": (struct.__doc__ or "").strip().split("\n")[0],
        "type": "object",
        "properties": {key: _property(field) for key, field in fields.items()},
        "patternProperties": {f"^{OWN_KEY}": OWN_FIELD},
        "additionalProperties": False,
        "required": [key for key, field in fields.items() if field.required],
        **(OWN_LANE if struct is Lane else {}),
    }


def _property(field: FieldShape) -> Schema:
    said: Schema = {
        "title": field.title,
        "description": field.description,
        "examples": [field.example],
    }
    shape = _shape(field.shape, field.role)
    if field.required:
        return said | shape
    return said | {"anyOf": [shape, {"type": "null"}]}


def _shape(shape: Shape, role: str = "") -> Schema:
    if shape.what == "list":
        length = {"minItems": shape.length, "maxItems": shape.length} if shape.length else {}
        return {"type": "array", "items": _or_null(_shape(_item(shape), role)), **length}
    if shape.what == "mapping":
        return {"type": "object", "additionalProperties": _or_null(_shape(_item(shape), role))}
    if shape.what == "object":
        return _reference(shape)
    if shape.what == "union":
        return {"anyOf": [_shape(option, role) for option in shape.options]}
    if shape.what == "choice":
        return {"enum": list(shape.choices)}
    if shape.what in ("number", "integer"):
        limits: dict[str, float | None] = {"minimum": shape.low, "maximum": shape.high}
        return {"type": shape.what} | {k: v for k, v in limits.items() if v is not None}
    if shape.what == "text" and role == ID:
        return {"type": ["string", "integer"], "pattern": ID_PATTERN}
    return _FIXED[shape.what]


def _item(shape: Shape) -> Shape:
    assert shape.item is not None
    return shape.item


def _reference(shape: Shape) -> Schema:
    assert shape.type is not None
    whole = {"$ref": f"#/$defs/{shape.type.__name__}"}
    return {"anyOf": [{"type": TEXT_TYPES}, whole]} if shape.type.shorthand else whole


def _or_null(schema: Schema) -> Schema:
    """Return a schema that also takes an empty value, which is left out where lists are read."""
    return (
        {"anyOf": [*schema["anyOf"], {"type": "null"}]}
        if list(schema) == ["anyOf"]
        else {"anyOf": [schema, {"type": "null"}]}
    )


def _said(what: What) -> Schema:
    """Return the words that editors show instead of a pattern that does not match."""
    return {"patternErrorMessage": f"It takes {takes(Shape(what))}."}


_ONE_EMOTION: Schema = {
    "anyOf": [
        {"type": "number", "minimum": -2, "maximum": 2},
        {"$ref": f"#/$defs/{Emotion.__name__}"},
    ]
}
_FIXED: Mapping[str, Schema] = {
    "text": {"type": TEXT_TYPES},
    "boolean": {"type": "boolean"},
    "date": {
        "type": "string",
        "format": "date",
        "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        **_said("date"),
    },
    "duration": {"type": "string", "pattern": DURATION_PATTERN, **_said("duration")},
    "ratio": {
        "anyOf": [
            {"type": "number", "minimum": 0, "maximum": 1},
            {"type": "string", "pattern": RATIO_PATTERN, **_said("ratio")},
        ]
    },
    "free": {},
    "emotions": {
        "anyOf": [
            *_ONE_EMOTION["anyOf"],
            {
                "type": "object",
                "minProperties": 1,
                "propertyNames": {
                    "not": {"enum": list(RESERVED_PERSONA_IDS)},
                    "pattern": f"^(?!{OWN_KEY})",
                },
                "additionalProperties": {"anyOf": [*_ONE_EMOTION["anyOf"], {"type": "null"}]},
            },
        ]
    },
    "path": {"type": "array", "items": {"$ref": "#/$defs/PathItem"}},
}
PATH_ITEM: Schema = {
    "title": "Path item",
    "description": "A touchpoint id, a choice, an optional item, or a sequence.",
    "anyOf": [
        {"type": TEXT_TYPES},
        {"type": "array", "items": {"$ref": "#/$defs/PathItem"}},
        {
            "type": "object",
            "properties": {
                "any_of": {
                    "title": "Any of",
                    "description": "A choice: one of these items is taken.",
                    "examples": [["shop", ["order-page", "delivery"]]],
                    "type": "array",
                    "minItems": 1,
                    "items": {"$ref": "#/$defs/PathItem"},
                },
                "optional": {
                    "title": "Optional",
                    "description": "An item that may be left out.",
                    "examples": ["newsletter"],
                    "$ref": "#/$defs/PathItem",
                },
            },
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": False,
        },
    ],
}
