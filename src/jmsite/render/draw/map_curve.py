"""The emotion curve of a map: its lines, marks and labels, over the columns of the table.

The drawing is as wide as the columns below it and has no width of its own, so places are in per
cent. Lines are stretched to it: they are in pixels of columns as narrow as they get.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jmsite.render.draw.drawn import Dot, MapCurve, Said, Told, Worst
from jmsite.render.draw.frame import across, down, y_of
from jmsite.render.draw.labels import Labels, Quote, labels_on
from jmsite.render.draw.lines import drawn_lines, grid_of, label_of, leaders_of
from jmsite.render.draw.looks import look_of
from jmsite.render.draw.mirrored import mirrored_drawing
from jmsite.render.draw.speech import Speech
from jmsite.render.draw.strip import Note
from jmsite.swimlane.curve import Curve, Point


def map_curve(
    curve: Curve, phases: Sequence[int], speech: Speech | None = None, *, mirrored: bool = False
) -> MapCurve | None:
    """Return the drawing of a curve, or of a part of one; None where no emotion is known.

    ``phases`` are the first columns of the phases. ``speech`` says what is written on the curve.
    ``mirrored`` is for languages that run from right to left, as their tables do. A part of a
    curve (``Curve.between``) is drawn as wide as a whole one, and its lines run to its edges.
    """
    speech = speech or Speech()
    if not any(map(curve.shows, curve.points)):
        return None
    lowest = _lowest(curve)
    labels = labels_on(curve, lowest, speech)
    edges = tuple(_edges(curve, phases))
    drawing = MapCurve(
        curve=curve,
        lines=tuple(drawn_lines(curve, labels, speech)),
        truths=tuple(_dot(point, curve) for point in labels.truths),
        worst=_worst(curve, lowest, labels, phases) if lowest else None,
        told=tuple(_told(note, curve) for note in labels.notes),
        quotes=tuple(_said(quote, curve) for quote in labels.quotes),
        edges=edges,
        grid=grid_of(curve, edges),
        leaders=leaders_of(curve, labels),
    )
    return mirrored_drawing(drawing) if mirrored else drawing


def _lowest(curve: Curve) -> Point | None:
    """Return the worst moment where it is shown; where none is below neutral nothing hurts."""
    point = curve.worst
    return point if point and point.score < 0 and curve.shows(point) else None


def _percent(curve: Curve, column: float) -> float:
    return round(100 * (column - curve.first) / max(curve.columns, 1), 2)


def _dot(point: Point, curve: Curve) -> Dot:
    return Dot(_percent(curve, point.x), y_of(point.score), point)


def _edges(curve: Curve, phases: Sequence[int]) -> Iterator[float]:
    """Yield where phases begin inside the drawing."""
    for first in phases:
        place = _percent(curve, first)
        if 0 < place < 100:
            yield place


def _worst(curve: Curve, point: Point, labels: Labels, phases: Sequence[int]) -> Worst:
    under = point.columns(phases, curve.first + curve.columns)
    first = max(under.start, curve.first)
    return Worst(
        dot=_dot(point, curve),
        left=_percent(curve, first),
        width=round(100 * (under.stop - first) / curve.columns, 2),
        label=label_of(labels.worst, curve.columns) if labels.worst else None,
    )


def _said(quote: Quote, curve: Curve) -> Said:
    hue = look_of(quote.line.number).hue
    return Said(quote.line, hue, quote.point, label_of(quote.text, curve.columns))


def _told(note: Note, curve: Curve) -> Told:
    x, y = note.at
    place = across(x, curve.columns), down(y)
    right = note.anchor == "start"
    return Told(note.sign, note.point, *place, note.text, note.anchor, right)
