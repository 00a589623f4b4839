"""Text in columns, as wide as what stands in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate

from jmsite.report.cells import cells_of

GAP = "  "
CUT = "…"


def width_of(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    return sum(cells_of(text))


def aligned(
    rows: Sequence[Sequence[str]], right: Collection[int] = ()
) -> Iterator[tuple[str, ...]]:
    """Yield rows with their cells filled up to the width of their column.

    The columns of ``right`` are filled up on the left, as numbers are.
    """
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield tuple(
            fill(cell, width, right=index in right)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        )


def fill(text: str, width: int, *, right: bool = False) -> str:
    """Return a text with spaces up to a width, behind it or before it."""
    spaces = " " * max(0, width - width_of(text))
    return f"{spaces}{text}" if right else f"{text}{spaces}"


def cut(text: str, width: int) -> str:
    """Return a text that takes no more than a width: a longer one loses its end to a sign."""
    if width_of(text) <= width:
        return text
    ends = list(accumulate(cells_of(text)))
    kept = sum(end <= width - width_of(CUT) for end in ends)
    return f"{text[:kept].rstrip()}{CUT}"
