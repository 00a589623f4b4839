"""Which lanes a map shows, in which order, and which lines stand between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple, get_args

from jmsite.model.journey import ALL_OTHER_LANES, Journey, Lane
from jmsite.model.settings import Settings
from jmsite.swimlane.grid import Line, Zone
from jmsite.swimlane.lanes import LANES, LaneKind, own_lane

ZONES: tuple[Zone, ...] = get_args(Zone)
# The line that parts a zone from the next one.
LINES: tuple[Line, ...] = get_args(Line)
_BY_ID = {lane.id: lane for lane in LANES}


class Chosen(NamedTuple):
    """A lane, and whether it was asked for by name, so that it shows even when it is empty."""

    kind: LaneKind
    by_name: bool


def chosen_lanes(journey: Journey, settings: Settings) -> tuple[Chosen, ...]:
    """Return the lanes of a journey: its own choice, else the site's, else all of them.

    A lane that is named twice stands at its first place; a name that no lane has is passed over.
    """
    asked = journey.lanes if journey.lanes is not None else settings.lanes
    if asked is None:
        return tuple(Chosen(kind, by_name=False) for kind in LANES)
    named = {lane.id for lane in asked}
    once = {one.kind.id: one for lane in reversed(asked) for one in _meant(lane, named)}
    order = dict.fromkeys(one.kind.id for lane in asked for one in _meant(lane, named))
    return tuple(once[lane] for lane in order)


def _meant(lane: Lane, named: set[str]) -> Iterator[Chosen]:
    """Yield the lanes that one entry of a choice means."""
    if lane.id == ALL_OTHER_LANES:
        yield from (Chosen(kind, by_name=False) for kind in LANES if kind.id not in named)
    elif lane.from_:
        yield Chosen(own_lane(lane.id, lane.title, lane.from_), by_name=True)
    elif lane.id in _BY_ID:
        yield Chosen(replace(_BY_ID[lane.id], title=lane.title or None), by_name=True)


def zones_of(kinds: tuple[LaneKind, ...]) -> tuple[Zone, ...]:
    """Return the zone of each lane; one without a zone stands with its neighbour above.

    Where nothing but lanes of one's own stands above, it is the neighbour below.
    """
    known = [kind.zone for kind in kinds if kind.zone is not None]
    zone: Zone = known[0] if known else "customer"
    zones = []
    for kind in kinds:
        zone = kind.zone or zone
        zones.append(zone)
    return tuple(zones)


def lines_above(zones: tuple[Zone, ...]) -> tuple[tuple[Line, ...], ...]:
    """Return the lines above each lane, from top to bottom: those crossed from the lane above.

    From what customers do straight to the backstage one crosses both the line of interaction
    and the line of visibility. Where the author has turned the order of lanes round, the lines
    turn with them.
    """
    return ((), *(_crossed(above, below) for above, below in pairwise(zones)))[: len(zones)]


def _crossed(above: Zone, below: Zone) -> tuple[Line, ...]:
    start, end = ZONES.index(above), ZONES.index(below)
    return LINES[start:end] if start <= end else LINES[end:start][::-1]
