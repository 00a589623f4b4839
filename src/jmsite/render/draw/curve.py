"""The small emotion curve of a list: lines, what lies above and below the middle, the worst."""

from __future__ import annotations

from dataclasses import dataclass

from jmsite.render.draw.looks import Look, look_of
from jmsite.swimlane.curve import Curve, Point
from jmsite.swimlane.smooth import Box, area, path

# The drawing is stretched to its place, so its units are shares: 1000 in width, 100 in height.
WIDTH = 1000
HEIGHT = 100
_MARGIN = 8


@dataclass(frozen=True)
class Line:
    """The line of a persona, by the number that chooses its look; ``dots`` stand alone."""

    number: int
    paths: tuple[str, ...]
    areas: tuple[str, ...]
    dots: tuple[tuple[float, float], ...]

    @property
    def look(self) -> Look:
        """Return what tells the line from those of other personas."""
        return look_of(self.number)


@dataclass(frozen=True)
class SmallCurve:
    """A curve in units of ``WIDTH`` and ``HEIGHT``; ``worst`` is in per cent of both."""

    lines: tuple[Line, ...]
    worst: tuple[float, float] | None


def small_curve(curve: Curve, persona: str = "") -> SmallCurve:
    """Return a curve as a small drawing, of all personas or of one (an id) and of everyone."""
    box = Box(curve.columns, WIDTH, HEIGHT, _MARGIN)
    chosen = [
        line
        for line in curve.lines
        if not persona or line.persona is None or line.persona.ref.id == persona
    ]
    lines = tuple(_line(line.number, line.segments, box) for line in chosen)
    lowest = Curve(curve.columns, tuple(chosen)).worst
    return SmallCurve(lines, _place(lowest, box) if lowest and lowest.score < 0 else None)


def _line(number: int, segments: tuple[tuple[Point, ...], ...], box: Box) -> Line:
    long = [segment for segment in segments if len(segment) > 1]
    return Line(
        number,
        tuple(path(segment, box) for segment in long),
        tuple(area(segment, box) for segment in long),
        tuple(_place(segment[0], box) for segment in segments if len(segment) == 1),
    )


def _place(point: Point, box: Box) -> tuple[float, float]:
    return round(box.x(point.x) * 100 / WIDTH, 2), round(box.y(point.score), 2)
