"""The row below a curve that says where people leave and where they wait."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from jmsite.render.draw.frame import HEIGHT, spot_of
from jmsite.render.draw.ground import Box, Ground
from jmsite.render.draw.letters import text_width
from jmsite.render.draw.names import Anchor
from jmsite.render.draw.speech import SIZE, Speech
from jmsite.swimlane.curve import Curve, Point
from jmsite.swimlane.smooth import Spot

Sign = Literal["leaves", "waits"]
# The middles of the rows, the lowest first: no line comes so low, and the upper one is for what
# has no room in the lower.
_ROWS = (HEIGHT - 7.0, HEIGHT - 22.0)
_HALF = 6.5
# From the middle of a sign to the text beside it.
BESIDE = 9.0
_LEAST = 1.0
# A value belongs to its own sign: it stands farther from the next one.
_APART = 6.0
# A leader begins below the mark of its point, and ends above its sign.
_MARK, _END = 8.0, 2.0


@dataclass(frozen=True)
class Note:
    """A sign in the row and the value beside it, empty where there is no room; in pixels.

    ``leader`` leads down to it from the lowest point of its place; None where something is in
    the way.
    """

    sign: Sign
    point: Point
    at: Spot
    text: str
    anchor: Anchor
    box: Box
    leader: Box | None = None


def notes_on(curve: Curve, ground: Ground, speech: Speech) -> list[Note]:
    """Return the drop-offs and waits of a curve, the greatest first, and take their places.

    A sign that has no room is left out: the card of its touchpoint below says the same.
    """
    found = []
    for point, sign, text in _told(curve, speech):
        spot = spot_of(curve, point.x, point.score)
        tried = (note for note in _tried(sign, point, spot, text) if _has_room(ground, note.box))
        note = next(tried, None)
        if note is not None:
            found.append(note)
            ground.take([note.box])
    return found


def led(curve: Curve, ground: Ground, notes: Iterable[Note]) -> Iterator[Note]:
    """Yield signs with their leaders, where nothing that is written is in the way."""
    for note in notes:
        x, y = spot_of(curve, note.point.x, note.point.score)
        leader = Box(x - 0.5, y + _MARK, x + 0.5, note.box.top - _END)
        free = leader.bottom > leader.top and not any(leader.meets(box, 1) for box in ground.taken)
        ground.take([leader] if free else [])
        yield replace(note, leader=leader) if free else note


def _told(curve: Curve, speech: Speech) -> Iterator[tuple[Point, Sign, str]]:
    """Yield what is told of each place, once, at its lowest point."""
    lowest: dict[float, Point] = {}
    for point in filter(curve.shows, curve.points):
        lowest[point.x] = min(lowest.get(point.x, point), point, key=lambda one: one.score)
    places = lowest.values()
    for point in sorted(places, key=lambda one: (-(one.drop_off or 0), one.x)):
        if point.drop_off:
            yield point, "leaves", speech.share(point.drop_off)
    for point in sorted(places, key=lambda one: (-(one.wait.seconds if one.wait else 0), one.x)):
        if point.wait:
            yield point, "waits", speech.time(point.wait)


def _tried(sign: Sign, point: Point, spot: Spot, text: str) -> Iterator[Note]:
    """Yield the places of a sign: with its text to the right or the left, else without."""
    wide = BESIDE + text_width(text, SIZE) + _APART
    sides: tuple[tuple[str, Anchor, float, float], ...] = (
        (text, "start", _HALF, wide),
        (text, "end", wide, _HALF),
        ("", "middle", _HALF, _HALF),
    )
    x = spot[0]
    for said, anchor, left, right in sides:
        for y in _ROWS:
            box = Box(x - left, y - _HALF, x + right, y + _HALF)
            yield Note(sign, point, (x, y), said, anchor, box)


def _has_room(ground: Ground, box: Box) -> bool:
    return ground.is_clear(box, _LEAST)
