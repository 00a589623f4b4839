"""Curves over each other on one axis of phases, all equally wide, aligned touchpoints in one place.

A drawing is stretched to its place: lines are in units of ``WIDTH`` across and of one per cent
down, marks are in per cent of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from jmsite.model.ids import Ref
from jmsite.render.draw.looks import Look, look_of
from jmsite.site.site import journey_ref, phase_ref, touchpoint_ref
from jmsite.swimlane.compare import Comparison
from jmsite.swimlane.curve import Curve, CurveLine, Point
from jmsite.swimlane.items import Named
from jmsite.swimlane.smooth import Box, path
from jmsite.swimlane.together import Together

WIDTH = 1000
HEIGHT = 100
# Room above and below the ends of the scale, in per cent: the scores 2 and -2 lie at 12 and 88.
_MARGIN = 12
Role = Literal["before", "after", "persona"]


@dataclass(frozen=True)
class OverlayDot:
    """A point of a line, in per cent."""

    x: float
    y: float
    point: Point


@dataclass(frozen=True)
class OverlayLine:
    """A line: that of a side, or of a persona, whose look tells it from others."""

    role: Role
    persona: Named | None
    look: Look
    paths: tuple[str, ...]
    dots: tuple[OverlayDot, ...]


@dataclass(frozen=True)
class Lift:
    """How far a feeling rises or falls at a place that is on both sides, in per cent.

    ``place`` is the thing after; ``was`` and ``now`` are the scores.
    """

    x: float
    start: float
    end: float
    place: Named
    was: float
    now: float

    @property
    def up(self) -> bool:
        """Tell whether it rises."""
        return self.end < self.start

    @property
    def lowest(self) -> float:
        """Return the lower end."""
        return max(self.start, self.end)


@dataclass(frozen=True)
class Panel:
    """Lines that are drawn over each other: both of a persona, all of a side, or all of a journey.

    ``name`` is the persona or the journey whose lines they are; None for everyone's and for all.
    """

    name: Ref | None
    lines: tuple[OverlayLine, ...]
    lifts: tuple[Lift, ...] = ()

    @property
    def farthest(self) -> Lift | None:
        """Return where a feeling moves most, the first of equal ones; None where none moves."""
        return max(self.lifts, key=lambda lift: abs(lift.end - lift.start), default=None)


@dataclass(frozen=True)
class Overlay:
    """The whole drawing; ``edges`` are where phases begin, without the first, in per cent.

    ``mirrored`` tells that it runs from right to left.
    """

    phases: int
    edges: tuple[float, ...]
    panels: tuple[Panel, ...]
    mirrored: bool = False

    def scale(self) -> tuple[tuple[int, float], ...]:
        """Return the scores that the lines are read by, and where each lies in per cent."""
        box = Box(self.phases, WIDTH, HEIGHT, _MARGIN)
        return tuple((score, box.y(score)) for score in (2, 1, 0, -1, -2))


@dataclass(frozen=True)
class _Axis:
    """The common axis of phases: where each thing stands, in phases from the start."""

    places: Mapping[Ref, float]
    phases: int
    mirrored: bool

    def box(self) -> Box:
        return Box(self.phases, WIDTH, HEIGHT, _MARGIN)

    def edges(self) -> tuple[float, ...]:
        return tuple(round(100 * number / self.phases, 3) for number in range(1, self.phases))

    def placed(self, segment: Iterable[Point]) -> tuple[Point, ...]:
        """Return points at their places on the axis, from left to right."""
        moved = (replace(point, x=self._x(point)) for point in segment)
        return tuple(sorted(moved, key=lambda point: point.x))

    def _x(self, point: Point) -> float:
        x = self.places[point.place.ref]
        return self.phases - x if self.mirrored else x


def overlay_of(
    comparison: Comparison, *, mirrored: bool = False, by_persona: bool = False
) -> Overlay | None:
    """Return both curves of a comparison, a panel for each persona; None where none is known.

    Where nobody is on both sides there is a panel for each side, unless ``by_persona`` asks for
    one for each persona all the same. ``mirrored`` is for languages that run from right to left.
    """
    axis = _Axis(dict(_places_of_pairs(comparison)), len(comparison.phases), mirrored)
    if by_persona or _shares_people(comparison):
        panels = tuple(_panels(comparison, axis))
    else:
        panels = tuple(_panels_of_sides(comparison, axis))
    return Overlay(axis.phases, axis.edges(), panels, mirrored) if panels else None


def overlay_of_personas(shown: Together, *, mirrored: bool = False) -> Overlay | None:
    """Return the lines of the personas of a journey over each other; None where none is known."""
    axis = _Axis(dict(_places_of_phases(shown)), len(shown.phases), mirrored)
    lines = tuple(_drawn(line, "persona", axis) for line in shown.curve.lines)
    return Overlay(axis.phases, axis.edges(), (Panel(None, lines),), mirrored) if lines else None


def _shares_people(comparison: Comparison) -> bool:
    """Tell whether somebody is on both sides, where both tell who feels what."""
    sides = [{_ref(line.persona) for line in curve.lines} for curve in comparison.curves]
    apart = all(sides) and None not in set.union(*sides) and not set.intersection(*sides)
    return not apart


def _panels(comparison: Comparison, axis: _Axis) -> Iterator[Panel]:
    """Yield a panel for each persona."""
    for who in _people(comparison.curves):
        drawn = ((_line_of(curve, who), role) for curve, role in _roles(comparison.curves))
        lines = tuple(_drawn(line, role, axis) for line, role in drawn if line)
        yield Panel(_ref(who), lines, tuple(_lifts(lines)))


def _panels_of_sides(comparison: Comparison, axis: _Axis) -> Iterator[Panel]:
    journeys = (comparison.before, comparison.after)
    for journey, curve in zip(journeys, comparison.curves, strict=True):
        lines = tuple(_drawn(line, "persona", axis) for line in curve.lines)
        yield Panel(journey_ref(journey), lines)


def _roles(curves: tuple[Curve, Curve]) -> tuple[tuple[Curve, Role], tuple[Curve, Role]]:
    return (curves[0], "before"), (curves[1], "after")


def _places_of_phases(shown: Together) -> Iterator[tuple[Ref, float]]:
    for number, phase in enumerate(shown.phases):
        yield phase_ref(shown.journey, phase.phase), number + 0.5
        for place, one in enumerate(phase.touchpoints):
            ref = touchpoint_ref(shown.journey, one.touchpoint)
            yield ref, number + (place + 0.5) / len(phase.touchpoints)


def _places_of_pairs(comparison: Comparison) -> Iterator[tuple[Ref, float]]:
    for number, pair in enumerate(comparison.phases):
        sides = ((comparison.before, pair.before), (comparison.after, pair.after))
        yield from ((phase_ref(one, phase), number + 0.5) for one, phase in sides if phase)
        for place, row in enumerate(pair.rows):
            x = number + (place + 0.5) / len(pair.rows)
            both = ((comparison.before, row.before), (comparison.after, row.after))
            yield from ((touchpoint_ref(one, here), x) for one, here in both if here)


def _people(curves: Iterable[Curve]) -> tuple[Named | None, ...]:
    """Return whose lines are drawn: each persona's, else everyone's."""
    lines = [line for curve in curves for line in curve.lines]
    people = {line.persona.ref: line.persona for line in lines if line.persona}
    return tuple(people.values()) or ((None,) if lines else ())


def _line_of(curve: Curve, who: Named | None) -> CurveLine | None:
    """Return the line of a persona; what everyone feels goes for each."""
    mine = (line for line in curve.lines if line.persona is None or line.persona.ref == _ref(who))
    return next(mine, None)


def _ref(who: Named | None) -> Ref | None:
    return who.ref if who else None


def _drawn(line: CurveLine, role: Role, axis: _Axis) -> OverlayLine:
    box = axis.box()
    segments = [axis.placed(segment) for segment in line.segments]
    dots = (
        OverlayDot(round(100 * point.x / axis.phases, 2), round(box.y(point.score), 2), point)
        for segment in segments
        for point in segment
    )
    return OverlayLine(
        role=role,
        persona=line.persona,
        look=look_of(line.number),
        paths=tuple(path(segment, box) for segment in segments if len(segment) > 1),
        dots=tuple(dots),
    )


def _lifts(lines: Sequence[OverlayLine]) -> Iterator[Lift]:
    """Yield what rises or falls where both sides have a point in one place."""
    if len(lines) != 2:
        return
    ends = {dot.x: dot for dot in lines[1].dots}
    for dot in lines[0].dots:
        end = ends.get(dot.x)
        if end and end.y != dot.y:
            was, now = dot.point.score, end.point.score
            yield Lift(dot.x, dot.y, end.y, end.point.place, was, now)
