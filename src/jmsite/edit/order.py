"""The standard order of fields: the one in which the types declare them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jmsite.content.nodes import Items, Mapping, Node
from jmsite.model.emotion import is_one_emotion
from jmsite.model.fields import Fields
from jmsite.model.shape import OWN_KEY, Shape, emotion_shape, fields_of


def rank_in(struct: type[Fields]) -> Callable[[str], int]:
    """Return what gives the place of a key of a type: unknown keys come late, own keys last."""
    places = {key: place for place, key in enumerate(fields_of(struct))}
    unknown = len(places)
    return lambda key: unknown + 1 if key.startswith(OWN_KEY) else places.get(key, unknown)


def values_in(node: Mapping, struct: type[Fields]) -> Iterator[tuple[Node, Shape]]:
    """Yield the values of the fields of a mapping that is written for a type, with their shapes."""
    fields = fields_of(struct)
    for key, (_, value) in node.entries.items():
        if key in fields:
            yield value, fields[key].shape


def objects_in(node: Node, shape: Shape) -> Iterator[tuple[Mapping, type[Fields]]]:
    """Yield the outermost mappings in a value that are written for a type, with the type."""
    if shape.what == "emotions":
        yield from _emotions(node)
    elif shape.what == "union":
        form = "list" if isinstance(node, Items) else "object"
        for option in (option for option in shape.options if option.what == form):
            yield from objects_in(node, option)
    elif isinstance(node, Mapping) and shape.type is not None:
        yield node, shape.type
    elif shape.item is not None:
        for value in _inner(node):
            yield from objects_in(value, shape.item)


def _inner(node: Node) -> tuple[Node, ...]:
    if isinstance(node, Mapping):
        return tuple(value for _, value in node.entries.values())
    return node.items if isinstance(node, Items) else ()


def _emotions(node: Node) -> Iterator[tuple[Mapping, type[Fields]]]:
    struct = emotion_shape().type
    if not isinstance(node, Mapping) or struct is None:
        return
    one = is_one_emotion(dict(node.entries))
    for each in (node,) if one else _inner(node):
        if isinstance(each, Mapping):
            yield each, struct
