"""From a path in a text to the field of the format that it names: by the types alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jmsite.lsp.outline import Path
from jmsite.model.emotion import RESERVED_PERSONA_IDS
from jmsite.model.fields import Fields
from jmsite.model.shape import FieldShape, Shape, emotion_shape, fields_of

_NOTHING = Shape("free")


@dataclass(frozen=True)
class Spot:
    """What may stand at a path: its shape, and the field that says so and its type, if any.

    ``persona`` tells that the key at the end of the path names a persona.
    """

    shape: Shape
    field: FieldShape | None = None
    owner: type[Fields] | None = None
    persona: bool = False

    @property
    def role(self) -> str:
        """Return the part that a text here plays."""
        return self.field.role if self.field else ""

    @property
    def mapping(self) -> type[Fields] | None:
        """Return the type of the mapping that may stand here."""
        shape = one_of(self.shape, "object")
        return emotion_shape().type if shape.what == "emotions" else shape.type


def spot_at(root: Shape, path: Path) -> Spot:
    """Return what may stand at a path below a shape."""
    spot = Spot(root)
    for part in path:
        spot = _item(spot) if isinstance(part, int) else _member(spot, part)
    return spot


def item_of(shape: Shape) -> Shape | None:
    """Return what the items of a list may be, or None where a shape is no list."""
    shape = one_of(shape, "list")
    return shape if shape.what == "path" else shape.item if shape.what == "list" else None


def one_of(shape: Shape, what: str) -> Shape:
    """Return the alternative of a shape that is of a sort, else the shape itself."""
    return next((option for option in shape.options if option.what == what), shape)


def _item(spot: Spot) -> Spot:
    return replace(spot, shape=item_of(spot.shape) or _NOTHING, persona=False)


def _member(spot: Spot, key: str) -> Spot:
    shape = one_of(spot.shape, "object")
    if shape.what == "emotions" and key not in RESERVED_PERSONA_IDS:
        return replace(spot, persona=True)
    fields = fields_of(spot.mapping) if spot.mapping is not None else {}
    if key in fields:
        return Spot(fields[key].shape, fields[key], spot.mapping)
    kept = shape if shape.what == "path" else _NOTHING
    return Spot(shape.item or kept, spot.field if shape.item or kept is shape else None)
