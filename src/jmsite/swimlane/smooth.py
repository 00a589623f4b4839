"""The smooth line through the points of a curve, as SVG path data.

The line is a monotone cubic (Fritsch and Carlson, 1980): between two points it never leaves their
scores, so it never shows an emotion that nobody has told and never leaves the scale.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from jmsite.swimlane.curve import Point

TOP, BOTTOM = 2.0, -2.0


@dataclass(frozen=True, slots=True)
class Box:
    """The rectangle that a curve is drawn in, in units of the drawing.

    ``columns`` share the width evenly; the scores 2 and -2 lie ``margin`` inside the upper and
    lower edge, so that marks of that size at the ends of the scale are not cut.
    """

    columns: int
    width: float
    height: float
    margin: float = 0.0

    def x(self, column: float) -> float:
        """Return where a place that is measured in columns lies from the left."""
        return column * self.width / max(self.columns, 1)

    def y(self, score: float) -> float:
        """Return where a score lies from the top."""
        return self.margin + (TOP - score) / (TOP - BOTTOM) * (self.height - 2 * self.margin)


def path(segment: Sequence[Point], box: Box) -> str:
    """Return the line through a segment as SVG path data; a single point gives a dot.

    The dot has no length: it shows where the stroke has round ends.
    """
    places = [(box.x(point.x), box.y(point.score)) for point in segment]
    if not places:
        return ""
    start = f"M{_at(*places[0])}"
    if len(places) == 1:
        return f"{start}h0"
    slopes = _slopes(places)
    ends = zip(pairwise(places), pairwise(slopes), strict=True)
    return start + "".join(_bend(*here, *slope) for here, slope in ends)


def area(segment: Sequence[Point], box: Box, score: float = 0.0) -> str:
    """Return the surface between a segment and a score as SVG path data, for a tint below it.

    A single point has no surface.
    """
    if len(segment) < 2:
        return ""
    base = _number(box.y(score))
    return f"{path(segment, box)}V{base}H{_number(box.x(segment[0].x))}Z"


def _slopes(places: list[tuple[float, float]]) -> list[float]:
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


def _bend(
    start: tuple[float, float], end: tuple[float, float], slope: float, end_slope: float
) -> str:
    """Return the cubic between two places that has the given slopes at its ends."""
    third = (end[0] - start[0]) / 3
    first = _at(start[0] + third, start[1] + slope * third)
    second = _at(end[0] - third, end[1] - end_slope * third)
    return f"C{first} {second} {_at(*end)}"


def _at(x: float, y: float) -> str:
    return f"{_number(x)} {_number(y)}"


def _number(value: float) -> str:
    """Return a number with at most two decimals: a hundredth of a pixel is not seen."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
