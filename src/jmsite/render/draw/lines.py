"""The lines of a curve and what leads to its marks, as paths in pixels of the narrowest columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from jmsite.model.ids import Ref
from jmsite.render.draw.drawn import Course, Dot, DrawnLine, Label
from jmsite.render.draw.frame import HEIGHT, across, down, in_pixels, is_seen, seen, y_of
from jmsite.render.draw.labels import GEM_AT, RING, Labels
from jmsite.render.draw.looks import look_of
from jmsite.render.draw.names import Text
from jmsite.render.draw.speech import Speech
from jmsite.swimlane.curve import Curve, CurveLine, Point
from jmsite.swimlane.smooth import Bend, Box, area_below, bends, trace

_SCORES = (2, 1, -1, -2)
# A leader ends so far below the middle of a moment of truth.
_BELOW_GEM = 10.0


def drawn_lines(curve: Curve, labels: Labels, speech: Speech) -> Iterator[DrawnLine]:
    """Yield the lines of a curve as they are drawn."""
    box = in_pixels(curve)
    for line, name in zip(curve.lines, labels.names, strict=True):
        shown = [point for point in line.points if curve.shows(point)]
        known, assumed = parted(line, box)
        yield DrawnLine(
            line=line,
            name=speech.name(line),
            look=look_of(line.number),
            known=trace(known),
            assumed=trace(assumed),
            area="".join(area_below(seen(one, box), box.y(0)) for one in line.segments),
            dots=tuple(
                Dot(across(box.x(point.x), curve.columns), y_of(point.score), point)
                for point in shown
            ),
            course=_course(shown),
            label=label_of(name, curve.columns) if name else None,
        )


def label_of(text: Text, columns: int) -> Label:
    """Return a text with its place in per cent."""
    return Label(across(text.at[0], columns), down(text.baseline), text.anchor, text.lines)


def grid_of(curve: Curve, edges: Sequence[float]) -> str:
    """Return the lines of the scores across and of the phases down as one path."""
    box = in_pixels(curve)
    levels = "".join(f"M0 {box.y(score):.0f}H{box.width:.0f}" for score in _SCORES)
    return levels + "".join(f"M{edge * box.width / 100:.0f} 0V{HEIGHT:.0f}" for edge in edges)


def leaders_of(curve: Curve, labels: Labels) -> str:
    """Return what leads from points up to moments of truth and down to the row of signs."""
    box = in_pixels(curve)
    ups = (
        _upright(box.x(one.x), GEM_AT + _BELOW_GEM, box.y(one.score) - RING)
        for one in labels.truths
    )
    boxes = (note.leader for note in labels.notes if note.leader)
    downs = (_upright((one.left + one.right) / 2, one.top, one.bottom) for one in boxes)
    return "".join((*ups, *downs))


def parted(line: CurveLine, box: Box) -> tuple[list[Bend], list[Bend]]:
    """Return the pieces of a line between points that are both validated, and all others."""
    known: list[Bend] = []
    assumed: list[Bend] = []
    for segment in line.segments:
        for ends, bend in zip(pairwise(segment), bends(segment, box), strict=True):
            if is_seen(bend, box):
                (known if all(point.validated for point in ends) else assumed).append(bend)
    return known, assumed


def _course(points: Iterable[Point]) -> tuple[Course, ...]:
    scores: dict[Ref, list[float]] = {}
    for point in points:
        scores.setdefault(point.phase, []).append(point.score)
    return tuple(Course(phase, min(felt), max(felt)) for phase, felt in scores.items())


def _upright(x: float, top: float, bottom: float) -> str:
    return f"M{x:.0f} {top:.0f}V{bottom:.0f}" if bottom > top else ""
