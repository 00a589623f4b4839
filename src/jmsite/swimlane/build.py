"""From a journey to its swimlane map: columns, then lanes, then the curve."""

from __future__ import annotations

from jmsite.model.journey import Journey
from jmsite.site.site import Site, journey_ref
from jmsite.swimlane.choose import chosen_lanes, lines_above, zones_of
from jmsite.swimlane.columns import Grid, grid_of
from jmsite.swimlane.facts import Facts, facts_of
from jmsite.swimlane.feelings import curve_on
from jmsite.swimlane.grid import Lane
from jmsite.swimlane.keys import persona_keys
from jmsite.swimlane.map import SwimlaneMap
from jmsite.swimlane.rows import rows_of
from jmsite.swimlane.scenarios import scenario_keys, unreached


def build_map(site: Site, journey: Journey) -> SwimlaneMap:
    """Return the swimlane map of a journey."""
    facts, grid = facts_of(site, journey), grid_of(site, journey)
    curve = curve_on(site, journey, grid)
    scenarios = scenario_keys(facts, curve)
    return SwimlaneMap(
        journey=journey_ref(journey),
        title=journey.title,
        state=journey.state,
        language=journey.language or site.settings.language,
        personas=persona_keys(site, journey),
        scenarios=scenarios,
        unreached=unreached(journey, scenarios),
        columns=grid.columns,
        phases=grid.phases,
        heads=grid.heads,
        lanes=_lanes(facts, grid),
        curve=curve,
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
