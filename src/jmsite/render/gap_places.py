"""Where the gaps of a journey stand on its map: at a thing, in a cell of a lane, or above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
_ON_MAP = frozenset({"phase", "step", "touchpoint", "pain-point"})


@dataclass(frozen=True)
class GapPlaces:
    """The open gaps of a map.

    ``at`` are those shown at a phase, step, touchpoint or pain point; ``cells`` those of a phase
    that stand in the cell of a lane, by lane and phase; ``rest`` those of the journey as a whole.
    """

    at: Mapping[Ref, tuple[Gap, ...]]
    cells: Mapping[tuple[str, Ref], tuple[Gap, ...]]
    rest: tuple[Gap, ...]

    def of(self, ref: Ref) -> tuple[Gap, ...]:
        """Return the gaps that are shown at a thing."""
        return self.at.get(ref, ())

    def in_cell(self, lane: str, phase: Ref) -> tuple[Gap, ...]:
        """Return the gaps that are shown where a lane and a phase meet."""
        return self.cells.get((lane, phase), ())


def gap_places(gaps: Iterable[Gap], map_: SwimlaneMap) -> GapPlaces:
    """Return where each open gap of a journey is shown on its map."""
    shown = {lane.id for lane in map_.lanes}
    at: dict[Ref, list[Gap]] = {}
    cells: dict[tuple[str, Ref], list[Gap]] = {}
    rest: list[Gap] = []
    for gap in gaps:
        place = next((ref for ref in reversed(gap.about) if ref.kind in _ON_MAP), None)
        lane = LANE_OF.get(BY_CODE[gap.code].name, "")
        if place is None:
            rest.append(gap)
        elif place.kind == "phase" and lane in shown:
            cells.setdefault((lane, place), []).append(gap)
        else:
            at.setdefault(place, []).append(gap)
    return GapPlaces(_frozen(at), _frozen(cells), tuple(rest))


def _frozen(found: dict[_Key, list[Gap]]) -> dict[_Key, tuple[Gap, ...]]:
    return {key: tuple(gaps) for key, gaps in found.items()}
