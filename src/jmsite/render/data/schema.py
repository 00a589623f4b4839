"""The JSON Schema (draft 2020-12) of what programs read of a site, made from the types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from jmsite.content.schema import DIALECT, OWN_FIELD, Schema
from jmsite.model.emotion import Emotion
from jmsite.model.fields import GOAL_OR_TEXT, REFERENCE, SERIES, Fields
from jmsite.model.journey import Lane
from jmsite.model.kinds import BY_NAME
from jmsite.model.page import Home
from jmsite.model.pain_point import PainPoint
from jmsite.model.settings import Owner, Settings
from jmsite.model.shape import OWN_KEY, FieldShape, Shape, What, all_types, fields_of
from jmsite.model.units import parse_duration, parse_ratio
from jmsite.render.addresses import SHARED_KINDS, folder_of
from jmsite.render.data.derive import FIGURES
from jmsite.render.data.documents import TOLD_SETTINGS, VERSION
from jmsite.render.data.figures import OfShared, OfSite, Tag
from jmsite.render.data.parts import A_REFERENCE, Figures, Length, Reference
from jmsite.render.inventory import PAGE_KINDS

_FIGURES: Mapping[type[Fields], type[Figures]] = {**FIGURES, Settings: OfSite, Owner: OfShared}
_PATH_ITEM: Schema = {
    "title": "Path item",
    "description": "A touchpoint, a choice, an item that may be left out, or a sequence.",
    "anyOf": [
        {"$ref": "#/$defs/Reference"},
        {"type": "array", "items": {"$ref": "#/$defs/PathItem"}},
        {
            "type": "object",
            "properties": {
                "any_of": {
                    "title": "Any of",
                    "description": "One of these items is taken.",
                    "examples": [[]],
                    "type": "array",
                    "items": {"$ref": "#/$defs/PathItem"},
                },
                "optional": {
                    "title": "Optional",
                    "description": "An item that may be left out.",
                    "examples": [[]],
                    "$ref": "#/$defs/PathItem",
                },
            },
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": False,
        },
    ],
}


def schema_of_site() -> Schema:
    """Return the schema of ``index.json``, at the root of a site and beside each page."""
    kinds = {folder_of(kind): _ref(BY_NAME[kind].type) for kind in PAGE_KINDS}
    kinds |= {SHARED_KINDS["owner"]: _ref(Owner), SHARED_KINDS["tag"]: _ref(Tag)}
    return {
        "$schema": DIALECT,
        "title": "A site for programs",
        "description": "What a site says: all of it, or beside a page what the page is about.",
        "type": "object",
        "properties": {
            "version": _said("Version", "The version of this form.", VERSION, const=VERSION),
            "root": _said("Root", "The way from this file to the root of the site, from where all "
                          "addresses lead.", "../../", type="string"),
            "site": _said("Site", "The site as a whole.", {}, **_ref(Settings)),
            "home": _said("Home", "The text of the home page.", {}, **_ref(Home)),
            **{name: _list_of(name, item) for name, item in kinds.items()},
        },
        "additionalProperties": False,
        "required": ["version", "root", "site"],
        "$defs": _definitions(),
    }  # fmt: skip


def _definitions() -> Schema:
    roots: tuple[type[Fields], ...] = (*(BY_NAME[kind].type for kind in PAGE_KINDS), Home, Owner)
    types: tuple[type[Fields], ...] = (*all_types(*roots), Settings)
    figures = (*dict.fromkeys(_FIGURES.values()), Tag, Reference, Length)
    _, known = msgspec.json.schema_components(figures, ref_template="#/$defs/{name}")
    made = {struct.__name__: _object(struct, known) for struct in types}
    # What follows from a thing is told among its fields, so its type is no part by itself.
    merged = {of.__name__ for of in _FIGURES.values()}
    others = {name: part for name, part in known.items() if name not in merged}
    return dict(sorted((made | others | {"PathItem": _PATH_ITEM}).items()))


def _object(struct: type[Fields], known: Mapping[str, Schema]) -> Schema:
    fields = fields_of(struct).items()
    told = {key: f for key, f in fields if struct is not Settings or key in TOLD_SETTINGS}
    follows = known[_FIGURES[struct].__name__] if struct in _FIGURES else {}
    both = told.keys() & follows.get("properties", {}).keys()
    assert not both, f"{struct.__name__}: {both} are told twice"
    own = {} if struct in (Lane, Settings) else {f"^{OWN_KEY}": OWN_FIELD}
    return {
        "title": struct.__name__,
        "description": (struct.__doc__ or "").strip().split("\n")[0],
        "type": "object",
        "properties": {key: _property(field) for key, field in told.items()}
        | follows.get("properties", {}),
        "patternProperties": own,
        "additionalProperties": False,
        "required": [*_required(struct, told.values()), *follows.get("required", ())],
    }


def _required(struct: type[Fields], fields: Iterable[FieldShape]) -> Iterable[str]:
    """Yield the fields that are always told: what nobody can leave out, and what has a default."""
    for field in fields:
        has_id = field.key == "id" and struct in _FIGURES and struct is not PainPoint
        if field.required or has_id or field.default not in (None, "", False):
            yield field.key


def _property(field: FieldShape) -> Schema:
    said: Schema = {"title": field.title, "description": field.description}
    shown = _shown(field.shape, field.role, field.example)
    examples = {} if shown is None else {"examples": [shown]}
    return said | examples | _shape(field.shape, field.role)


def _shown(shape: Shape, role: str, example: Any) -> Any:
    """Return what an author may write for a field as it is told here; None for what is no value."""
    if shape.what == "list" and shape.item:
        items = [_shown(shape.item, role, one) for one in example]
        return None if None in items else items
    if shape.what == "duration":
        length = parse_duration(example)
        return {"value": length.value, "unit": length.unit, "seconds": length.seconds}
    if shape.what == "ratio":
        return float(parse_ratio(example))
    if shape.what == "text" and role.startswith(REFERENCE):
        return A_REFERENCE
    return example if shape.what in _AS_WRITTEN else None


def _shape(shape: Shape, role: str) -> Schema:
    if shape.what == "list" and shape.item:
        return {"type": "array", "items": _shape(shape.item, role)}
    if shape.what == "object" and shape.type:
        return _ref(shape.type)
    if shape.what == "union":
        kept = [one for one in shape.options if role != SERIES or one.what == "list"]
        made = [_shape(one, role) for one in kept]
        return made[0] if len(made) == 1 else {"anyOf": made}
    if shape.what == "choice":
        return {"enum": list(shape.choices)}
    if shape.what in ("number", "integer"):
        limits = {"minimum": shape.low, "maximum": shape.high}
        return {"type": shape.what} | {k: v for k, v in limits.items() if v is not None}
    if shape.what == "text" and role.startswith(REFERENCE):
        return _ref(Reference)
    if shape.what == "text" and role == GOAL_OR_TEXT:
        return {"anyOf": [_ref(Reference), {"type": "string"}]}
    return _FIXED[shape.what]


def _said(title: str, description: str, example: object, **shape: Any) -> Schema:
    return {"title": title, "description": description, "examples": [example], **shape}


def _list_of(name: str, item: Schema) -> Schema:
    return _said(name.capitalize(), f"The {name} of the site.", [], type="array", items=item)


def _ref(struct: type) -> Schema:
    return {"$ref": f"#/$defs/{struct.__name__}"}


_AS_WRITTEN = frozenset({"text", "boolean", "date", "choice", "number", "integer"})
_FIXED: Mapping[What, Schema] = {
    "text": {"type": "string"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "duration": _ref(Length),
    "ratio": {"type": "number", "minimum": 0, "maximum": 1},
    "emotions": {"type": "array", "items": _ref(Emotion)},
    "path": {"type": "array", "items": {"$ref": "#/$defs/PathItem"}},
}
