"""The nodes of a YAML text, with the place of each in its file."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

Path = tuple[str | int, ...]


class Scalar(NamedTuple):
    """A single value: its text, whether it is plain (not quoted), and its place."""

    text: str
    plain: bool
    start: int
    end: int


class Items(NamedTuple):
    """A list. Empty items are left out, as if nobody had written them."""

    items: tuple[Node, ...]
    start: int
    end: int


class Mapping(NamedTuple):
    """A mapping, by key, in the order of the source."""

    entries: dict[str, tuple[Scalar, Node]]
    start: int
    end: int


Node = Scalar | Items | Mapping


def find(node: Node, path: Path) -> Node | None:
    """Return what stands at a path of keys and list indices, or None."""
    for part in path:
        if isinstance(node, Mapping) and isinstance(part, str) and part in node.entries:
            node = node.entries[part][1]
        elif isinstance(node, Items) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        else:
            return None
    return node


def find_key(node: Node, path: Path) -> Scalar | None:
    """Return the key at the end of a path, or None."""
    holder = find(node, path[:-1])
    if isinstance(holder, Mapping) and path and path[-1] in holder.entries:
        return holder.entries[str(path[-1])][0]
    return None


def without(node: Mapping, paths: Collection[Path]) -> Mapping:
    """Return a mapping without what stands at paths of keys and list indices below it."""
    entries = (
        (name, key, _left(inner, name, paths)) for name, (key, inner) in node.entries.items()
    )
    left = {name: (key, inner) for name, key, inner in entries if inner is not None}
    return Mapping(left, node.start, node.end)


def _left(node: Node, part: str | int, paths: Collection[Path]) -> Node | None:
    """Return what is left of the node that stands at a part of paths, None for nothing."""
    below = [path[1:] for path in paths if path[0] == part]
    if () in below:
        return None
    if isinstance(node, Mapping):
        return without(node, below)
    if not isinstance(node, Items):
        return node
    items = (_left(item, index, below) for index, item in enumerate(node.items))
    return Items(tuple(item for item in items if item is not None), node.start, node.end)
