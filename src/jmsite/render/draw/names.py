"""Where the names of lines are written on a curve: at a point of their own, clear of the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Anchor = Literal["start", "middle", "end"]

# A column is at least this wide and a curve this tall, in pixels, where names are tried out.
COLUMN = 192.0
HEIGHT = 208.0
_LETTER = 7.0
_LINE = 14.0
# What a name is moved from its point to stand above it or below it: its baseline and its middle.
_SIDES = ((-12, -16.0), (20, 16.0))
# A name farther off than this from everything gains nothing by being farther still.
_ENOUGH = 14.0
# Half the size of the mark at a point.
_MARK = 5.0
# What a name loses for each point that it stands later, so that it stands early.
_LATER = 0.5

Place = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels by its middle and its half width and height."""

    x: float
    y: float
    wide: float
    high: float

    def gap(self, other: Box) -> float:
        """Return how far two boxes are apart; below 0 they overlap."""
        across = abs(self.x - other.x) - self.wide - other.wide
        down = abs(self.y - other.y) - self.high - other.high
        return max(across, down)


@dataclass(frozen=True)
class Name:
    """Where a name is written: at a point, in pixels, moved down by ``dy`` to its baseline."""

    at: Place
    dy: int
    anchor: Anchor
    box: Box


def text_box(at: Place, dy: int, letters: int, width: float) -> Name:
    """Return a text beside a point, so that it stays inside a drawing of a width."""
    wide = letters * _LETTER / 2
    x, y = at
    below = dy - 4.0
    if x < wide:
        return Name(at, dy, "start", Box(x + wide, y + below, wide, _LINE / 2))
    if x > width - wide:
        return Name(at, dy, "end", Box(x - wide, y + below, wide, _LINE / 2))
    return Name(at, dy, "middle", Box(x, y + below, wide, _LINE / 2))


def place_name(
    letters: int,
    own: Sequence[Place],
    lines: Sequence[Sequence[Place]],
    taken: Sequence[Box],
    width: float,
) -> Name | None:
    """Return the best place for a name at one of the points of its line, or None without points.

    ``lines`` are all lines of the curve, ``taken`` what stands there already. All is in pixels.
    """
    tried = [
        (_clear(name.box, lines, taken) - number * _LATER, name)
        for number, at in enumerate(own)
        for dy, _ in _SIDES
        if _inside(name := text_box(at, dy, letters, width))
    ]
    return max(tried, key=lambda one: one[0])[1] if tried else None


def _inside(name: Name) -> bool:
    return name.box.high <= name.box.y <= HEIGHT - name.box.high


def _clear(box: Box, lines: Sequence[Sequence[Place]], taken: Sequence[Box]) -> float:
    """Return how far a name is from everything, up to what is enough."""
    gaps = [box.gap(other) for other in taken]
    gaps += [abs(y - box.y) - box.high for line in lines for y in _heights(line, box)]
    near = box.wide + _MARK + _ENOUGH
    points = (at for line in lines for at in line if abs(at[0] - box.x) < near)
    gaps += [box.gap(Box(x, y, _MARK, _MARK)) for x, y in points]
    return min([*gaps, _ENOUGH])


def _heights(line: Sequence[Place], box: Box) -> Iterator[float]:
    """Yield how high a line runs at the left, middle and right of a box, where it is there."""
    for at in (box.x - box.wide, box.x, box.x + box.wide):
        for (x1, y1), (x2, y2) in pairwise(line):
            if x1 <= at <= x2 and x2 > x1:
                yield y1 + (y2 - y1) * (at - x1) / (x2 - x1)
