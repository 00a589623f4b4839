"""What stands on a drawing already, so that nothing is written over it.

All is in pixels of a drawing whose columns are as narrow as they get. Columns grow with the window
and texts do not, so what is clear of each other in narrow columns is clear in wide ones, as long as
each thing reaches to the place in its column that it belongs to.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from jmsite.swimlane.smooth import Bend, Spot

# A line is looked at in this many places between two points.
_PARTS = 8
_FAR = 1000.0


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def gap(self, other: Box) -> float:
        """Return how far two boxes are apart; below 0 they overlap."""
        across = max(self.left - other.right, other.left - self.right)
        down = max(self.top - other.bottom, other.top - self.bottom)
        return max(across, down)

    def inside(self, outer: Box) -> bool:
        """Tell whether no edge lies outside another box."""
        return (
            self.left >= outer.left
            and self.top >= outer.top
            and self.right <= outer.right
            and self.bottom <= outer.bottom
        )


def around(spot: Spot, half: float) -> Box:
    """Return the square around a place that reaches ``half`` to each side."""
    x, y = spot
    return Box(x - half, y - half, x + half, y + half)


@dataclass(frozen=True)
class Ground:
    """A drawing of a size with its lines, each as places from left to right, and its boxes.

    ``level`` is where the ground below a line begins to be hatched, down to the line: no text
    stands there either.
    """

    width: float
    height: float
    level: float
    lines: tuple[tuple[Spot, ...], ...]
    taken: list[Box] = field(default_factory=list)

    def clearance(self, box: Box) -> float:
        """Return how far a box is from everything; below 0 it overlaps something or an edge."""
        if not box.inside(Box(0, 0, self.width, self.height)):
            return -_FAR
        gaps = [box.gap(other) for other in self.taken]
        gaps += [max(top - box.bottom, box.top - bottom) for top, bottom in self._beside(box)]
        return min(gaps, default=_FAR)

    def take(self, boxes: Iterable[Box]) -> None:
        """Keep places free of what comes later."""
        self.taken.extend(boxes)

    def _beside(self, box: Box) -> Iterator[Spot]:
        """Yield from where to where each line and its hatched ground reach beside a box."""
        for line in self.lines:
            heights = _heights(line, box.left, box.right)
            if heights:
                yield min(*heights, self.level), max(heights)


def followed(pieces: Sequence[Bend]) -> tuple[Spot, ...]:
    """Return places along a line, from left to right."""
    places = [bend.at(part / _PARTS) for bend in pieces for part in range(_PARTS)]
    return (*places, pieces[-1].end) if pieces else ()


def _heights(line: Sequence[Spot], left: float, right: float) -> list[float]:
    """Return how high a line runs from left to right, at its places and at both ends."""
    first = bisect_left(line, (left, 0.0))
    end = bisect_right(line, (right, _FAR))
    ends = [_height(line, at) for at in (left, right)]
    return [y for _, y in line[first:end]] + [y for y in ends if y is not None]


def _height(line: Sequence[Spot], at: float) -> float | None:
    """Return how high a line runs at a place, None where it is not there."""
    place = bisect_left(line, (at, 0.0))
    if not 0 < place < len(line):
        return None
    (x1, y1), (x2, y2) = line[place - 1], line[place]
    return y1 + (y2 - y1) * (at - x1) / (x2 - x1) if x2 > x1 else y1
