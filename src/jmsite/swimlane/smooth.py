"""The smooth line through the points of a curve, as SVG path data.

The line is a monotone cubic (Fritsch and Carlson, 1980): between two points it never leaves their
scores, so it never shows an emotion that nobody has told and never leaves the scale.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from jmsite.swimlane.curve import Point

TOP, BOTTOM = 2.0, -2.0
# Halving a bend so often finds a place on it more exactly than it is written.
_HALVINGS = 20

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """The rectangle that a curve is drawn in, in units of the drawing.

    ``columns`` share the width evenly; the scores 2 and -2 lie ``margin`` inside the upper and
    lower edge, so that marks of that size at the ends of the scale are not cut. ``first`` is the
    column at the left edge.
    """

    columns: int
    width: float
    height: float
    margin: float = 0.0
    first: int = 0

    def x(self, column: float) -> float:
        """Return where a place that is measured in columns lies from the left."""
        return (column - self.first) * self.width / max(self.columns, 1)

    def y(self, score: float) -> float:
        """Return where a score lies from the top."""
        return self.margin + (TOP - score) / (TOP - BOTTOM) * (self.height - 2 * self.margin)


@dataclass(frozen=True, slots=True)
class Bend:
    """The piece of a line between two points: a cubic by its ends and handles."""

    start: Spot
    first: Spot
    second: Spot
    end: Spot

    def at(self, share: float) -> Spot:
        """Return the place on the bend after a share of it, from 0 to 1."""
        rest = 1 - share
        one, two = rest * rest * rest, 3 * rest * rest * share
        three, four = 3 * rest * share * share, share * share * share
        (x1, y1), (x2, y2) = self.start, self.first
        (x3, y3), (x4, y4) = self.second, self.end
        return (
            one * x1 + two * x2 + three * x3 + four * x4,
            one * y1 + two * y2 + three * y3 + four * y4,
        )

    def halves(self, share: float) -> tuple[Bend, Bend]:
        """Return the bend parted after a share of it."""
        spots = self.start, self.first, self.second, self.end
        a, b, c = (_between(*ends, share) for ends in pairwise(spots))
        ab, bc = _between(a, b, share), _between(b, c, share)
        middle = _between(ab, bc, share)
        return Bend(self.start, a, ab, middle), Bend(middle, bc, c, self.end)


def bends(segment: Sequence[Point], box: Box) -> tuple[Bend, ...]:
    """Return the pieces of the line through a segment, one between each two points."""
    places = [(box.x(point.x), box.y(point.score)) for point in segment]
    if len(places) < 2:
        return ()
    ends = zip(pairwise(places), pairwise(_slopes(places)), strict=True)
    return tuple(_bend(*here, *slope) for here, slope in ends)


def trace(pieces: Iterable[Bend]) -> str:
    """Return bends as SVG path data, with steps from place to place in whole units.

    Bends that meet are one line.
    """
    path = ""
    at: tuple[int, int] | None = None
    for bend in pieces:
        begins = at != _whole(bend.start)
        here = _whole(bend.start)
        steps = "".join(_joined(_step(here, to)) for to in (bend.first, bend.second, bend.end))
        path += f"{_start(bend.start)}c{steps.lstrip()}" if begins else steps
        at = _whole(bend.end)
    return path


def path(segment: Sequence[Point], box: Box) -> str:
    """Return the line through a segment as SVG path data; a single point gives a dot.

    The dot has no length: it shows where the stroke has round ends.
    """
    if len(segment) == 1:
        return f"{_start((box.x(segment[0].x), box.y(segment[0].score)))}h0"
    return trace(bends(segment, box))


def area(segment: Sequence[Point], box: Box, score: float = 0.0) -> str:
    """Return the surface between a segment and a score as SVG path data, for a tint below it.

    A single point has no surface.
    """
    return _closed(bends(segment, box), box.y(score))


def area_below(pieces: Sequence[Bend], level: float) -> str:
    """Return the surface between the parts of a line that run below a level and that level.

    ``level`` is measured from the top, as all is.
    """
    path = ""
    run: list[Bend] = []
    for part in (_under(bend, level) for bend in pieces):
        if part is None or (run and run[-1].end != part.start):
            path += _closed(run, level)
            run = []
        run += [part] if part else []
    return path + _closed(run, level)


def _under(bend: Bend, level: float) -> Bend | None:
    """Return the part of a bend that runs below a level, or None where nothing does."""
    start, end = bend.start[1] - level, bend.end[1] - level
    if max(start, end) <= 0:
        return None
    if min(start, end) >= 0:
        return bend
    before, after = bend.halves(_crossing(bend, level))
    return before if start > 0 else after


def _crossing(bend: Bend, level: float) -> float:
    """Return after which share of it a bend, which only rises or falls, crosses a level."""
    low, high = 0.0, 1.0
    falls = bend.end[1] > bend.start[1]
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if (bend.at(middle)[1] < level) == falls:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _closed(run: Sequence[Bend], level: float) -> str:
    if not run:
        return ""
    return f"{trace(run)}V{round(level)}H{round(run[0].start[0])}Z"


def _slopes(places: list[Spot]) -> list[float]:
    """Return the slope of the line at each place, small enough that it cannot overshoot."""
    secants = [(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in pairwise(places)]
    inner = [_middle(before, after) for before, after in pairwise(secants)]
    slopes = [secants[0], *inner, secants[-1]]
    for place, secant in enumerate(secants):
        slopes[place : place + 2] = _limited(secant, slopes[place], slopes[place + 1])
    return slopes


def _middle(before: float, after: float) -> float:
    """Return the slope between two secants: flat at a peak or valley."""
    return (before + after) / 2 if before * after > 0 else 0.0


def _limited(secant: float, start: float, end: float) -> tuple[float, float]:
    """Return the slopes at both ends of a secant, shortened where the line would overshoot."""
    if secant == 0:
        return 0.0, 0.0
    length = hypot(start / secant, end / secant)
    shrink = min(1.0, 3 / length) if length else 1.0
    return start * shrink, end * shrink


def _bend(start: Spot, end: Spot, slope: float, end_slope: float) -> Bend:
    """Return the cubic between two places that has the given slopes at its ends."""
    third = (end[0] - start[0]) / 3
    first = start[0] + third, start[1] + slope * third
    second = end[0] - third, end[1] - end_slope * third
    return Bend(start, first, second, end)


def _between(start: Spot, end: Spot, share: float) -> Spot:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


# A path is written in whole units, and each step from where the last one ended: what is rounded
# away does not add up along a line.


def _whole(spot: Spot) -> tuple[int, int]:
    return round(spot[0]), round(spot[1])


def _start(spot: Spot) -> str:
    return "M" + _joined(_whole(spot)).lstrip()


def _step(at: tuple[int, int], spot: Spot) -> tuple[int, int]:
    x, y = _whole(spot)
    return x - at[0], y - at[1]


def _joined(numbers: Iterable[int]) -> str:
    """Return numbers with a space before each that does not begin with a minus sign."""
    return "".join(f"{number}" if number < 0 else f" {number}" for number in numbers)
