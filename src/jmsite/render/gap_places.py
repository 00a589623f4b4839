"""Where the gaps of a journey stand on its map: at a thing, in a cell of a lane, or above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from jmsite.checklist import BY_CODE
from jmsite.model.ids import Ref
from jmsite.render.gaps import Gap
from jmsite.swimlane.map import SwimlaneMap

# The lane in which a reader looks for what a rule asks of a phase.
LANE_OF: Mapping[str, str] = {
    "phase-without-touchpoint": "touchpoints",
    "phase-without-contact": "touchpoints",
    "phase-without-pain-point": "pain-points",
    "phase-without-duration": "time",
    "phase-without-customer-goal": "goals",
    "phase-without-kpi": "kpis",
    "phase-without-emotion": "emotion",
    "emotion-without-evidence": "emotion",
    "phase-without-mindset": "mindset",
    "phase-without-perception": "perception",
    "phase-without-influence": "influences",
    "too-many-changes": "opportunities",
}
_Key = TypeVar("_Key")
# What stands on a map, and the lane without which it does not; heads always stand there.
_NEEDS_LANE: Mapping[str, str] = {
    "phase": "",
    "step": "",
    "touchpoint": "touchpoints",
    "pain-point": "pain-points",
}


@dataclass(frozen=True)
class GapPlaces:
    """The open gaps of a map, each once.

    ``at`` are those shown at a phase, step, touchpoint or pain point; ``cells`` those of a phase
    that stand in the cell of a lane, by lane and phase; ``rest`` those of the journey as a whole.
    What a map does not show has its gaps at what it stands in.
    """

    at: Mapping[Ref, tuple[Gap, ...]]
    cells: Mapping[tuple[str, Ref], tuple[Gap, ...]]
    rest: tuple[Gap, ...]

    def of(self, ref: Ref) -> tuple[Gap, ...]:
        """Return the gaps that are shown at a thing."""
        return self.at.get(ref, ())

    def within(self, phase: Ref) -> tuple[Gap, ...]:
        """Return the gaps of a phase, in its head and in all of its cells."""
        cells = (gaps for (_, where), gaps in self.cells.items() if where == phase)
        return (*self.of(phase), *chain.from_iterable(cells))

    def in_cell(self, lane: str, phase: Ref) -> tuple[Gap, ...]:
        """Return the gaps that are shown where a lane and a phase meet."""
        return self.cells.get((lane, phase), ())


def gap_places(gaps: Iterable[Gap], map_: SwimlaneMap) -> GapPlaces:
    """Return where each open gap of a journey is shown on its map."""
    shown = {"", *(lane.id for lane in map_.lanes)}
    at: dict[Ref, list[Gap]] = {}
    cells: dict[tuple[str, Ref], list[Gap]] = {}
    rest: list[Gap] = []
    for gap in gaps:
        about = reversed(gap.about)
        place = next((ref for ref in about if _NEEDS_LANE.get(ref.kind) in shown), None)
        lane = LANE_OF.get(BY_CODE[gap.code].name)
        if place is None:
            rest.append(gap)
        elif place.kind == "phase" and lane in shown:
            cells.setdefault((lane, place), []).append(gap)
        else:
            at.setdefault(place, []).append(gap)
    return GapPlaces(_frozen(at), _frozen(cells), tuple(rest))


def _frozen(found: dict[_Key, list[Gap]]) -> dict[_Key, tuple[Gap, ...]]:
    return {key: tuple(gaps) for key, gaps in found.items()}
