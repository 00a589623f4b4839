"""Where the words of a YAML value stand in its source, and how others are put in their place."""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.content.nodes import Scalar
from jmsite.content.text import SourceText
from jmsite.content.yaml import is_null
from jmsite.edit.changes import Edit
from jmsite.findings import Location


def offset_of(source: SourceText, at: Location) -> int:
    """Return a place of a source as an index into its text."""
    return source.line_starts[at.line - 1] + at.column - 1


def words_in(source: SourceText, scalar: Scalar) -> tuple[int, int]:
    """Return where the words of a value stand: without its quotes where nothing is escaped."""
    found = list(places_in(source, scalar, scalar.text.strip()))
    return found[0] if len(found) == 1 else (scalar.start, scalar.end)


def places_in(source: SourceText, scalar: Scalar, words: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand in a value, in order; nothing where escapes hide some of them."""
    written = source.text[scalar.start : scalar.end]
    if words and written.count(words) == scalar.text.count(words):
        yield from ((scalar.start + at, scalar.start + at + len(words))
                    for at in all_places(written, words))  # fmt: skip


def all_places(text: str, words: str) -> Iterator[int]:
    """Yield where words begin in a text, without overlaps."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


def id_instead(source: SourceText, scalar: Scalar, id_: str) -> Edit:
    """Return the edit that puts an id, or ``journey/id``, in the place of a value."""
    start, end = words_in(source, scalar)
    bare = (start, end) == (scalar.start, scalar.end)
    return Edit(source.path, start, end, as_yaml(id_) if bare else id_)


def as_yaml(id_: str) -> str:
    """Return an id as YAML; one that would be no value at all is quoted."""
    return f'"{id_}"' if is_null(Scalar(id_, True, 0, 0)) else id_  # noqa: FBT003  # plain
