"""Where people meet the company: channels by stage, and by the phases of each journey."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, get_args

from jmsite.model.channel import Channel, Medium
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.touchpoint import Touchpoint
from jmsite.render.edition import Edition
from jmsite.render.portfolio_strip import STAGES
from jmsite.site.site import Site, journey_ref, phase_ref, touchpoint_ref


@dataclass(frozen=True)
class Meeting:
    """A touchpoint and how the unhappiest persona feels there; None where nobody knows."""

    ref: Ref
    channel: str
    column: str
    score: float | None


@dataclass(frozen=True)
class Heat:
    """What lies in one cell: how many touchpoints, and at which of them it feels worst.

    ``hurting`` counts those that feel worse than neutral. ``score`` is None where no feeling is
    known; ``place`` is then the first touchpoint.
    """

    count: int
    hurting: int
    score: float | None
    place: Ref


@dataclass(frozen=True)
class ChannelRow:
    """A channel and a cell for each column, None where nobody meets; ``total`` counts all."""

    ref: Ref
    channel: Channel
    cells: tuple[Heat | None, ...]
    total: int


@dataclass(frozen=True)
class Group:
    """The channels of a medium."""

    medium: Medium
    rows: tuple[ChannelRow, ...]


@dataclass(frozen=True)
class JourneyHeat:
    """The channels of a journey against its phases; ``worst`` is the lowest feeling in it."""

    ref: Ref
    journey: Journey
    phases: tuple[Ref, ...]
    rows: tuple[ChannelRow, ...]
    worst: float | None


def context(edition: Edition) -> dict[str, Any]:
    """Return what the template of the channels is given.

    The map of all channels counts what is there today: a future journey repeats most of its
    current one. It has a map of its own below.
    """
    site, memory = edition.site, edition.memory
    everything = list(site.journeys.values())
    today = [one for one in everything if one.state == "current"] or everything
    meetings = list(chain.from_iterable(memory.each(_by_stage, today)))
    stages = tuple(stage for stage in STAGES if any(one.column == stage for one in meetings))
    rows = tuple(_rows(site, site.channels, meetings, stages))
    media = (Group(m, tuple(r for r in rows if r.channel.medium == m)) for m in get_args(Medium))
    heats = (
        memory.of(one).kept(_journey, site, one, of=(one, site.channels)) for one in everything
    )
    return {
        "stages": stages,
        "groups": tuple(group for group in media if group.rows),
        "journeys": tuple(heat for heat in heats if heat),
    }


def meetings_by(edition: Edition, channel: Channel) -> tuple[Meeting, ...]:
    """Return the touchpoints of a channel, the unhappiest first, those nobody knows of last."""
    everywhere = edition.memory.each(_by_phase, edition.site.journeys.values())
    own = (one for one in chain.from_iterable(everywhere) if one.channel == channel.id)
    return tuple(sorted(own, key=lambda one: (one.score is None, one.score or 0.0)))


def _journey(site: Site, journey: Journey) -> JourneyHeat | None:
    """Return the channels of a journey, or None where it meets nobody anywhere."""
    meetings = _by_phase(journey)
    if not meetings:
        return None
    used = {one.channel for one in meetings}
    ids = (id_ for id_ in site.channels if id_ in used)
    phases = journey.phases or ()
    rows = tuple(_rows(site, ids, meetings, [phase.id for phase in phases]))
    refs = tuple(phase_ref(journey, phase) for phase in phases)
    felt = [one.score for one in meetings if one.score is not None]
    return JourneyHeat(journey_ref(journey), journey, refs, rows, min(felt, default=None))


def _rows(
    site: Site, ids: Iterable[str], meetings: Iterable[Meeting], columns: Iterable[str]
) -> Iterator[ChannelRow]:
    wanted = tuple(columns)
    cells: dict[tuple[str, str], list[Meeting]] = {}
    for one in meetings:
        cells.setdefault((one.channel, one.column), []).append(one)
    for id_ in ids:
        found = tuple(_heat(cells.get((id_, column), [])) for column in wanted)
        total = sum(heat.count for heat in found if heat)
        yield ChannelRow(Ref("channel", id_), site.channels[id_], found, total)


def _heat(meetings: list[Meeting]) -> Heat | None:
    if not meetings:
        return None
    felt = [one for one in meetings if one.score is not None]
    worst = min(felt, key=lambda one: one.score or 0.0, default=meetings[0])
    hurting = sum((one.score or 0) < 0 for one in felt)
    return Heat(len(meetings), hurting, worst.score, worst.ref)


def _by_stage(journey: Journey) -> tuple[Meeting, ...]:
    return tuple(
        _meeting(journey, touchpoint, phase.stage or "")
        for phase in journey.phases or ()
        for touchpoint in phase.touchpoints or ()
    )


def _by_phase(journey: Journey) -> tuple[Meeting, ...]:
    return tuple(
        _meeting(journey, touchpoint, phase.id)
        for phase in journey.phases or ()
        for touchpoint in phase.touchpoints or ()
    )


def _meeting(journey: Journey, touchpoint: Touchpoint, column: str) -> Meeting:
    ref = touchpoint_ref(journey, touchpoint)
    return Meeting(ref, touchpoint.channel, column, _lowest(touchpoint))


def _lowest(touchpoint: Touchpoint) -> float | None:
    emotions = touchpoint.emotion
    if emotions is None:
        return None
    if emotions.everyone:
        return emotions.everyone.score
    return min((emotion.score for _, emotion in emotions.by_persona), default=None)
