"""The pages for paper: a journey's map cut into sheets, and what to read on beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from jmsite.model.journey import Journey
from jmsite.render.edition import Edition
from jmsite.render.gap_places import GapPlaces
from jmsite.render.journey import details_context
from jmsite.render.map_view import MapView, map_view
from jmsite.render.paper import Cut, PaperSize, cut, paper_pages
from jmsite.render.paper_lines import lines
from jmsite.render.paper_measure import PaperMeasure
from jmsite.render.paper_notes import (
    Note,
    balanced,
    column_width,
    height_of,
    in_columns,
    notes_of,
)
from jmsite.render.paper_view import PaperView, bare_view, drawn_once, paper_view
from jmsite.swimlane.build import build_map
from jmsite.swimlane.grid import Lane
from jmsite.swimlane.map import SwimlaneMap
from jmsite.swimlane.sheets import Sheet
from jmsite.words import Words

# The legend of the stylesheet, in pixels of a text of 16: how wide an entry and its mark are, how
# tall an entry of one line is, and what stands above.
_ENTRY, _MARK, _ONE_LINE, _LEGEND_AROUND = 232.0, 68.0, 28.0, 24.0
# Above notes that stand below a map: a line and room.
_NOTES_AROUND = 40.0
_NO_GAPS = GapPlaces({}, {}, ())


@dataclass(frozen=True)
class PaperPage:
    """One sheet: a part of the map, or notes alone (``drawn`` is None).

    ``legend`` tells that the marks are explained here. ``notes`` are columns of notes.
    """

    number: int
    drawn: PaperView | None
    across: int = 0
    down: int = 0
    legend: bool = False
    notes: tuple[tuple[Note, ...], ...] = ()
    long: bool = False


def context(edition: Edition, journey: Journey, size: PaperSize) -> dict[str, Any]:
    """Return what the template of a page for paper is given."""
    words = edition.words
    map_ = build_map(edition.site, journey)
    whole = map_view(map_, words, edition.settings.language)
    measure = PaperMeasure(partial(bare_view, whole), words)
    found = cut(drawn_once(whole), size, measure)
    related = details_context(edition, journey)
    kinds = {"opportunity": "opportunities", "kpi": "kpis", "source": "sources"}
    notes = notes_of(edition, journey, [(kind, related[key]) for kind, key in kinds.items()])
    return {
        "journey": journey,
        "whole": whole,
        "size": size,
        "zoom": found.zoom,
        "sizes": tuple((one, path, one == size) for one, path in paper_pages(journey)),
        "sheets": _pages(edition, whole, found, size, notes),
        "wall": _wall(found),
        "places": _NO_GAPS,
        "gaps": edition.gaps.open(map_.journey),
    }


def _wall(found: Cut) -> tuple[int, int]:
    """Return how many sheets hang beside and below each other."""
    sheets = found.sheets
    return 1 + max(one.across for one in sheets), 1 + max(one.down for one in sheets)


def _pages(
    edition: Edition, whole: MapView, found: Cut, size: PaperSize, notes: Sequence[Note]
) -> tuple[PaperPage, ...]:
    words = edition.words
    view = paper_view(whole, words)
    pages = [
        PaperPage(
            number, view(_named(sheet, words)), sheet.across, sheet.down, long=sheet.spare < 0
        )
        for number, sheet in enumerate(found.sheets, start=1)
    ]
    spare = [sheet.spare for sheet in found.sheets]
    rest = _below_map(edition, pages, spare, (size, found), notes)
    width = size.width_at(found.zoom)
    place = _roomiest(found, spare, _legend_height(whole, words, width))
    if place is not None:
        pages[place] = replace(pages[place], legend=True)
    return (*pages, *_closing(edition, len(pages), (size, found), rest, legend=place is None))


def _below_map(
    edition: Edition,
    pages: list[PaperPage],
    spare: list[float],
    chosen: tuple[PaperSize, Cut],
    notes: Sequence[Note],
) -> Sequence[Note]:
    """Put the notes below a part of the map if all of them have room there; return the rest."""
    size, found = chosen
    if not notes:
        return ()
    heights = _heights(edition, notes, size, found.zoom)
    columns = balanced(heights, range(len(notes)), size.columns)
    needed = height_of(heights, columns) + _NOTES_AROUND
    place = _roomiest(found, spare, needed)
    if place is None:
        return notes
    pages[place] = replace(pages[place], notes=_chosen(notes, columns))
    spare[place] -= needed
    return ()


def _closing(
    edition: Edition,
    before: int,
    chosen: tuple[PaperSize, Cut],
    notes: Sequence[Note],
    *,
    legend: bool,
) -> Iterator[PaperPage]:
    """Yield the sheets of notes that follow the map; the last has the legend if no other does."""
    size, found = chosen
    heights = _heights(edition, notes, size, found.zoom)
    room = size.height_at(found.zoom) - _NOTES_AROUND
    sheets = in_columns(heights, size.columns, room) if notes else ((),) if legend else ()
    for number, columns in enumerate(sheets, start=1):
        last = number == len(sheets)
        yield PaperPage(
            before + number, None, legend=legend and last, notes=_chosen(notes, columns)
        )


def _heights(edition: Edition, notes: Sequence[Note], size: PaperSize, zoom: int) -> list[float]:
    width = column_width(size.width_at(zoom), size.columns)
    return [note.height(edition.inventory.title(note.ref), width) for note in notes]


def _chosen(notes: Sequence[Note], columns: Sequence[range]) -> tuple[tuple[Note, ...], ...]:
    return tuple(tuple(notes[one] for one in column) for column in columns)


def _roomiest(found: Cut, spare: Sequence[float], needed: float) -> int | None:
    """Return the sheet that has most room left of those lowest on the wall; None if too little."""
    lowest = max(sheet.down for sheet in found.sheets)
    places = [place for place, sheet in enumerate(found.sheets) if sheet.down == lowest]
    best = max(places, key=lambda place: spare[place])
    return best if spare[best] >= needed else None


def _legend_height(whole: MapView, words: Words, width: float) -> float:
    """Return how tall the legend is at most, as if all its rows were like the tallest."""
    across = max(1, int(width // _ENTRY))
    texts = (words(f"map.legend.{mark}") for mark in whole.legend)
    tallest = max((16.0 * lines(text, 12, _ENTRY - _MARK) for text in texts), default=0.0)
    return _LEGEND_AROUND + max(tallest, _ONE_LINE) * -(-len(whole.legend) // across)


def _named(sheet: Sheet, words: Words) -> SwimlaneMap:
    """Return the map of a sheet, whose heads say what began on another sheet."""

    def continued(title: str) -> str:
        return words("sheets.continued", title=title)

    def lane_title(lane: Lane) -> str | None:
        if lane.id not in sheet.again:
            return lane.title
        return continued(lane.title or words(f"lane.{lane.id}"))

    part = sheet.map
    return replace(
        part,
        phases=tuple(
            replace(one, title=continued(one.title)) if one.ref in sheet.continued else one
            for one in part.phases
        ),
        heads=tuple(
            tuple(
                replace(one, title=continued(one.title)) if one.ref in sheet.continued else one
                for one in row
            )
            for row in part.heads
        ),
        lanes=tuple(replace(lane, title=lane_title(lane)) for lane in part.lanes),
    )
