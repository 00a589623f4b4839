"""Where texts stand on a curve: at a point of theirs, clear of lines, marks and each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from jmsite.render.draw.ground import Box, Ground
from jmsite.render.draw.letters import widest, wrapped
from jmsite.render.draw.speech import SIZE
from jmsite.swimlane.smooth import Spot

Anchor = Literal["start", "middle", "end"]
Side = Literal["above", "below"]

LINE = 14.0
# What is free above and below the letters of a line, and from there to what they stand on.
_FREE = 1.0
_BASELINE = 10.0
_ANCHORS: tuple[Anchor, ...] = ("middle", "start", "end")
# How far a text is from the middle of its point: beside the mark, or a little off.
_NEAR, _OFF = 8.0, 16.0
# A text nearer than this to anything cannot be told from it; farther off is pleasant.
_LEAST, _PLEASANT = 2.0, 7.0
# The widest that lines of a quote are, by how many lines it has, in the order they are tried.
_QUOTE_WIDTHS = ((1, 150.0), (2, 190.0), (1, 340.0), (3, 130.0))


@dataclass(frozen=True)
class Text:
    """Lines of text at a point: anchored at its place across, in a box; all in pixels."""

    at: Spot
    lines: tuple[str, ...]
    anchor: Anchor
    box: Box

    @property
    def baseline(self) -> float:
        """Return where the letters of the first line stand."""
        return self.box.top + _BASELINE


def place_name(ground: Ground, name: str, spots: Sequence[Spot]) -> Text | None:
    """Return where a line is named: early and clear at one of its points, or None."""
    for enough in (_PLEASANT, _LEAST):
        for spot in spots:
            tried = _around(spot, (name,), ("above", "below"), (_NEAR, _OFF))
            found = _first_clear(ground, tried, enough)
            if found:
                return found
    return None


def place_worst(ground: Ground, name: str, spot: Spot, ring: float) -> Text | None:
    """Return where the worst moment is named, at its ring, or None where there is no room."""
    return _first_clear(ground, _around(spot, (name,), ("below", "above"), (ring, ring + 8)), 0.5)


def place_quote(
    ground: Ground, quote: str, spot: Spot, sides: Sequence[Side], off: float = _NEAR
) -> Text | None:
    """Return where a quote is written at a point, at the first side where it has room, or None.

    ``off`` is how far from the middle of the point it begins.
    """
    for lines, limit in _QUOTE_WIDTHS:
        parts = wrapped(quote, SIZE, lines)
        if len(parts) == lines and widest(parts, SIZE) <= limit:
            tried = _around(spot, parts, sides, (off, off + _NEAR))
            found = _first_clear(ground, tried, _LEAST)
            if found:
                return found
    return None


def _first_clear(ground: Ground, tried: Iterable[Text], enough: float) -> Text | None:
    return next((text for text in tried if ground.is_clear(text.box, enough)), None)


def _around(
    spot: Spot, lines: tuple[str, ...], sides: Sequence[Side], far: Sequence[float]
) -> Iterator[Text]:
    """Yield the places that a text can have at a point, the best first."""
    high = len(lines) * LINE
    for off in far:
        for side in sides:
            top = spot[1] - off - high if side == "above" else spot[1] + off
            for anchor in _ANCHORS:
                left, right = _edges(spot[0], widest(lines, SIZE), anchor)
                box = Box(left, top + _FREE, right, top + high - _FREE)
                yield Text(spot, lines, anchor, box)


def _edges(x: float, wide: float, anchor: Anchor) -> Spot:
    if anchor == "middle":
        return x - wide / 2, x + wide / 2
    return (x, x + wide) if anchor == "start" else (x - wide, x)
