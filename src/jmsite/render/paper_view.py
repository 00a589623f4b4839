"""A part of a map as it is drawn on a sheet: nothing folds away, nothing waits for a click."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from jmsite.model.ids import Ref
from jmsite.render.curve_words import speech_on
from jmsite.render.draw.map_curve import map_curve
from jmsite.render.map_view import Fold, MapView
from jmsite.swimlane.grid import Cell, Lane, Row
from jmsite.swimlane.items import Named
from jmsite.swimlane.map import SwimlaneMap
from jmsite.words import Words

# How many people the head of a lane has room to name; more stand across the sheet.
_NAMED_IN_HEAD = 6


@dataclass(frozen=True, kw_only=True)
class PaperView(MapView):
    """A part of a map on paper; what it cannot know of itself it asks the ``whole``."""

    whole: MapView

    @property
    def people(self) -> tuple[Named, ...]:
        """The personas whose lines the curve has."""
        return tuple(line.persona for line in self.map.curve.lines if line.persona)

    @property
    def crowd(self) -> bool:
        """Tell whether the curve has more people than the head of its lane has room to name."""
        return len(self.people) > _NAMED_IN_HEAD

    def fold(self, cell: Cell) -> Fold:
        """Return all entries of a cell: on paper there is no step to take."""
        return Fold(cell.entries, ())

    def rows(self, lane: Lane) -> tuple[Row, ...]:
        """Return the rows of a lane; ``drawn_once`` has chosen them."""
        return lane.rows

    def in_column(self, column: int) -> tuple[Ref, ...]:
        """Return the touchpoints of a column, those whose cards stand on another sheet too."""
        return self.whole.in_column(column + self.map.curve.first)


def drawn_once(whole: MapView) -> SwimlaneMap:
    """Return a map in whose lanes nothing stands twice, to be cut into parts."""
    lanes = (replace(lane, rows=whole.rows(lane)) for lane in whole.map.lanes)
    return replace(whole.map, lanes=tuple(lanes))


def paper_view(whole: MapView, words: Words) -> Callable[[SwimlaneMap], PaperView]:
    """Return what tells how a part of a map is drawn, with its curve where it stands."""

    def view(part: SwimlaneMap) -> PaperView:
        if part.lane("emotion") is None:
            return bare_view(whole, part)
        starts = [part.curve.first + phase.first for phase in part.phases]
        speech = speech_on(part, words)
        curve = map_curve(part.curve, starts, speech, mirrored=whole.mirrored)
        return replace(bare_view(whole, part), curve=curve)

    return view


def bare_view(whole: MapView, part: SwimlaneMap) -> PaperView:
    """Return how a part of a map is drawn, without its curve."""
    first = part.curve.first
    before = whole.map.columns[first].phase
    return PaperView(
        map=part,
        curve=None,
        legend=whole.legend,
        crowded=frozenset(column - first for column in whole.crowded),
        silent=frozenset((lane, phase - before) for lane, phase in whole.silent),
        mirrored=whole.mirrored,
        whole=whole,
    )
