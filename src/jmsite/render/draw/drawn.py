"""The curve of a map as it is drawn: what a template puts on the page, in per cent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from jmsite.model.ids import Ref
from jmsite.render.draw.frame import WIDTH, ZERO
from jmsite.render.draw.names import Anchor
from jmsite.render.draw.strip import Sign
from jmsite.swimlane.curve import Curve, CurveLine, Point
from jmsite.swimlane.grid import PhaseHead

# A slice is shown without the room for labels: from here to there, in per cent of the whole.
_TOP, _BOTTOM = 10.0, 90.0
# On the narrowest screen two signs nearer than this, in per cent of a slice, would touch.
_SIGN = 5.0


@dataclass(frozen=True)
class Dot:
    """A point of a line, in per cent, and what is known of it."""

    x: float
    y: float
    point: Point


@dataclass(frozen=True)
class Label:
    """Lines of text, in per cent: where they are anchored and where the first of them stands."""

    x: float
    y: float
    anchor: Anchor
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Course:
    """How a line runs through a phase: its lowest and its highest score there."""

    phase: Ref
    low: float
    high: float


@dataclass(frozen=True)
class DrawnLine:
    """The line of a persona; ``hue`` from 1 and ``mark`` tell it from the others.

    ``known`` is its path between points that are both backed by a source, ``assumed`` the rest of
    it; ``known_dots`` and ``assumed_dots`` are paths of its points. ``area`` lies between the score
    0 and the parts of the line below it. ``label`` is where the line is named.
    """

    line: CurveLine
    name: str
    hue: int
    mark: str
    known: str
    assumed: str
    known_dots: str
    assumed_dots: str
    area: str
    dots: tuple[Dot, ...]
    course: tuple[Course, ...]
    label: Label | None


@dataclass(frozen=True)
class Said:
    """A quote on the curve, in the hue of its line."""

    line: CurveLine
    hue: int
    point: Point
    label: Label


@dataclass(frozen=True)
class Told:
    """Where people leave or wait, in per cent; ``text`` is empty where it has no room."""

    sign: Sign
    point: Point
    x: float
    y: float
    text: str
    anchor: Anchor


@dataclass(frozen=True)
class Worst:
    """The lowest point, with the edges of its column in per cent and where it is named."""

    dot: Dot
    mark: str
    left: float
    width: float
    label: Label | None


@dataclass(frozen=True)
class MapCurve:
    """The whole drawing; ``truths`` has one dot for each place that is a moment of truth.

    ``edges`` are where phases begin, without the first. ``grid`` and ``leaders`` are paths: the
    lines of scores and phases, and those that lead from points to their marks.
    """

    curve: Curve
    lines: tuple[DrawnLine, ...]
    truths: tuple[Dot, ...]
    worst: Worst | None
    told: tuple[Told, ...]
    quotes: tuple[Said, ...]
    edges: tuple[float, ...]
    grid: str
    leaders: str
    mirrored: bool = False

    def over(self, phase: PhaseHead) -> Slice:
        """Return the drawing over the columns of a phase, to be shown on its own."""
        curve = self.curve
        left = phase.first - curve.first
        if self.mirrored:
            left = curve.columns - left - phase.span
        view = _View(left / curve.columns, phase.span / curve.columns)
        courses = ((line, one) for line in self.lines for one in line.course)
        return Slice(
            view=view.box,
            courses=tuple((line, one) for line, one in courses if one.phase == phase.ref),
            truths=tuple(dot for one in self.truths if (dot := view.dot(one))),
            worst=view.dot(self.worst.dot) if self.worst else None,
            told=tuple(_spread(view, self.told)),
            zero=view.y(ZERO),
        )


@dataclass(frozen=True)
class Slice:
    """A part of the drawing without its labels: ``view`` is what is seen of the lines.

    Places are in per cent of the slice; ``zero`` is where the score 0 lies. ``courses`` has what
    lines do here, for those that have a point here.
    """

    view: str
    courses: tuple[tuple[DrawnLine, Course], ...]
    truths: tuple[Dot, ...]
    worst: Dot | None
    told: tuple[Told, ...]
    zero: float


@dataclass(frozen=True)
class _View:
    """What a slice shows of the width, as shares of it."""

    left: float
    width: float

    @property
    def box(self) -> str:
        across = f"{self.left * WIDTH:.6g} {_TOP:g} {self.width * WIDTH:.6g}"
        return f"{across} {_BOTTOM - _TOP:g}"

    def x(self, whole: float) -> float:
        return round((whole - 100 * self.left) / self.width, 2)

    def y(self, whole: float) -> float:
        return round(100 * (whole - _TOP) / (_BOTTOM - _TOP), 1)

    def dot(self, dot: Dot) -> Dot | None:
        placed = Dot(self.x(dot.x), self.y(dot.y), dot.point)
        return placed if 0 <= placed.x <= 100 else None


def _spread(view: _View, told: Iterable[Told]) -> Iterator[Told]:
    """Yield the signs of a slice that do not touch each other."""
    end = -_SIGN
    for one in sorted(told, key=lambda sign: sign.x):
        x = view.x(one.x)
        if 0 <= x <= 100 and x - end >= _SIGN:
            end = x
            yield replace(one, x=x)
