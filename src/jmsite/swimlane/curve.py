"""The emotion curve of a map: a line for each persona, or one for all, with gaps.

A line is broken where a phase of which nothing is known stands between two points. A touchpoint
without an emotion does not break it where the phase has other points: it is not a gap in what is
known of the phase, and a curve that broke at every touchpoint would be a cloud of dots.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from jmsite.model.ids import Ref
from jmsite.model.units import Duration, Ratio
from jmsite.swimlane.items import Named


@dataclass(frozen=True, slots=True)
class Point:
    """How somebody feels at a place of the map.

    ``x`` is measured in columns from the left edge (1.5 is the middle of the second column),
    ``score`` goes from -2 to 2. ``place`` is the touchpoint, or the phase whose own emotion it is.
    ``persona`` is None where the line is everyone's. ``pain`` is how much the worst pain point here
    weighs, 0 where none is known.
    """

    x: float
    score: float
    label: str
    quote: str
    persona: Named | None
    place: Named
    phase: Ref
    moment_of_truth: bool = False
    validated: bool = False
    drop_off: Ratio | None = None
    wait: Duration | None = None
    pain: int = 0

    def columns(self, phases: Sequence[int], end: int) -> range:
        """Return the columns that a point stands for: those of its phase, or the one of a step.

        ``phases`` are the first columns of the phases; ``end`` is where the last of them ends.
        """
        if self.place.ref.kind != "phase":
            column = min(int(self.x), end - 1)
            return range(column, column + 1)
        start = max((first for first in phases if first <= self.x), default=0)
        return range(start, min((first for first in phases if first > self.x), default=end))


@dataclass(frozen=True, slots=True)
class CurveLine:
    """The line of a persona, or of everyone (``persona`` is None), cut at its gaps.

    ``number`` counts the personas of the journey from 1 and is 1 for everyone's line: the same
    persona has the same hue wherever it is drawn.
    """

    persona: Named | None
    number: int
    segments: tuple[tuple[Point, ...], ...]

    @property
    def points(self) -> tuple[Point, ...]:
        """Return the points of all segments, from left to right."""
        return tuple(point for segment in self.segments for point in segment)


@dataclass(frozen=True, slots=True)
class Curve:
    """All lines of a map over its ``columns``; none where no emotion is known.

    A part of a curve begins at the column ``first``. Its lines are those of the whole curve, so
    that they run on to where it is cut; so are their points and the worst and best of them.
    """

    columns: int
    lines: tuple[CurveLine, ...]
    first: int = 0

    def between(self, first: int, end: int) -> Curve:
        """Return the part of the curve from a column up to, but without, another."""
        return replace(self, first=first, columns=end - first)

    def shows(self, point: Point) -> bool:
        """Tell whether a point lies in the columns that are shown."""
        return self.first <= point.x <= self.first + self.columns

    @property
    def points(self) -> tuple[Point, ...]:
        """Return the points of all lines, line by line."""
        return tuple(point for line in self.lines for point in line.points)

    @property
    def worst(self) -> Point | None:
        """Return the lowest point of all."""
        return self.lowest(self.points)

    def lowest(self, points: Iterable[Point]) -> Point | None:
        """Return the lowest of some points of the curve.

        Of equal ones it is the one whose pain point weighs most, then a moment of truth, then the
        one where most personas of the curve feel so, then the first.
        """
        felt = Counter((point.place.ref, point.score) for point in self.points)
        return min(
            points,
            key=lambda p: (
                p.score,
                -p.pain,
                not p.moment_of_truth,
                -felt[p.place.ref, p.score],
                p.x,
            ),
            default=None,
        )

    @property
    def best(self) -> Point | None:
        """Return the highest point; of equal ones a moment of truth, else the first."""
        return min(self.points, key=lambda p: (-p.score, not p.moment_of_truth, p.x), default=None)
