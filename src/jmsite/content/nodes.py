"""The nodes of a YAML text, with the place of each in its file."""

from __future__ import annotations

from typing import NamedTuple


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


def find(node: Node, path: tuple[str | int, ...]) -> Node | None:
    """Return what stands at a path of keys and list indices, or None."""
    for part in path:
        if isinstance(node, Mapping) and isinstance(part, str) and part in node.entries:
            node = node.entries[part][1]
        elif isinstance(node, Items) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        else:
            return None
    return node


def find_key(node: Node, path: tuple[str | int, ...]) -> Scalar | None:
    """Return the key at the end of a path, or None."""
    holder = find(node, path[:-1])
    if isinstance(holder, Mapping) and path and path[-1] in holder.entries:
        return holder.entries[str(path[-1])][0]
    return None
