"""Which file of one state is which of the other, also where it was moved or numbered anew."""

from __future__ import annotations

from collections.abc import Mapping

from jmsite.change.side import Side, without_numbers
from jmsite.model.ids import Ref


def counterpart(path: str, own: Side, other: Side, there: Mapping[Ref, Ref]) -> str | None:
    """Return what a file of one side is called on the other, None where it is in one alone.

    ``there`` tells what the things of its side are on the other. A file of which nothing could be
    read is told by its path without the numbers in it.
    """
    if path in other.files:
        return path
    for ref in own.things_at.get(path, ()):
        if ref in there:
            return other.source_of(there[ref])
    return other.unnumbered.get(without_numbers(path))
