"""The emotion curve of a map: its lines, marks and labels, over the columns of the table.

The drawing is as wide as the columns below it and has no width of its own, so places are in per
cent. Lines are stretched to it: they are in units of ``WIDTH`` across and of one per cent down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from jmsite.model.ids import Ref
from jmsite.render.draw.drawn import (
    Course,
    Dot,
    DrawnLine,
    Label,
    MapCurve,
    Said,
    Told,
    Worst,
)
from jmsite.render.draw.frame import WIDTH, ZERO, across, down, stretched, y_of
from jmsite.render.draw.labels import GEM_AT, RING, Labels, Quote, labels_on
from jmsite.render.draw.names import Anchor, Text
from jmsite.render.draw.speech import Speech
from jmsite.render.draw.strip import Note
from jmsite.swimlane.curve import Curve, CurveLine, Point
from jmsite.swimlane.smooth import Bend, Box, Spot, area_below, bends, dots, trace

LOOKS = ("circle", "square", "diamond", "triangle")
_SCORES = (2, 1, -1, -2)
_SWAPPED: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


def map_curve(
    curve: Curve, phases: Sequence[int], speech: Speech | None = None, *, mirrored: bool = False
) -> MapCurve | None:
    """Return the drawing of a curve, or of a part of one; None where no emotion is known.

    ``phases`` are the first columns of the phases. ``speech`` says what is written on the curve.
    ``mirrored`` is for languages that run from right to left, as their tables do. A part of a
    curve (``Curve.between``) is drawn as wide as a whole one, and its lines run to its edges.
    """
    speech = speech or Speech()
    shown = _mirrored(curve) if mirrored else curve
    if not any(map(shown.shows, shown.points)):
        return None
    lowest = _lowest(shown)
    labels = labels_on(shown, lowest, speech)
    edges = tuple(_edges(shown, phases, mirrored=mirrored))
    drawing = MapCurve(
        curve=shown,
        lines=tuple(_lines(shown, labels, speech)),
        truths=tuple(_dot(point, shown) for point in labels.truths),
        worst=_worst(shown, lowest, labels) if lowest else None,
        told=tuple(_told(note, shown) for note in labels.notes),
        quotes=tuple(_said(quote, shown) for quote in labels.quotes),
        edges=edges,
        grid=_grid(edges),
        leaders=_leaders(shown, labels),
        mirrored=mirrored,
    )
    return _swapped(drawing) if mirrored else drawing


def _lowest(curve: Curve) -> Point | None:
    """Return the worst moment where it is shown; where none is below neutral nothing hurts."""
    point = curve.worst
    return point if point and point.score < 0 and curve.shows(point) else None


def _mirrored(curve: Curve) -> Curve:
    edges = 2 * curve.first + curve.columns
    lines = (
        replace(
            line,
            segments=tuple(
                tuple(replace(point, x=edges - point.x) for point in reversed(segment))
                for segment in reversed(line.segments)
            ),
        )
        for line in curve.lines
    )
    return replace(curve, lines=tuple(lines))


def _swapped(drawing: MapCurve) -> MapCurve:
    """Return a drawing for where texts begin at the right: what starts there ends here."""
    worst = drawing.worst
    return replace(
        drawing,
        lines=tuple(replace(line, label=_turned(line.label)) for line in drawing.lines),
        worst=replace(worst, label=_turned(worst.label)) if worst else None,
        told=tuple(replace(one, anchor=_SWAPPED[one.anchor]) for one in drawing.told),
        quotes=tuple(
            replace(one, label=replace(one.label, anchor=_SWAPPED[one.label.anchor]))
            for one in drawing.quotes
        ),
    )


def _turned(label: Label | None) -> Label | None:
    return replace(label, anchor=_SWAPPED[label.anchor]) if label else None


def _percent(curve: Curve, column: float) -> float:
    return round(100 * (column - curve.first) / max(curve.columns, 1), 2)


def _dot(point: Point, curve: Curve) -> Dot:
    return Dot(_percent(curve, point.x), y_of(point.score), point)


def _edges(curve: Curve, phases: Sequence[int], *, mirrored: bool) -> Iterator[float]:
    """Yield where phases begin inside the drawing."""
    for first in phases:
        place = _percent(curve, first)
        if 0 < place < 100:
            yield 100 - place if mirrored else place


def _lines(curve: Curve, labels: Labels, speech: Speech) -> Iterator[DrawnLine]:
    box = stretched(curve)
    for line, name in zip(curve.lines, labels.names, strict=True):
        shown = [point for point in line.points if curve.shows(point)]
        known, assumed = _parted(line, box)
        yield DrawnLine(
            line=line,
            name=speech.name(line),
            hue=hue_of(line),
            mark=LOOKS[hue_of(line) - 1],
            known=trace(known),
            assumed=trace(assumed),
            known_dots=dots(_spot(point, box) for point in shown if point.validated),
            assumed_dots=dots(_spot(point, box) for point in shown if not point.validated),
            area="".join(area_below(_seen(segment, box), ZERO) for segment in line.segments),
            dots=tuple(_dot(point, curve) for point in shown),
            course=_course(shown),
            label=_label(name, curve.columns) if name else None,
        )


def hue_of(line: CurveLine) -> int:
    """Return which of the hues a line has; the fifth persona has that of the first."""
    return (line.number - 1) % len(LOOKS) + 1


def _seen(segment: Sequence[Point], box: Box) -> list[Bend]:
    """Return the pieces of a line that are not wholly beyond the edges of the drawing."""
    return [one for one in bends(segment, box) if one.end[0] > 0 and one.start[0] < WIDTH]


def _parted(line: CurveLine, box: Box) -> tuple[list[Bend], list[Bend]]:
    """Return the pieces of a line between points that are both validated, and all others."""
    known: list[Bend] = []
    assumed: list[Bend] = []
    for segment in line.segments:
        for ends, bend in zip(pairwise(segment), bends(segment, box), strict=True):
            if bend.end[0] > 0 and bend.start[0] < WIDTH:
                (known if all(point.validated for point in ends) else assumed).append(bend)
    return known, assumed


def _spot(point: Point, box: Box) -> Spot:
    return box.x(point.x), box.y(point.score)


def _course(points: Iterable[Point]) -> tuple[Course, ...]:
    scores: dict[Ref, list[float]] = {}
    for point in points:
        scores.setdefault(point.phase, []).append(point.score)
    return tuple(Course(phase, min(felt), max(felt)) for phase, felt in scores.items())


def _worst(curve: Curve, point: Point, labels: Labels) -> Worst:
    line = next(line for line in curve.lines if point in line.points)
    column = min(int(point.x), curve.first + curve.columns - 1)
    return Worst(
        dot=_dot(point, curve),
        mark=LOOKS[hue_of(line) - 1],
        left=_percent(curve, column),
        width=round(100 / curve.columns, 2),
        label=_label(labels.worst, curve.columns) if labels.worst else None,
    )


def _label(text: Text, columns: int) -> Label:
    return Label(across(text.at[0], columns), down(text.baseline), text.anchor, text.lines)


def _said(quote: Quote, curve: Curve) -> Said:
    return Said(quote.line, hue_of(quote.line), quote.point, _label(quote.text, curve.columns))


def _told(note: Note, curve: Curve) -> Told:
    x, y = note.at
    place = across(x, curve.columns), down(y)
    return Told(note.sign, note.point, *place, note.text, note.anchor)


def _grid(edges: Sequence[float]) -> str:
    """Return the lines of the scores across and of the phases down as one path."""
    levels = "".join(f"M0 {_short(y_of(score))}H{WIDTH}" for score in _SCORES)
    return levels + "".join(f"M{_short(edge * WIDTH / 100)} 0V100" for edge in edges)


def _leaders(curve: Curve, labels: Labels) -> str:
    """Return what leads from points up to moments of truth and down to the row of signs."""
    box = stretched(curve)
    gem = down(GEM_AT + 10)
    ups = (_upright(box.x(one.x), gem, box.y(one.score) - down(RING)) for one in labels.truths)
    led = (note for note in labels.notes if note.leader)
    downs = (
        _upright(box.x(note.point.x), down(note.leader.top), down(note.leader.bottom))
        for note in led
        if note.leader
    )
    return "".join((*ups, *downs))


def _upright(x: float, top: float, bottom: float) -> str:
    return f"M{_short(x)} {_short(top)}V{_short(bottom)}" if bottom > top else ""


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
