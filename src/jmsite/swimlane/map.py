"""The swimlane map: built once from a journey, then drawn by whatever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.site.site import Site, journey_ref
from jmsite.swimlane.choose import chosen_lanes, lines_above, zones_of
from jmsite.swimlane.columns import Grid, grid_of
from jmsite.swimlane.curve import Curve
from jmsite.swimlane.facts import Facts, facts_of
from jmsite.swimlane.feelings import curve_on
from jmsite.swimlane.grid import Column, Lane, PhaseHead, StepHead
from jmsite.swimlane.keys import PersonaKey, ScenarioKey, persona_keys, scenario_keys
from jmsite.swimlane.rows import rows_of


@dataclass(frozen=True, slots=True)
class SwimlaneMap:
    """A journey as columns and lanes.

    ``phases`` head the columns; ``heads`` are the header rows of steps below them, none where no
    phase has steps. A row of heads lists the heads that begin in it, as a table does: one that is
    ``rows`` tall reaches into the rows below. ``lanes`` stand in the order in which they are shown.
    """

    journey: Ref
    title: str
    state: Literal["current", "future"]
    language: str
    personas: tuple[PersonaKey, ...]
    scenarios: tuple[ScenarioKey, ...]
    columns: tuple[Column, ...]
    phases: tuple[PhaseHead, ...]
    heads: tuple[tuple[StepHead, ...], ...]
    lanes: tuple[Lane, ...]
    curve: Curve

    def lane(self, lane: str) -> Lane | None:
        """Return the lane of an id, or None where the map does not show it."""
        return next((shown for shown in self.lanes if shown.id == lane), None)


def map_of(site: Site, journey: Journey) -> SwimlaneMap:
    """Return the swimlane map of a journey."""
    facts, grid = facts_of(site, journey), grid_of(site, journey)
    return SwimlaneMap(
        journey=journey_ref(journey),
        title=journey.title,
        state=journey.state,
        language=journey.language or site.settings.language,
        personas=persona_keys(site, journey),
        scenarios=scenario_keys(facts),
        columns=grid.columns,
        phases=grid.phases,
        heads=grid.heads,
        lanes=_lanes(facts, grid),
        curve=curve_on(site, journey, grid),
    )


def _lanes(facts: Facts, grid: Grid) -> tuple[Lane, ...]:
    """Return the lanes that say something or were asked for by name, and the lines above them."""
    read = [
        (one.kind, rows)
        for one in chosen_lanes(facts.journey, facts.site.settings)
        if (rows := rows_of(one.kind, facts, grid)) and (one.by_name or any(r.says for r in rows))
    ]
    zones = zones_of(tuple(kind for kind, _ in read))
    return tuple(
        Lane(kind.id, kind.title, kind.icon, zone, rows, lines)
        for (kind, rows), zone, lines in zip(read, zones, lines_above(zones), strict=True)
    )
