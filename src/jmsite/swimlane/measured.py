"""The KPIs of a journey, and what differs between those of two journeys."""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.kpi import KPI
from jmsite.site.site import Site
from jmsite.swimlane.changes import Change, Place


def kpis_of(site: Site, journey: Journey) -> dict[str, KPI]:
    """Return the KPIs that a journey, its phases or its touchpoints name, by id, each once."""
    lists = [journey.kpis]
    for phase in journey.phases or ():
        lists += [phase.kpis, *(touchpoint.kpis for touchpoint in phase.touchpoints or ())]
    ids = dict.fromkeys(one for ids in lists for one in ids or ())
    return {one: site.kpis[one] for one in ids if one in site.kpis}


def kpi_changes(site: Site, before: Journey, other_site: Site, after: Journey) -> Iterator[Change]:
    """Yield which KPIs come and go, and which targets differ where two sites tell them."""
    left, right = kpis_of(site, before), kpis_of(other_site, after)
    for one in dict.fromkeys((*left, *right)):
        was, now = left.get(one), right.get(one)
        places = _place(was), _place(now)
        if was is None or now is None:
            yield Change("added" if was is None else "gone", "kpi", *places)
        elif was.target != now.target:
            yield Change("target", "kpi", *places, was.target, now.target)


def _place(kpi: KPI | None) -> Place | None:
    if kpi is None:
        return None
    ref = Ref("kpi", kpi.id)
    return Place(ref, kpi.title, ref)
