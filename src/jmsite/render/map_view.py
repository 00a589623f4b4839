"""What the templates of a map ask besides the map itself: its drawing, legend and silences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from jmsite.model.ids import Ref
from jmsite.render.curve_words import marks_of_curve, speech_on
from jmsite.render.draw.drawn import MapCurve
from jmsite.render.draw.frame import y_of
from jmsite.render.draw.map_curve import map_curve
from jmsite.render.legend import marks_of
from jmsite.swimlane.grid import Cell, Entry, Lane, PhaseHead, Row, Scope, StepHead
from jmsite.swimlane.items import EmotionItem, Item, PainItem, TouchpointItem
from jmsite.swimlane.map import SwimlaneMap
from jmsite.words import Words, direction

# How many entries of a look a cell shows for each of its columns, before the rest folds away.
_SHOWN: Mapping[str, int] = {"touchpoint": 5, "emotion": 2}
_SHOWN_ELSE = 4
# To hide a single entry would take as much room as to show it.
_FOLDED_LEAST = 2
# A score from here down is one of the moments that a map is read for.
_LOW = -1.5
# About as many columns fill a window; where a map has fewer, its cells hold more side by side.
_COLUMNS_SEEN = 6
# What a phase and its touchpoints both name is drawn once: a KPI where it is measured, a source
# for the whole that it backs.
_DRAWN_ONCE: Mapping[str, Scope] = {"kpis": "touchpoint", "evidence": "phase"}
SCALE = (2, 1, 0, -1, -2)


class Fold(NamedTuple):
    """The entries of a cell that are seen at once, and those one step away."""

    shown: tuple[Entry, ...]
    rest: tuple[Entry, ...]


class Share(NamedTuple):
    """A part of the width of a cell, in per cent from its left."""

    left: float
    width: float


@dataclass(frozen=True)
class MapView:
    """A map as it is drawn.

    ``curve`` is None where no emotion is known or no lane shows any. ``legend`` names the marks
    that occur on the map. ``crowded`` are the columns in which several touchpoints stand, so that
    what is said there has to say of which. ``silent`` are the pairs of a lane and a phase (its
    place) that says nothing in it. ``mirrored`` is for languages that run from right to left.
    """

    map: SwimlaneMap
    curve: MapCurve | None
    legend: frozenset[str]
    crowded: frozenset[int]
    silent: frozenset[tuple[str, int]]
    mirrored: bool = False

    @property
    def cards(self) -> Lane | None:
        """Return the lane of touchpoints, or None where a map leaves it out."""
        return self.map.lane("touchpoints")

    @property
    def roomy(self) -> bool:
        """Tell whether columns are so few that a cell holds several entries side by side."""
        return len(self.map.columns) < _COLUMNS_SEEN

    def phase_of(self, cell: Cell) -> PhaseHead:
        """Return the phase that a cell stands in."""
        return self.map.phases[self._phase(cell)]

    def rows(self, lane: Lane) -> tuple[Row, ...]:
        """Return the rows of a lane; what its phases and touchpoints both name stands in one."""
        if lane.id not in _DRAWN_ONCE or len(lane.rows) == 1:
            return lane.rows
        if lane.id not in self._once:
            self._once[lane.id] = self._drawn_once(lane, _DRAWN_ONCE[lane.id])
        return self._once[lane.id]

    @cached_property
    def _once(self) -> dict[str, tuple[Row, ...]]:
        """The rows of lanes that were asked for, as each cell asks again."""
        return {}

    def _drawn_once(self, lane: Lane, kept: Scope) -> tuple[Row, ...]:
        """Return the rows of a lane, without what those of the scope ``kept`` name as well."""
        named = {
            (self._phase(cell), entry.item)
            for row in lane.rows
            if row.scope == kept
            for cell in row.cells
            for entry in cell.entries
        }
        rows = (row if row.scope == kept else self._without(row, named) for row in lane.rows)
        return tuple(row for row in rows if row.says)

    def opens(self, part: Cell | StepHead | PhaseHead) -> bool:
        """Tell whether a phase begins at the left edge of a cell or head, and another ends."""
        return part.first > 0 and self.map.columns[part.first].opens

    def fold(self, cell: Cell) -> Fold:
        """Return what a cell shows at once: the first entries, and later ones that matter most.

        One entry alone is never folded away.
        """
        look = cell.entries[0].item.look
        beside = max(1, _COLUMNS_SEEN // len(self.map.columns))
        limit = _SHOWN.get(look, _SHOWN_ELSE) * cell.span * beside
        rest = tuple(e for e in cell.entries[limit:] if not _matters(e.item))
        if len(rest) < _FOLDED_LEAST:
            return Fold(cell.entries, ())
        return Fold(tuple(e for e in cell.entries if e not in rest), rest)

    def places(self, entry: Entry, cell: Cell) -> bool:
        """Tell whether an entry has to say which touchpoint it stands at."""
        return bool(entry.at) and cell.first in self.crowded

    def in_column(self, column: int) -> tuple[Ref, ...]:
        """Return the touchpoints of a column, from top to bottom."""
        return self.map.columns[column].touchpoints

    def numbers(self, entry: Entry, cell: Cell) -> str:
        """Return which of the touchpoints in its column an entry stands at, counted from 1."""
        here = self.in_column(cell.first)
        return " ".join(str(here.index(one.ref) + 1) for one in entry.at if one.ref in here)

    def repeats(self, entry: Entry, cell: Cell) -> bool:
        """Tell whether an entry of a KPI stands further left, or above, on the map too."""
        return self._first_told.get(entry.item) != (cell.first, cell.span)

    def is_silent(self, lane: Lane, cell: Cell) -> bool:
        """Tell whether the phase that a cell opens says nothing at all in its lane."""
        opens = self.map.columns[cell.first].opens
        return opens and (lane.id, self._phase(cell)) in self.silent

    @property
    def names_people(self) -> bool:
        """Tell whether the curve tells personas apart, so that everyone has to be named too."""
        return any(line.persona for line in self.map.curve.lines)

    @cached_property
    def worst_place(self) -> Ref | None:
        """Where the worst moment is, or None where nothing on the curve hurts."""
        worst = self.map.curve.worst
        return worst.place.ref if worst is not None and worst.score < 0 else None

    @property
    def shows_worst(self) -> bool:
        """Tell whether the map has a card of the worst moment, which a link can lead to."""
        cards = (lane for lane in self.map.lanes if lane.id == "touchpoints")
        entries = (e for lane in cards for row in lane.rows for c in row.cells for e in c.entries)
        return any(
            isinstance(one.item, TouchpointItem) and one.item.ref == self.worst_place
            for one in entries
        )

    def is_worst(self, cell: Cell) -> bool:
        """Tell whether the worst moment stands in all columns of a cell."""
        return set(range(cell.first, cell.first + cell.span)) <= set(self._worst_columns)

    def worst_within(self, cell: Cell) -> Share | None:
        """Return the part of a cell that lies in columns of the worst moment where others do not.

        It is None where all of the cell does, or nothing.
        """
        end = cell.first + cell.span
        inside = [column for column in self._worst_columns if cell.first <= column < end]
        if not inside or len(inside) == cell.span:
            return None
        before = end - 1 - inside[-1] if self.mirrored else inside[0] - cell.first
        return Share(round(100 * before / cell.span, 3), round(100 * len(inside) / cell.span, 3))

    def lacks_step(self, blank: StepHead) -> bool:
        """Tell whether a blank stands above a column that belongs to no step of a phase of steps.

        A blank below a step stands there because its touchpoints are of no smaller step.
        """
        return blank in self.map.heads[0] and any(
            head.ref and head.phase == blank.phase for head in self.map.heads[0]
        )

    @cached_property
    def _first_told(self) -> dict[Item, tuple[int, int]]:
        """Where each KPI first stands: the column of its cell, and how many it covers."""
        found: dict[Item, tuple[int, int]] = {}
        lane = self.map.lane("kpis")
        for row in self.rows(lane) if lane else ():
            for cell in row.cells:
                for entry in cell.entries:
                    found.setdefault(entry.item, (cell.first, cell.span))
        return found

    @cached_property
    def _worst_columns(self) -> range:
        """The columns of the map that the worst moment stands in: all of a phase's own feeling."""
        worst, skipped = self.map.curve.worst, self.map.curve.first
        if worst is None or worst.score >= 0:
            return range(0)
        phases = [phase.first + skipped for phase in self.map.phases]
        end = skipped + len(self.map.columns)
        if not skipped <= worst.x <= end:
            return range(0)
        under = worst.columns(phases, end)
        return range(max(under.start - skipped, 0), under.stop - skipped)

    def _phase(self, cell: Cell) -> int:
        return self.map.columns[cell.first].phase

    def _without(self, row: Row, named: set[tuple[int, Item]]) -> Row:
        """Return a row without what is named elsewhere in the same phase."""
        cells = (
            replace(
                cell,
                entries=tuple(e for e in cell.entries if (self._phase(cell), e.item) not in named),
            )
            for cell in row.cells
        )
        return replace(row, cells=tuple(cells))

    def scale(self) -> tuple[tuple[int, float], ...]:
        """Return the scores that the curve is read by, and where each lies in per cent."""
        return tuple((score, y_of(score)) for score in SCALE)


