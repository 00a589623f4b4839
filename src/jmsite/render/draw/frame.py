"""The frame of a map's curve: where columns and scores lie, in per cent and in pixels.

A curve is as wide as the columns below it, so it is drawn in per cent; ``COLUMN`` and ``HEIGHT``
are the pixels of the narrowest it gets, where labels are tried out.
"""

from __future__ import annotations

from collections.abc import Sequence

from jmsite.render.draw.ground import Ground, followed
from jmsite.swimlane.curve import Curve, Point
from jmsite.swimlane.smooth import Bend, Box, Spot, bends

# A column is at least this wide and a curve this tall, in pixels of a text of 16. Lines are
# stretched to the columns; they are drawn in these pixels.
COLUMN = 192.0
HEIGHT = 256.0
# Scores of 2, 0 and -2 lie at 21, 50 and 79 per cent: there is room above for moments of truth
# and below for the worst moment, what is said there and the row of drop-offs and waits.
MARGIN = 21.0


def y_of(score: float) -> float:
    """Return where a score lies, in per cent from the top."""
    return round(Box(1, 100, 100, MARGIN).y(score), 2)


def in_pixels(curve: Curve) -> Box:
    """Return the box of a curve in columns as narrow as they get."""
    width = curve.columns * COLUMN
    return Box(curve.columns, width, HEIGHT, MARGIN * HEIGHT / 100, curve.first)


def across(pixels: float, columns: int) -> float:
    """Return a place from the left in per cent, given in pixels."""
    return round(100 * pixels / (max(columns, 1) * COLUMN), 2)


def down(pixels: float) -> float:
    """Return a place from the top in per cent, given in pixels."""
    return round(100 * pixels / HEIGHT, 1)


def ground_of(curve: Curve) -> Ground:
    """Return the ground of a curve with nothing on it but its lines."""
    box = in_pixels(curve)
    segments = (segment for line in curve.lines for segment in line.segments)
    lines = (followed(seen(segment, box)) for segment in segments)
    return Ground(box.width, HEIGHT, box.y(0), tuple(line for line in lines if line))


def seen(segment: Sequence[Point], box: Box) -> list[Bend]:
    """Return the pieces of the line through a segment that reach into the drawing."""
    return [bend for bend in bends(segment, box) if is_seen(bend, box)]


def is_seen(bend: Bend, box: Box) -> bool:
    """Tell whether the piece of a line is not wholly beyond the edges of the drawing."""
    return bend.end[0] > 0 and bend.start[0] < box.width


def spot_of(curve: Curve, x: float, score: float) -> Spot:
    """Return where a place of a curve lies in pixels."""
    box = in_pixels(curve)
    return box.x(x), box.y(score)
