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

    def meets(self, other: Box, least: float) -> bool:
        """Tell whether two boxes are less than so far apart."""
        return (
            self.left - other.right < least
            and other.left - self.right < least
            and self.top - other.bottom < least
            and other.top - self.bottom < least
        )

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

    ``level`` is where the line of zero runs from edge to edge, and where the ground below a line
    begins to be hatched, down to the line: no text stands there either.
    """

    width: float
    height: float
    level: float
    lines: tuple[tuple[Spot, ...], ...]
    taken: list[Box] = field(default_factory=list)

    def is_clear(self, box: Box, least: float) -> bool:
        """Tell whether a box is on the drawing and at least so far from everything there."""
        if not box.inside(Box(0, 0, self.width, self.height)):
            return False
        if max(self.level - box.bottom, box.top - self.level) < least:
            return False
        # Most boxes that are tried meet something, so the first that is met ends the search.
        if any(box.meets(other, least) for other in self.taken):
            return False
        beside = self._beside(box)
        return all(max(top - box.bottom, box.top - bottom) >= least for top, bottom in beside)

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
