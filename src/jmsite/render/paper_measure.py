"""How tall a map is on paper, from the widths of letters.

All lengths are pixels of a text of 16. A height may be too large, never too small: what is
measured has to have room on its sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jmsite.render.draw.frame import HEIGHT
from jmsite.render.paper import LANE
from jmsite.render.paper_entries import PaperEntries
from jmsite.render.paper_lines import ICON, LINE, STRONG, TINY, TITLE, lines
from jmsite.render.paper_view import PaperView
from jmsite.render.prose import plain
from jmsite.swimlane.grid import Cell, Entry, Lane, PhaseHead, Row, StepHead
from jmsite.swimlane.items import KpiItem, TextItem
from jmsite.swimlane.map import SwimlaneMap
from jmsite.swimlane.sheets import Heights
from jmsite.words import Words

# The sizes of the stylesheet: of the room inside of cells and between entries.
_DOWN, _ACROSS = 8.0, 10.0
_GAP, _GAP_OF_WHOLE, _BETWEEN = 12.0, 4.0, 24.0
_LINE_ROW = 26.0
# Names beside a curve: how tall a line of them is, how wide the sample before a name, and what a
# name takes where they stand across the sheet.
_NAME, _SAMPLE, _NAME_ACROSS, _BETWEEN_NAMES = 24.0, 40.0, 176.0, 16.0
# Entries stand side by side where each has as much room as this.
_BESIDE, _BESIDE_IN_WHOLE = 176.0, 224.0
# Looks whose entries are one list.
_AS_ONE = ("text",)


class PaperMeasure:
    """Measures maps for ``sheets_of``, in the words of a site; ``view`` is how a part is drawn."""

    def __init__(self, view: Callable[[SwimlaneMap], PaperView], words: Words) -> None:
        self._view = view
        self._words = words

    def __call__(self, part: SwimlaneMap, column: float) -> Heights:
        """Return how tall a part of a map is whose columns are so many pixels wide."""
        drawn = self._view(part)
        cells = _Cells(drawn, self._words, column)
        return Heights(self._head(part, column), tuple(map(cells.lane, part.lanes)))

    def _head(self, part: SwimlaneMap, column: float) -> float:
        bands = max((self._phase(phase, column, part) for phase in part.phases), default=0)
        steps = (
            max((_step(head, column, part.language) / head.rows for head in row), default=0)
            for row in part.heads
        )
        return bands + sum(steps)

    def _phase(self, phase: PhaseHead, column: float, part: SwimlaneMap) -> float:
        name = plain(phase.title, part.language)
        if not part.columns[phase.first].opens:
            name = self._words("sheets.continued", title=name)
        return 44 + LINE * lines(
            name, 16.5 * STRONG, phase.span * column - 48, 60 if phase.draft else 0
        )


def _step(head: StepHead, column: float, language: str) -> float:
    title = plain(head.title, language)
    extra = (80 if head.optional else 0) + (ICON if head.detail else 0)
    return 14 + 18 * lines(title, TITLE, head.span * column - 24, extra)


class _Cells:
    """Measures what stands in the lanes of one map, in columns of one width."""

    def __init__(self, drawn: PaperView, words: Words, column: float) -> None:
        self._drawn = drawn
        self._words = words
        self._column = column
        self._entry = PaperEntries(words, drawn.map.language)

    def lane(self, lane: Lane) -> float:
        """Return how tall a lane is with the lines above it."""
        rows = self._drawn.rows(lane)
        inside = sum(self._row(lane, row) for row in rows)
        curve = HEIGHT if lane.id == "emotion" and self._drawn.map.curve.lines else 0.0
        head = self._head(lane, beside_curve=bool(curve))
        crowd = self._crowd() if curve and self._drawn.crowd else 0.0
        return len(lane.lines) * _LINE_ROW + curve + crowd + max(inside, head)

    def _head(self, lane: Lane, *, beside_curve: bool) -> float:
        if beside_curve:
            return 0.0 if self._drawn.crowd else 1 + 2 * _DOWN + sum(self._names(LANE - 20))
        name = lane.title or self._words(f"lane.{lane.id}")
        hinted = 16.0 if self._words.knows(f"map.hint.{lane.id}") else 0.0
        return 2 * _DOWN + LINE * lines(name, 13, LANE - 50) + hinted

    def _crowd(self) -> float:
        """Return how tall the row is that names people across the sheet."""
        width = len(self._drawn.map.columns) * self._column - 2 * _ACROSS - 1
        across = max(1, int((width + _BETWEEN_NAMES) // (_NAME_ACROSS + _BETWEEN_NAMES)))
        heights = self._names((width - _BETWEEN_NAMES * (across - 1)) / across)
        rows = range(0, len(heights), across)
        return 1 + 2 * _DOWN + sum(max(heights[at : at + across]) for at in rows)

    def _names(self, width: float) -> Sequence[float]:
        """Return how tall the name of each person is in a legend so wide."""
        titles = (plain(one.title, self._drawn.map.language) for one in self._drawn.people)
        return [_NAME * lines(title, 12 * STRONG, width - _SAMPLE) for title in titles]

    def _row(self, lane: Lane, row: Row) -> float:
        whole = LINE + 4 if row.scope == "phase" and len(self._drawn.rows(lane)) > 1 else 0.0
        return 1 + 2 * _DOWN + max(whole + self._cell(lane, cell) for cell in row.cells)

    def _cell(self, lane: Lane, cell: Cell) -> float:
        width = cell.span * self._column - 2 * _ACROSS - 1
        if not cell.entries:
            return LINE * lines(self._words(_silence(self._words, lane)), TINY, width)
        tracks, track = self._tracks(cell, width)
        gap = _GAP_OF_WHOLE if cell.span > 1 else _GAP
        heights = self._entries(cell, track)
        steps = range(0, len(heights), tracks)
        return sum(max(heights[at : at + tracks]) + gap for at in steps) - gap

    def _tracks(self, cell: Cell, width: float) -> tuple[int, float]:
        """Return how many entries stand side by side in a cell, and how wide each is."""
        look = cell.entries[0].item.look
        if look == "time":
            count = cell.span
        elif cell.span == 1 and not self._drawn.roomy:
            count = 1
        else:
            narrow = _BESIDE_IN_WHOLE if cell.span > 1 else _BESIDE
            places = 1 if look in _AS_ONE else len(cell.entries)
            count = max(1, min(places, int((width + _BETWEEN) // (narrow + _BETWEEN))))
        return count, (width - _BETWEEN * (count - 1)) / count

    def _entries(self, cell: Cell, width: float) -> Sequence[float]:
        look = self._entry.of(cell.entries[0].item.look)
        if look is None:
            return [self._texts(cell, width)]
        return [
            self._entry.kpi_line(one.item, width, self._beside(one, cell))
            if isinstance(one.item, KpiItem) and self._drawn.repeats(one, cell)
            else look(one.item, width, self._beside(one, cell))
            for one in cell.entries
        ]

    def _beside(self, entry: Entry, cell: Cell) -> float:
        """Return how wide the numbers are that say which touchpoints an entry is of."""
        return 8.0 + 10.0 * len(entry.at) if self._drawn.places(entry, cell) else 0.0

    def _texts(self, cell: Cell, width: float) -> float:
        """Return how tall a list of texts is."""
        texts = [(e, e.item) for e in cell.entries if isinstance(e.item, TextItem)]
        inner = width - (14 if len(texts) > 1 else 0)
        return sum(self._entry.text(item, inner, self._beside(e, cell)) for e, item in texts)


def _silence(words: Words, lane: Lane) -> str:
    """Return the key of the longest that an empty cell of a lane may say."""
    keys = [f"map.silent.{lane.id}", f"map.none.{lane.id}", "map.none.lane", "map.silent.lane"]
    return max((key for key in keys if words.knows(key)), key=lambda key: len(words(key)))
