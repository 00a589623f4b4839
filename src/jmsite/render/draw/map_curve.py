"""The emotion curve of a map: its lines, marks and labels, over the columns of the table.

The drawing is as wide as the columns below it and has no width of its own, so places are in per
cent. Lines are stretched to it: they are in units of ``WIDTH`` across and of one per cent down.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jmsite.render.draw.names import COLUMN, HEIGHT, Anchor, Name, Place, place_name, text_box
from jmsite.render.draw.names import Box as Taken
from jmsite.swimlane.curve import Curve, CurveLine, Point
from jmsite.swimlane.smooth import Box, area, path

WIDTH = 1000
# Scores of 2, 0 and -2 lie at 20, 54 and 88 per cent: there is room above for the moments of
# truth and below for the name of the worst one.
TOP = 20.0
ZERO = 54.0
_REACH = 68.0
LOOKS = ("circle", "square", "diamond", "triangle")
# More lines than this tint the ground so often that no tint can be read.
_TINTED = 2
# Moments of truth stand above the curve, down to this many pixels from its top.
_GEM = 22.0


@dataclass(frozen=True)
class Dot:
    """A point of a line, in per cent, and what is known of it."""

    x: float
    y: float
    point: Point


@dataclass(frozen=True)
class Label:
    """A text at a place, in per cent, moved down by ``dy`` pixels."""

    x: float
    y: float
    dy: int
    anchor: Anchor


@dataclass(frozen=True)
class DrawnLine:
    """The line of a persona; ``hue`` from 1 and ``mark`` tell it from the others.

    ``areas`` reach from the line to the score 0. ``label`` is where the persona is named; None for
    the line of everyone.
    """

    line: CurveLine
    hue: int
    mark: str
    paths: tuple[str, ...]
    areas: tuple[str, ...]
    dots: tuple[Dot, ...]
    label: Label | None


@dataclass(frozen=True)
class Worst:
    """The lowest point, with the edges of its column in per cent and where it is named."""

    dot: Dot
    mark: str
    left: float
    width: float
    label: Label


@dataclass(frozen=True)
class MapCurve:
    """The whole drawing; ``truths`` has one dot for each place that is a moment of truth.

    ``edges`` are where phases begin, without the first.
    """

    lines: tuple[DrawnLine, ...]
    truths: tuple[Dot, ...]
    worst: Worst | None
    edges: tuple[float, ...]


def map_curve(
    curve: Curve, phases: Sequence[int], *, worst_letters: int = 12, mirrored: bool = False
) -> MapCurve | None:
    """Return the drawing of a curve, or None where no emotion is known.

    ``phases`` are the first columns of the phases. ``worst_letters`` is how long the label of the
    worst moment is. ``mirrored`` is for languages that run from right to left, as their tables do.
    """
    if not curve.lines:
        return None
    columns = curve.columns
    shown = _mirrored(curve) if mirrored else curve
    starts = [columns - first if mirrored else first for first in phases[1:]]
    truths = _truths(shown)
    worst = _worst(shown, worst_letters)
    return MapCurve(
        lines=_lines(shown, truths, worst, worst_letters),
        truths=truths,
        worst=worst,
        edges=tuple(_percent(start, columns) for start in starts),
    )


def y_of(score: float) -> float:
    """Return where a score lies, in per cent from the top."""
    return round(ZERO - _REACH / 4 * score, 2)


def _mirrored(curve: Curve) -> Curve:
    lines = (
        replace(
            line,
            segments=tuple(
                tuple(replace(point, x=curve.columns - point.x) for point in reversed(segment))
                for segment in reversed(line.segments)
            ),
        )
        for line in curve.lines
    )
    return replace(curve, lines=tuple(lines))


def _percent(column: float, columns: int) -> float:
    return round(100 * column / max(columns, 1), 3)


def _dot(point: Point, columns: int) -> Dot:
    return Dot(_percent(point.x, columns), y_of(point.score), point)


def _truths(curve: Curve) -> tuple[Dot, ...]:
    """Return the moments of truth, each at the highest of the points that share its place."""
    highest: dict[float, Dot] = {}
    for point in curve.points:
        if point.moment_of_truth:
            dot = _dot(point, curve.columns)
            highest[dot.x] = min(highest.get(dot.x, dot), dot, key=lambda one: one.y)
    return tuple(highest[x] for x in sorted(highest))


def _worst(curve: Curve, letters: int) -> Worst | None:
    """Return the lowest point; where none is below neutral nothing hurts."""
    point = curve.worst
    if point is None or point.score >= 0:
        return None
    line = next(line for line in curve.lines if point in line.points)
    dot = _dot(point, curve.columns)
    return Worst(
        dot=dot,
        mark=_look(line),
        left=_percent(min(int(point.x), curve.columns - 1), curve.columns),
        width=_percent(1, curve.columns),
        label=_label(dot, _worst_name(curve, dot, letters)),
    )


def _worst_name(curve: Curve, dot: Dot, letters: int) -> Name:
    """Return the name of the worst moment: below its ring, where no lower mark can be."""
    return text_box(_pixels(dot, curve), 22, letters, curve.columns * COLUMN)


def _look(line: CurveLine) -> str:
    return LOOKS[(line.number - 1) % len(LOOKS)]


def _label(dot: Dot, name: Name) -> Label:
    return Label(dot.x, dot.y, name.dy, name.anchor)


def _pixels(dot: Dot, curve: Curve) -> Place:
    return dot.x / 100 * curve.columns * COLUMN, dot.y / 100 * HEIGHT


def _lines(
    curve: Curve, truths: Sequence[Dot], worst: Worst | None, letters: int
) -> tuple[DrawnLine, ...]:
    dots = [tuple(_dot(point, curve.columns) for point in line.points) for line in curve.lines]
    labels = _labels(curve, dots, _taken(curve, truths, worst, letters))
    tinted = len(curve.lines) <= _TINTED
    return tuple(
        _drawn(line, own, label, curve.columns, tinted=tinted or number == 0)
        for number, (line, own, label) in enumerate(zip(curve.lines, dots, labels, strict=True))
    )


def _drawn(
    line: CurveLine, dots: tuple[Dot, ...], label: Label | None, columns: int, *, tinted: bool
) -> DrawnLine:
    box = Box(columns, WIDTH, _REACH)
    runs = [segment for segment in line.segments if len(segment) > 1]
    return DrawnLine(
        line=line,
        hue=(line.number - 1) % len(LOOKS) + 1,
        mark=_look(line),
        paths=tuple(path(segment, box) for segment in runs),
        areas=tuple(area(segment, box) for segment in runs) if tinted else (),
        dots=dots,
        label=label,
    )


def _taken(curve: Curve, truths: Sequence[Dot], worst: Worst | None, letters: int) -> list[Taken]:
    """Return what stands on the curve besides its lines, in pixels."""
    taken = []
    for truth in truths:
        x, y = _pixels(truth, curve)
        taken.append(Taken(x, y / 2, 8, max(y, _GEM) / 2))
    if worst:
        taken.append(_worst_name(curve, worst.dot, letters).box)
    return taken


def _labels(curve: Curve, dots: Sequence[Sequence[Dot]], taken: list[Taken]) -> list[Label | None]:
    """Return where each line is named, one after the other, so that no two names meet."""
    lines = [[_pixels(dot, curve) for dot in own] for own in dots]
    width = curve.columns * COLUMN
    labels: list[Label | None] = []
    for line, own, places in zip(curve.lines, dots, lines, strict=True):
        letters = len(line.persona.title) if line.persona else 0
        name = place_name(letters, places, lines, taken, width) if letters else None
        if name is None:
            labels.append(None)
            continue
        taken = [*taken, name.box]
        labels.append(_label(own[places.index(name.at)], name))
    return labels
