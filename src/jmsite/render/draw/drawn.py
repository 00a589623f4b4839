"""The curve of a map as it is drawn: what a template puts on the page, in per cent."""

from __future__ import annotations

from dataclasses import dataclass

from jmsite.model.ids import Ref
from jmsite.render.draw.frame import COLUMN, HEIGHT
from jmsite.render.draw.looks import Look
from jmsite.render.draw.names import Anchor
from jmsite.render.draw.strip import Sign
from jmsite.swimlane.curve import Curve, CurveLine, Point
from jmsite.swimlane.grid import PhaseHead


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
    """The line of a persona; its look tells it from the others.

    ``known`` is its path between points that are both backed by a source, ``assumed`` the rest of
    it. ``area`` lies between the score 0 and the parts of the line below it. ``label`` is where the
    line is named.
    """

    line: CurveLine
    name: str
    look: Look
    known: str
    assumed: str
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
    """Where people leave or wait, in per cent; ``text`` is empty where it has no room.

    ``right`` tells that the text stands to the right of the sign.
    """

    sign: Sign
    point: Point
    x: float
    y: float
    text: str
    anchor: Anchor
    right: bool


@dataclass(frozen=True)
class Worst:
    """The lowest point, with the edges of its columns in per cent and where it is named."""

    dot: Dot
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

    @property
    def view(self) -> str:
        """Return the view box that the paths are drawn in."""
        return f"0 0 {self.curve.columns * COLUMN:.0f} {HEIGHT:.0f}"

    @property
    def turn(self) -> str:
        """Return what turns the paths around, empty where they run from left to right."""
        return f"matrix(-1 0 0 1 {self.curve.columns * COLUMN:.0f} 0)" if self.mirrored else ""

    def over(self, phase: PhaseHead) -> Slice:
        """Return what is needed to show the columns of a phase on their own."""
        curve = self.curve
        left = phase.first - curve.first
        if self.mirrored:
            left = curve.columns - left - phase.span
        courses = ((line, one) for line in self.lines for one in line.course)
        return Slice(
            x=round(-100 * left / phase.span, 2),
            width=round(100 * curve.columns / phase.span, 2),
            courses=tuple((line, one) for line, one in courses if one.phase == phase.ref),
        )


@dataclass(frozen=True)
class Slice:
    """A part of the drawing: the whole of it lies behind a window that is 100 per cent wide.

    ``x`` and ``width`` are where it begins and how wide it is, in per cent of the window.
    ``courses`` has what lines do here, for those that have a point here.
    """

    x: float
    width: float
    courses: tuple[tuple[DrawnLine, Course], ...]
