"""All that is written and marked on the curve of a map, each thing where it has room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jmsite.render.draw.frame import HEIGHT, ground_of, spot_of
from jmsite.render.draw.ground import Box, Ground, around
from jmsite.render.draw.names import LINE, Side, Text, place_name, place_quote, place_worst
from jmsite.render.draw.speech import Speech
from jmsite.render.draw.strip import Note, led, notes_on
from jmsite.swimlane.curve import Curve, CurveLine, Point
from jmsite.swimlane.smooth import Spot

# Half the size of what stands at a point, a moment of truth above the curve, the ring of the worst.
_DOT, _GEM, RING = 5.5, 8.0, 10.0
GEM_AT = 12.0
# A curve is no page of quotes: one for so many columns, and never more than so many.
_COLUMNS_A_QUOTE, _QUOTES = 2, 8
_FELT = 1.0
# What is said from here down is written before lines are named: a name has other places.
_HURTS = -1.5


@dataclass(frozen=True)
class Quote:
    """What is said at a peak or valley of a line."""

    line: CurveLine
    point: Point
    text: Text


@dataclass(frozen=True)
class Labels:
    """What stands on a curve, in pixels of columns as narrow as they get.

    ``truths`` are the moments of truth, each at the highest point of its place. ``names`` has an
    entry for each line, None where it has no name or no room for it.
    """

    truths: tuple[Point, ...]
    worst: Text | None
    notes: tuple[Note, ...]
    names: tuple[Text | None, ...]
    quotes: tuple[Quote, ...]


def labels_on(curve: Curve, worst: Point | None, speech: Speech) -> Labels:
    """Return what is written and marked on a curve; what has no room is left out.

    What matters most comes first: moments of truth, the worst moment, where people leave and wait,
    what they say where it hurts, who is who, and then what else they say.
    """
    ground = ground_of(curve)
    _take_dots(curve, ground)
    truths = tuple(_truths(curve, ground))
    named = _name_worst(curve, worst, ground, speech) if worst else None
    notes = notes_on(curve, ground, speech)
    said = _said_at_worst(curve, worst, named, ground, speech) if worst else []
    notes = list(led(curve, ground, notes))
    said += _quotes(curve, said, ground, speech, _HURTS)
    names = tuple(_named(curve, line, ground, speech) for line in curve.lines)
    said += _quotes(curve, said, ground, speech)
    return Labels(truths, named, tuple(notes), names, tuple(said))


def _take_dots(curve: Curve, ground: Ground) -> None:
    shown = filter(curve.shows, curve.points)
    ground.take(around(spot_of(curve, point.x, point.score), _DOT) for point in shown)


def _truths(curve: Curve, ground: Ground) -> Iterator[Point]:
    """Yield the moments of truth and take their places; of two that touch the first is marked."""
    highest: dict[float, Point] = {}
    for point in filter(curve.shows, curve.points):
        if point.moment_of_truth:
            best = max(highest.get(point.x, point), point, key=lambda one: one.score)
            highest[point.x] = best
    end = -HEIGHT
    for x in sorted(highest):
        across, down = spot_of(curve, x, highest[x].score)
        if across - end >= 2 * _GEM:
            end = across
            gem = Box(across - _GEM, GEM_AT - _GEM, across + _GEM, GEM_AT + _GEM)
            ground.take([gem, Box(across - 0.5, gem.bottom, across + 0.5, down)])
            yield highest[x]


def _name_worst(curve: Curve, worst: Point, ground: Ground, speech: Speech) -> Text | None:
    """Return where the worst moment is named, and take that place and its ring's."""
    spot = spot_of(curve, worst.x, worst.score)
    ground.take([around(spot, RING)])
    named = place_worst(ground, speech.worst, spot, RING)
    ground.take([named.box] if named else [])
    return named


def _said_at_worst(
    curve: Curve, worst: Point, named: Text | None, ground: Ground, speech: Speech
) -> list[Quote]:
    """Return what is said at the worst moment, next to its name."""
    below = named is not None and named.box.top > spot_of(curve, worst.x, worst.score)[1]
    line = next(line for line in curve.lines if worst in line.points)
    return list(_quote(curve, line, worst, ground, speech, RING + LINE if below else RING))


def _named(curve: Curve, line: CurveLine, ground: Ground, speech: Speech) -> Text | None:
    name = speech.name(line)
    shown = filter(curve.shows, line.points)
    spots = [spot_of(curve, point.x, point.score) for point in shown]
    text = place_name(ground, name, spots) if name else None
    ground.take([text.box] if text else [])
    return text


def _quotes(
    curve: Curve, said: Sequence[Quote], ground: Ground, speech: Speech, highest: float = 2.0
) -> list[Quote]:
    """Return what else is said at peaks and valleys up to a score, and take its places.

    The strongest come first. The same words are not said twice where several personas share them.
    """
    most = min(_QUOTES, max(2, curve.columns // _COLUMNS_A_QUOTE))
    found: list[Quote] = []
    for line, point in sorted(_turns(curve), key=lambda one: _strength(one[1])):
        heard = {quote.point.quote for quote in (*said, *found)}
        if point.score <= highest and point.quote not in heard and len(heard) < most:
            found += _quote(curve, line, point, ground, speech)
    return found


def _quote(
    curve: Curve, line: CurveLine, point: Point, ground: Ground, speech: Speech, off: float = 8.0
) -> Iterator[Quote]:
    if not point.quote:
        return
    sides: tuple[Side, Side] = ("above", "below") if point.score > 0 else ("below", "above")
    spot: Spot = spot_of(curve, point.x, point.score)
    text = place_quote(ground, speech.quote(point), spot, sides, off)
    if text is not None:
        ground.take([text.box])
        yield Quote(line, point, text)


def _turns(curve: Curve) -> Iterator[tuple[CurveLine, Point]]:
    """Yield the points at which a line turns, at its peaks and valleys that are felt."""
    for line in curve.lines:
        for segment in line.segments:
            for place, point in enumerate(segment):
                beside = segment[max(place - 1, 0) : place + 2]
                sign = 1 if point.score > 0 else -1
                turns = all(sign * one.score <= sign * point.score for one in beside)
                if turns and abs(point.score) >= _FELT and curve.shows(point):
                    yield line, point


def _strength(point: Point) -> tuple[float, bool, int, bool, float]:
    """Return by what quotes are ordered: what hurts before what pleases equally."""
    return -abs(point.score), point.score > 0, -point.pain, not point.moment_of_truth, point.x
