"""What the page of each kind is given besides the thing itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jmsite.model.channel import Channel
from jmsite.model.fields import Thing
from jmsite.model.goal import Goal
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.kpi import KPI
from jmsite.model.opportunity import Opportunity
from jmsite.model.persona import Persona
from jmsite.render import journey
from jmsite.render.details import mentioned_by
from jmsite.render.draw.chart import chart
from jmsite.render.draw.curve import SmallCurve, small_curve
from jmsite.render.edition import Edition
from jmsite.render.hurt import Hurt, hurt_at
from jmsite.render.portfolio_channels import meetings_by
from jmsite.site.site import Site, journey_ref
from jmsite.swimlane.feelings import curve_of
from jmsite.swimlane.measures import kpi_item

Context = Callable[[Edition, Any], dict[str, Any]]


@dataclass(frozen=True)
class Path:
    """A journey that a persona takes, and where it hurts the persona."""

    ref: Ref
    curve: SmallCurve
    hurts: tuple[Hurt, ...]


@dataclass(frozen=True)
class Change:
    """A day on which an opportunity that should move a KPI starts or ends.

    ``planned`` days are still to come, or are ends of what is not done.
    """

    day: date
    opportunity: Opportunity
    finished: bool
    planned: bool


def context_of(edition: Edition, ref: Ref, thing: Thing) -> dict[str, Any]:
    """Return what the template of a thing's kind is given."""
    make = CONTEXTS.get(ref.kind)
    return make(edition, thing) if make else {}


def _persona(edition: Edition, persona: Persona) -> dict[str, Any]:
    site = edition.site
    taken = [j for j in site.journeys.values() if persona.id in (j.personas or ())]
    of = persona, *edition.felt_by
    kept = (edition.memory.of(one).kept(_path, site, one, persona, of=of) for one in taken)
    return {"paths": tuple(kept)}


def _path(site: Site, journey: Journey, persona: Persona) -> Path:
    curve = curve_of(site, journey)
    lines = [line for line in curve.lines if not line.persona or line.persona.ref.id == persona.id]
    low = sorted(
        (point for line in lines for point in line.points if point.score < 0),
        key=lambda point: (point.score, point.x),
    )
    hurts = tuple(hurt_at(site, journey, point) for point in low)
    return Path(journey_ref(journey), small_curve(curve, persona.id), hurts)


def _channel(edition: Edition, channel: Channel) -> dict[str, Any]:
    return {"meetings": meetings_by(edition, channel)}


def _kpi(edition: Edition, kpi: KPI) -> dict[str, Any]:
    mentions = edition.site.mentions_of(Ref("kpi", kpi.id))
    by = mentioned_by(mentions, "opportunity")
    site = edition.site
    changes = _changes([site.opportunities[ref.id] for ref in by], site.today)
    drawn = chart(kpi, [change.day for change in changes], edition.words, site.today)
    return {"item": kpi_item(kpi), "chart": drawn, "changes": changes, "opportunities": by}


def _changes(opportunities: list[Opportunity], today: date) -> tuple[Change, ...]:
    """Return the days on which changes began and ended, oldest first."""
    days = [
        Change(day, one, finished, day > today or (finished and one.status != "done"))
        for one in opportunities
        if one.status != "dropped"
        for day, finished in ((one.started, False), (one.finished, True))
        if day is not None
    ]
    return tuple(sorted(days, key=lambda change: (change.day, change.opportunity.id)))


def _goal(edition: Edition, goal: Goal) -> dict[str, Any]:
    return {"items": tuple(kpi_item(edition.site.kpis[id_]) for id_ in goal.kpis or ())}


def _opportunity(edition: Edition, opportunity: Opportunity) -> dict[str, Any]:
    return {"items": tuple(kpi_item(edition.site.kpis[id_]) for id_ in opportunity.kpis or ())}


CONTEXTS: Mapping[str, Context] = {
    "journey": journey.context,
    "persona": _persona,
    "channel": _channel,
    "goal": _goal,
    "kpi": _kpi,
    "opportunity": _opportunity,
}