def map_view(map_: SwimlaneMap, words: Words, language: str) -> MapView:
    """Return a map as it is drawn on pages of a language, which speak ``words``."""
    starts = [phase.first for phase in map_.phases]
    speech = speech_on(map_, words)
    mirrored = direction(language) == "rtl"
    has_curve = map_.lane("emotion") is not None
    return MapView(
        map=map_,
        curve=map_curve(map_.curve, starts, speech, mirrored=mirrored) if has_curve else None,
        legend=marks_of(map_) | (marks_of_curve(map_.curve) if has_curve else frozenset()),
        crowded=frozenset(_crowded(map_)),
        silent=frozenset(_silent(map_)),
        mirrored=mirrored,
    )


def _matters(item: Item) -> bool:
    """Tell whether an item is what a map is read for in three seconds."""
    match item:
        case TouchpointItem():
            return item.moment_of_truth
        case PainItem():
            return item.bottleneck or item.severity == "high"
        case EmotionItem():
            return item.score <= _LOW
    return False


def _crowded(map_: SwimlaneMap) -> Iterator[int]:
    """Yield the columns in which entries stand at more than one touchpoint."""
    at: dict[int, set[object]] = {}
    for lane in map_.lanes:
        for row in lane.rows:
            for cell in row.cells:
                places = at.setdefault(cell.first, set())
                places.update(one.ref for entry in cell.entries for one in entry.at)
    yield from (column for column, places in at.items() if len(places) > 1)


def _silent(map_: SwimlaneMap) -> Iterator[tuple[str, int]]:
    for lane in map_.lanes:
        spoken = {
            map_.columns[cell.first].phase for row in lane.rows for cell in row.cells if cell.says
        }
        yield from ((lane.id, n) for n in range(len(map_.phases)) if n not in spoken)
