"""The KPI board: which figures are off or too old to tell, and whose journeys they measure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from jmsite.model.ids import Ref
from jmsite.model.kpi import KPI
from jmsite.render.edition import Edition
from jmsite.render.portfolio import choices_of
from jmsite.site.site import Site
from jmsite.swimlane.items import KpiItem
from jmsite.swimlane.measures import kpi_item

Standing = Literal["warning", "off", "unmeasured", "aimless", "on"]
# The order of the board: what needs somebody first.
STANDINGS: tuple[Standing, ...] = ("warning", "off", "unmeasured", "aimless", "on")


@dataclass(frozen=True)
class Gauge:
    """A KPI on the board.

    ``standing`` says how the last value stands to warning and target; a KPI without a target is
    aimless. ``due`` is the day by which a newer value was expected, None where it is not late.
    ``way`` is how much of the way from baseline to target is gone, from 0 to 1; None where there is
    no such way. ``journeys`` are those that measure it.
    """

    ref: Ref
    kpi: KPI
    item: KpiItem
    standing: Standing
    due: date | None
    way: float | None
    journeys: tuple[Ref, ...]


def context(edition: Edition) -> dict[str, Any]:
    """Return what the template of the KPIs is given."""
    board = board_of(edition.site)
    journeys = dict.fromkeys(ref for gauge in board for ref in gauge.journeys)
    counts = {standing: sum(g.standing == standing for g in board) for standing in STANDINGS}
    return {
        "board": board,
        "counts": tuple((standing, count) for standing, count in counts.items() if count),
        "stale": sum(gauge.due is not None for gauge in board),
        "owners": choices_of(edition, edition.site.kpis.values()).owners,
        "journeys": tuple(ref for ref in map(_ref, edition.site.journeys) if ref in journeys),
    }


def board_of(site: Site) -> tuple[Gauge, ...]:
    """Return all KPIs, those off their target first.

    Of equal ones, those without a recent value come before those with most of the way to go:
    nobody knows how they stand today.
    """
    return tuple(sorted((_gauge(site, kpi) for kpi in site.kpis.values()), key=_urgent_first))


def standing_of(item: KpiItem) -> Standing:
    """Return how the last value of a KPI stands to its warning and its target."""
    if item.last is None:
        return "unmeasured"
    if item.in_warning:
        return "warning"
    if item.on_target is None:
        return "aimless"
    return "on" if item.on_target else "off"


def due_since(kpi: KPI, today: date) -> date | None:
    """Return the day by which a newer value was expected, or None where none is late."""
    if kpi.frequency is None or not kpi.measurements:
        return None
    due = kpi.frequency.after(kpi.measurements[-1].date)
    return due if due < today else None


def way_gone(item: KpiItem) -> float | None:
    """Return which share of the way from baseline to target the last value has gone."""
    if item.last is None or item.baseline is None or item.target is None:
        return None
    whole = item.target - item.baseline
    if not whole:
        return None
    return min(max((item.last.value - item.baseline) / whole, 0.0), 1.0)


def _gauge(site: Site, kpi: KPI) -> Gauge:
    item = kpi_item(kpi)
    return Gauge(
        ref=item.ref,
        kpi=kpi,
        item=item,
        standing=standing_of(item),
        due=due_since(kpi, site.today),
        way=way_gone(item),
        journeys=_journeys(site, item.ref),
    )


def _urgent_first(gauge: Gauge) -> tuple[int, bool, float]:
    way = 1.0 if gauge.way is None else gauge.way
    return STANDINGS.index(gauge.standing), gauge.due is None, way


def _journeys(site: Site, ref: Ref) -> tuple[Ref, ...]:
    """Return the journeys that name a KPI, or whose phases or touchpoints do."""
    by = (mention.by for mention in site.mentions_of(ref))
    ids = (one.id if one.kind == "journey" else one.journey for one in by)
    return tuple(_ref(id_) for id_ in dict.fromkeys(ids) if id_ in site.journeys)


def _ref(journey: str) -> Ref:
    return Ref("journey", journey)
