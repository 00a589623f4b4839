"""The sizes of paper that a map is printed on, and how large its type is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jmsite.model.journey import Journey
from jmsite.swimlane.map import SwimlaneMap
from jmsite.swimlane.sheets import Measure, Paper, Sheet, least_sheets, sheets_of

# Pixels of CSS in a millimetre.
PER_MM = 96 / 25.4
# How wide the heads of lanes are, and the narrowest columns that are tried, in pixels. The labels
# of a curve keep clear of each other in columns no narrower than the first.
LANE = 124.0
_COLUMNS = (192.0, 232.0)


@dataclass(frozen=True)
class PaperSize:
    """A sheet across, in millimetres; the stylesheet knows the same lengths.

    ``margin`` is left on each side, ``frame`` what stands above and below the map. ``zooms`` are
    the sizes of type to try, in per cent of those on a screen, the largest first. ``columns`` is in
    how many columns the lists on the last sheet are set.
    """

    id: str
    name: str
    width: float
    height: float
    margin: float
    frame: float
    zooms: tuple[int, ...]
    columns: int

    def width_at(self, zoom: int) -> float:
        """Return the room across in pixels of type enlarged so."""
        return (self.width - 2 * self.margin) * PER_MM * 100 / zoom

    def height_at(self, zoom: int) -> float:
        """Return the room down for the map in pixels of type enlarged so."""
        return (self.height - 2 * self.margin - self.frame) * PER_MM * 100 / zoom


A4 = PaperSize("a4", "A4", 297, 210, 8, 18, (90, 80, 72), 3)
A3 = PaperSize("a3", "A3", 420, 297, 11, 26, (110, 100, 90, 80), 4)
SIZES = (A4, A3)


@dataclass(frozen=True)
class Cut:
    """A map cut for a size of paper, with the type that it is set in, in per cent."""

    zoom: int
    sheets: tuple[Sheet, ...]


def cut(map_: SwimlaneMap, size: PaperSize, measure: Measure) -> Cut:
    """Return the way to cut a map that takes the fewest sheets, then has the largest type.

    The smallest type takes the fewest; from the largest down, the first that takes no more is it.
    """
    *larger, smallest = size.zooms
    last = _cut_at(map_, size, smallest, measure)
    most = len(last.sheets)
    ways = (
        _cut_at(map_, size, zoom, measure)
        for zoom in larger
        if any(least_sheets(map_, paper) <= most for paper in _papers(size, zoom))
    )
    return next((way for way in ways if len(way.sheets) <= most), last)


def _papers(size: PaperSize, zoom: int) -> Iterator[Paper]:
    for column in _COLUMNS:
        yield Paper(size.width_at(zoom), size.height_at(zoom), LANE, column)


def _cut_at(map_: SwimlaneMap, size: PaperSize, zoom: int, measure: Measure) -> Cut:
    """Return the way to cut a map in type of one size that takes the fewest sheets."""
    best: tuple[Sheet, ...] = ()
    for paper in _papers(size, zoom):
        # To measure a map takes long: what cannot take fewer sheets is not tried.
        if not best or least_sheets(map_, paper) < len(best):
            found = sheets_of(map_, paper, measure)
            best = min(best or found, found, key=len)
    return Cut(zoom, best)


def paper_pages(journey: Journey) -> tuple[tuple[PaperSize, str], ...]:
    """Return the sizes that a journey is printed in, with their pages; none without a map."""
    if not journey.phases:
        return ()
    return tuple((size, f"journeys/{journey.id}/print/{size.id}/index.html") for size in SIZES)
