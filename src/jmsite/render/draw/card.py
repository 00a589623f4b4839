"""The picture that stands for a map elsewhere: in a chat, a feed, a list of search results.

It is looked at as small as a stamp, so it holds what a map is read for in three seconds: the
phases, how people feel on the way, the moments of truth and the worst one. All lengths are pixels.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jmsite.model.phase import Stage
from jmsite.render.draw.fitting import Setting, set_in, shortened
from jmsite.render.draw.letters import runs_from_right, text_width
from jmsite.render.draw.lines import parted
from jmsite.render.draw.looks import Look, look_of
from jmsite.swimlane.curve import Curve, CurveLine, Point
from jmsite.swimlane.grid import PhaseHead
from jmsite.swimlane.smooth import Box, area_below, bends, path, trace

WIDTH, HEIGHT = 1200, 630
EDGE = 64.0
# How wide what stands between the edges is.
INNER = WIDTH - 2 * EDGE
BAND, FOOT, ICON = 64.0, 582.0, 36.0
# Room above a curve for moments of truth, and below it for the worst one.
_MARGIN = 62.0
# Where a curve ends above the foot, and where one that is there for the eye alone begins and ends.
_END, _EYE = FOOT - 30, (370.0, 606.0, 24.0)
# Sizes of type, each with the most lines that there is room for.
_TITLE = ((60, 1), (50, 2))
_LEAD = ((32, 3),)
_NAME = ((26, 1), (22, 2), (19, 2))
_SITE = ((26, 1),)
_WORST, _PERSON = 26.0, 22.0
_SAMPLE, _BETWEEN, _MOST_ICONS = 44.0, 28.0, 8


@dataclass(frozen=True)
class Band:
    """A phase at its place in the row of phases."""

    left: float
    width: float
    stage: Stage | None
    name: Setting


@dataclass(frozen=True)
class Stroke:
    """The line of a persona, as paths.

    ``known`` runs between points that are backed, ``assumed`` is the rest, ``dots`` are points that
    stand alone, and ``below`` lies between neutral and the line under it.
    """

    look: Look
    known: str
    assumed: str
    dots: str
    below: str


@dataclass(frozen=True)
class Worst:
    """The worst moment: its place, and its name around the place ``label``."""

    x: float
    y: float
    name: str
    label: float


@dataclass(frozen=True)
class CardCurve:
    """The curve between the edges, from ``top`` on; ``zero`` is the height of neutral in it.

    ``truths`` are moments of truth by their places.
    """

    top: float
    height: float
    zero: float
    strokes: tuple[Stroke, ...]
    truths: tuple[tuple[float, float], ...] = ()
    worst: Worst | None = None


@dataclass(frozen=True)
class Person:
    """A persona by the sample of its line, which begins at ``left``."""

    left: float
    name: str
    look: Look


@dataclass(frozen=True)
class Card:
    """A picture of ``WIDTH`` by ``HEIGHT``.

    ``head`` names the site, ``fact`` is told opposite. ``bands`` lie at ``top``; without a curve
    the ``lead`` stands below. ``icons`` are names. A ``mirrored`` one runs from right to left.
    """

    head: Setting
    fact: str
    title: Setting
    lead: Setting
    top: float = 0.0
    bands: tuple[Band, ...] = ()
    curve: CardCurve | None = None
    icons: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    mirrored: bool = False

    def x(self, place: float, width: float = 0.0) -> float:
        """Return where something so wide stands in the picture that stands at a place of a map."""
        return WIDTH - place - width if self.mirrored else place

    def marked(self, line: str, lines: Sequence[str]) -> str:
        """Return one of the lines of a text with the marks by which it runs as all of it does."""
        from_right = runs_from_right(" ".join(lines), usually=self.mirrored)
        return f"\u202b{line}\u202c" if from_right else line


def head_of(site: str, fact: str) -> Setting:
    """Return the name of a site at the head of a card, beside what is told opposite."""
    return set_in(site, INNER - text_width(fact, 26) - EDGE, _SITE)


def title_of(title: str) -> Setting:
    """Return the title of a card as it is set."""
    return set_in(title, INNER, _TITLE)


def lead_of(text: str) -> Setting:
    """Return a text below the title of a card as it is set."""
    return set_in(text, INNER, _LEAD)


def top_below(title: Setting) -> float:
    """Return where the row of phases begins below a title."""
    return 200.0 if len(title.lines) < 2 else 226.0


def bands_of(phases: Sequence[PhaseHead], names: Sequence[str], columns: int) -> Iterator[Band]:
    """Yield the phases of a map of so many columns.

    One without a name that can be drawn, or with no room for its beginning, has its number.
    """
    column = INNER / max(columns, 1)
    for phase, name in zip(phases, names, strict=True):
        width = phase.span * column - 3
        set_ = set_in(name, width - 24, _NAME)
        if not set_.lines or len(set_.lines[0]) < min(len(name), 4):
            set_ = Setting(_NAME[0][0], (str(phase.number),))
        yield Band(EDGE + phase.first * column, width, phase.stage, set_)


def curve_of(
    curve: Curve, top: float, truths: Sequence[Point], worst: Point | None, name: str
) -> CardCurve:
    """Return the curve of a map below its phases; ``name`` is what the worst moment is called."""
    box = Box(curve.columns, INNER, _END - top, _MARGIN, curve.first)
    return replace(
        _curve(curve, top, box),
        truths=tuple((EDGE + box.x(one.x), box.y(one.score)) for one in truths),
        worst=_worst(worst, box, name) if worst else None,
    )


def curve_for_the_eye(curve: Curve) -> CardCurve:
    """Return the lines of a curve alone, at the foot of a card that is about no map."""
    top, bottom, margin = _EYE
    return _curve(curve, top, Box(curve.columns, INNER, bottom - top, margin, curve.first))


def people_of(names: Mapping[int, str], left: float) -> tuple[Person, ...]:
    """Return the personas of lines, by number, at the end of the foot; none without room for all.

    ``left`` is where what stands there already ends.
    """
    if len(names) < 2:
        return ()
    widths = [_SAMPLE + 10 + text_width(name, _PERSON) + _BETWEEN for name in names.values()]
    start = EDGE + INNER - sum(widths) + _BETWEEN
    if start < left + _BETWEEN:
        return ()
    lefts = [start + sum(widths[:place]) for place in range(len(widths))]
    both = zip(lefts, names.items(), strict=True)
    return tuple(Person(place, name, look_of(number)) for place, (number, name) in both)


def icons_of(names: Sequence[str]) -> tuple[tuple[str, ...], float]:
    """Return the icons that stand in the foot, each once, and where they end."""
    found = tuple(dict.fromkeys(names))[:_MOST_ICONS]
    return found, EDGE + len(found) * (ICON + 16)


def _curve(curve: Curve, top: float, box: Box) -> CardCurve:
    strokes = tuple(_stroke(line, box) for line in curve.lines)
    return CardCurve(top, box.height, box.y(0), strokes)


def _stroke(line: CurveLine, box: Box) -> Stroke:
    known, assumed = parted(line, box)
    alone = [segment for segment in line.segments if len(segment) == 1]
    return Stroke(
        look_of(line.number),
        trace(known),
        trace(assumed),
        "".join(path(segment, box) for segment in alone),
        "".join(area_below(bends(segment, box), box.y(0)) for segment in line.segments),
    )


def _worst(point: Point, box: Box, name: str) -> Worst:
    x, short = EDGE + box.x(point.x), shortened(name, _WORST, INNER / 2)
    half = text_width(short, _WORST) / 2
    label = min(max(x, EDGE + half), EDGE + INNER - half)
    return Worst(x, box.y(point.score), short, label)
