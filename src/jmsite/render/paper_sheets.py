"""What stands on each sheet: its part of the map, and where there is room the legend and notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jmsite.render.map_view import MapView
from jmsite.render.paper import Cut, PaperSize
from jmsite.render.paper_lines import lines
from jmsite.render.paper_notes import Note, balanced, column_width, height_of, in_columns
from jmsite.render.paper_view import PaperView, paper_view
from jmsite.swimlane.grid import Lane, PhaseHead, StepHead
from jmsite.swimlane.map import SwimlaneMap
from jmsite.swimlane.sheets import Sheet
from jmsite.words import Words

# The legend of the stylesheet, in pixels of a text of 16: how wide an entry and its mark are, how
# tall an entry of one line is, and what stands above.
_ENTRY, _MARK, _ONE_LINE, _LEGEND_AROUND = 232.0, 68.0, 28.0, 24.0
# Above notes that stand below a map: a line and room.
_NOTES_AROUND = 40.0
# How tall a curve may be, in rem; what it is taller than the first it takes from the room left.
_CURVES = (16, 20, 24)
# Notes on a sheet of their own may have larger type than any map, in per cent.
_LARGE = 130
# Lanes share what is left of a sheet unless that is more than this share of it.
_SHARED = 0.35


@dataclass(frozen=True)
class PaperSheet:
    """One sheet: a part of the map, or notes alone (``drawn`` is None).

    ``zoom`` is its type in per cent, ``curve`` the height of its curve in rem. ``legend`` tells
    that the marks are explained here; ``notes`` are columns of notes. On a sheet that is ``full``
    lanes share what height is left; one that is ``long`` has an entry that no sheet has room for.
    """

    number: int
    zoom: int
    drawn: PaperView | None = None
    across: int = 0
    down: int = 0
    curve: int = _CURVES[0]
    legend: bool = False
    notes: tuple[tuple[Note, ...], ...] = ()
    full: bool = False
    long: bool = False


@dataclass(frozen=True)
class Desk:
    """What sheets are put together from: a map that was cut for a size of paper."""

    words: Words
    whole: MapView
    size: PaperSize
    found: Cut

    def heights(self, notes: Sequence[Note], zoom: int) -> list[float]:
        """Return how tall notes are, in pixels of type enlarged so."""
        width = column_width(self.size.width_at(zoom), self.size.columns)
        return [note.height(width) for note in notes]

    def legend_height(self, zoom: int) -> float:
        """Return how tall the legend is at most, as if all its rows were like the tallest."""
        across = max(1, int(self.size.width_at(zoom) // _ENTRY))
        texts = (self.words(f"map.legend.{mark}") for mark in self.whole.legend)
        tallest = max((16.0 * lines(text, 12, _ENTRY - _MARK) for text in texts), default=0.0)
        rows = -(-len(self.whole.legend) // across)
        return _LEGEND_AROUND + max(tallest, _ONE_LINE) * rows

    def roomiest(self, spare: Sequence[float], needed: float) -> int | None:
        """Return the sheet with most room of those lowest on a wall; None where it has too little.

        ``spare`` is how much room each sheet has left.
        """
        lowest = max(sheet.down for sheet in self.found.sheets)
        places = [place for place, one in enumerate(self.found.sheets) if one.down == lowest]
        best = max(places, key=lambda place: spare[place])
        return best if spare[best] >= needed else None


def paper_sheets(desk: Desk, notes: Sequence[Note], more: Sequence[Note]) -> tuple[PaperSheet, ...]:
    """Return the sheets of a map and its notes, which stand below the map where all have room.

    ``more`` are notes for a sheet of notes alone.
    """
    spare = [sheet.spare for sheet in desk.found.sheets]
    sheets = list(_of_map(desk, spare))
    rest: Sequence[Note] = (*more, *notes)
    if notes and (place := _below(desk, notes, spare)) is not None:
        columns = balanced(
            desk.heights(notes, desk.found.zoom), range(len(notes)), desk.size.columns
        )
        sheets[place] = replace(sheets[place], notes=_chosen(notes, columns))
        rest = ()
    legend = desk.roomiest(spare, desk.legend_height(desk.found.zoom))
    if legend is not None:
        sheets[legend] = replace(sheets[legend], legend=True)
    closing = _closing(desk, len(sheets), rest if notes else (), legend=legend is None)
    height = desk.size.height_at(desk.found.zoom)
    filled = (_filled(one, left / height) for one, left in zip(sheets, spare, strict=True))
    return (*filled, *closing)


def _of_map(desk: Desk, spare: list[float]) -> Iterator[PaperSheet]:
    """Yield the sheets of the map; what a taller curve takes is taken from what they spare."""
    view = paper_view(desk.whole, desk.words)
    sheets = desk.found.sheets
    least = {
        down: min(one.spare for one in sheets if one.down == down)
        for down in {one.down for one in sheets}
    }
    for place, sheet in enumerate(sheets):
        curve = _CURVES[0]
        if sheet.map.lane("emotion") and sheet.map.curve.lines:
            curve = max(
                (one for one in _CURVES if 16 * (one - _CURVES[0]) <= least[sheet.down]),
                default=_CURVES[0],
            )
            spare[place] -= 16 * (curve - _CURVES[0])
        yield PaperSheet(
            number=place + 1,
            zoom=desk.found.zoom,
            drawn=view(_named(sheet, desk.words)),
            across=sheet.across,
            down=sheet.down,
            curve=curve,
            long=sheet.spare < 0,
        )


def _filled(sheet: PaperSheet, left: float) -> PaperSheet:
    """Return a sheet whose lanes share what share of its height is left, unless that is much."""
    alone = not sheet.legend and not sheet.notes and not sheet.long
    return replace(sheet, full=alone and left <= _SHARED)


def _below(desk: Desk, notes: Sequence[Note], spare: list[float]) -> int | None:
    """Return the sheet on which all notes have room, which is taken from what it spares."""
    heights = desk.heights(notes, desk.found.zoom)
    columns = balanced(heights, range(len(notes)), desk.size.columns)
    needed = height_of(heights, columns) + _NOTES_AROUND
    place = desk.roomiest(spare, needed)
    if place is not None:
        spare[place] -= needed
    return place


def _closing(
    desk: Desk, before: int, notes: Sequence[Note], *, legend: bool
) -> Iterator[PaperSheet]:
    """Yield the sheets of notes that follow the map; the last has the legend if no other does."""
    if not notes:
        if legend:
            yield PaperSheet(before + 1, desk.found.zoom, legend=True)
        return
    zoom, sheets = _set(desk, notes, legend=legend)
    for number, columns in enumerate(sheets, start=1):
        yield PaperSheet(
            before + number,
            zoom,
            legend=legend and number == len(sheets),
            notes=_chosen(notes, columns),
        )


def _set(
    desk: Desk, notes: Sequence[Note], *, legend: bool
) -> tuple[int, tuple[tuple[range, ...], ...]]:
    """Return the largest type in which notes take the fewest sheets, and their columns there."""

    def columns(zoom: int) -> tuple[tuple[range, ...], ...]:
        around = _NOTES_AROUND + (desk.legend_height(zoom) if legend else 0)
        room = desk.size.height_at(zoom) - around
        return in_columns(desk.heights(notes, zoom), desk.size.columns, room)

    tried = ((zoom, columns(zoom)) for zoom in (_LARGE, *desk.size.zooms))
    return min(tried, key=lambda one: (len(one[1]), -one[0]))


def _chosen(notes: Sequence[Note], columns: Sequence[range]) -> tuple[tuple[Note, ...], ...]:
    return tuple(tuple(notes[one] for one in column) for column in columns)


def _named(sheet: Sheet, words: Words) -> SwimlaneMap:
    """Return the map of a sheet, whose heads say what began on another sheet."""

    def continued(title: str) -> str:
        return words("sheets.continued", title=title)

    def lane(one: Lane) -> Lane:
        if one.id not in sheet.again:
            return one
        return replace(one, title=continued(one.title or words(f"lane.{one.id}")))

    def phase(one: PhaseHead) -> PhaseHead:
        return replace(one, title=continued(one.title)) if one.ref in sheet.continued else one

    def step(one: StepHead) -> StepHead:
        return replace(one, title=continued(one.title)) if one.ref in sheet.continued else one

    part = sheet.map
    return replace(
        part,
        phases=tuple(map(phase, part.phases)),
        heads=tuple(tuple(map(step, row)) for row in part.heads),
        lanes=tuple(map(lane, part.lanes)),
    )
