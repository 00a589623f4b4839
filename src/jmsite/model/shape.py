"""The shape of the content format: what the types say, in a form that programs can walk.

Schema, scaffolds, reference pages, the reader of sources and the linker go by shapes, so none of
them has a list of fields of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, inspect

from jmsite.model.emotion import Emotion, Emotions
from jmsite.model.fields import Fields
from jmsite.model.path import Sequence
from jmsite.model.units import Duration, Ratio

EXTRAS = "extras"
OWN_KEY = "x-"

What = Literal[
    "text", "number", "integer", "boolean", "choice", "date", "duration", "ratio",
    "emotions", "path", "list", "mapping", "object", "free", "union",
]  # fmt: skip
CUSTOM: Mapping[type, What] = {
    Duration: "duration",
    Ratio: "ratio",
    Emotions: "emotions",
    Sequence: "path",
}


@dataclass(frozen=True)
class Shape:
    """What a value may be.

    ``item`` is the shape of what a list or mapping holds, ``type`` the type of an object,
    ``options`` the alternatives of a union, ``low`` and ``high`` the limits of a number.
    """

    what: What
    item: Shape | None = None
    type: type[Fields] | None = None
    choices: tuple[Any, ...] = ()
    options: tuple[Shape, ...] = ()
    low: float | None = None
    high: float | None = None
    length: int | None = None


@dataclass(frozen=True)
class FieldShape:
    """One field of a kind: its key in the source and what people are told of it."""

    name: str
    key: str
    title: str
    description: str
    example: Any
    role: str
    required: bool
    default: Any
    shape: Shape


@cache
def fields_of(struct: type[Fields]) -> Mapping[str, FieldShape]:
    """Return the fields of a type by their key, in the order in which they are declared.

    Keys of the author's own (``x-``) are allowed everywhere and not among them.
    """
    described = inspect.type_info(struct)
    assert isinstance(described, inspect.StructType)
    hints = get_type_hints(struct)
    fields = (_field(f, hints[f.name]) for f in described.fields if f.name != EXTRAS)
    return {field.key: field for field in fields}


def _field(field: inspect.Field, hint: Any) -> FieldShape:
    said, kind = _unwrap(field.type)
    # msgspec sorts choices; people read them in the order in which they are declared.
    shape = _ordered(_shape(kind), _declared(hint))
    schema = said.extra_json_schema or {} if said else {}
    extra = said.extra or {} if said else {}
    return FieldShape(
        name=field.name,
        key=field.encode_name,
        title=schema["title"],
        description=schema["description"],
        example=schema["examples"][0],
        role=extra["role"],
        required=field.required,
        default=None if field.default is NODEFAULT else field.default,
        shape=shape,
    )


def _ordered(shape: Shape, choices: list[Any]) -> Shape:
    if shape.item is not None:
        return replace(shape, item=_ordered(shape.item, choices))
    return replace(shape, choices=tuple(sorted(shape.choices, key=choices.index)))


def _declared(hint: Any) -> list[Any]:
    """Return the choices of an annotation in the order in which it names them."""
    if get_origin(hint) is Literal:
        return list(get_args(hint))
    return [choice for part in get_args(hint) for choice in _declared(part)]


def _unwrap(kind: inspect.Type) -> tuple[inspect.Metadata | None, inspect.Type]:
    return (kind, kind.type) if isinstance(kind, inspect.Metadata) else (None, kind)


def _shape(kind: inspect.Type) -> Shape:
    _, kind = _unwrap(kind)
    if isinstance(kind, inspect.UnionType):
        return _union([t for t in kind.types if not isinstance(t, inspect.NoneType)])
    if isinstance(kind, inspect.CustomType):
        return Shape(CUSTOM[kind.cls])
    if isinstance(kind, inspect.StructType):
        return Shape("object", type=kind.cls)  # type: ignore[arg-type]  # all structs are Fields
    if isinstance(kind, inspect.LiteralType):
        return Shape("choice", choices=tuple(kind.values))
    if isinstance(kind, inspect.VarTupleType):
        return Shape("list", item=_shape(kind.item_type))
    if isinstance(kind, inspect.TupleType):
        return Shape("list", item=_shape(kind.item_types[0]), length=len(kind.item_types))
    if isinstance(kind, inspect.DictType):
        return Shape("mapping", item=_shape(kind.value_type))
    return _scalar(kind)


def _union(kinds: list[inspect.Type]) -> Shape:
    shapes = tuple(_shape(kind) for kind in kinds)
    return shapes[0] if len(shapes) == 1 else Shape("union", options=shapes)


def _scalar(kind: inspect.Type) -> Shape:
    if isinstance(kind, inspect.IntType):
        return Shape("integer", low=kind.ge, high=kind.le)
    if isinstance(kind, inspect.FloatType):
        return Shape("number", low=kind.ge, high=kind.le)
    plain: dict[type, What] = {
        inspect.StrType: "text",
        inspect.BoolType: "boolean",
        inspect.DateType: "date",
        inspect.AnyType: "free",
    }
    return Shape(plain[type(kind)])


@cache
def emotion_shape() -> Shape:
    """Return the shape of one emotion that is written as a mapping."""
    return Shape("object", type=Emotion)


def all_types(*roots: type[Fields]) -> tuple[type[Fields], ...]:
    """Return the types that the given ones consist of, themselves included, each once."""
    found: dict[type[Fields], None] = {}
    pending = list(roots)
    while pending:
        struct = pending.pop(0)
        if struct not in found:
            found[struct] = None
            pending += [t for f in fields_of(struct).values() for t in types_in(f.shape)]
    return tuple(found)


def types_in(shape: Shape) -> tuple[type[Fields], ...]:
    """Return the object types that a shape names."""
    own = (shape.type,) if shape.type else ()
    if shape.what == "emotions":
        own = (Emotion,)
    inner = (shape.item, *shape.options) if shape.item else shape.options
    return own + tuple(t for part in inner for t in types_in(part))
