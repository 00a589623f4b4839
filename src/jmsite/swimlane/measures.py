"""Items for what is measured and done: KPIs, opportunities and sources."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from jmsite.model.ids import Ref
from jmsite.model.kpi import KPI
from jmsite.model.opportunity import Opportunity
from jmsite.model.pain_point import PainPoint
from jmsite.model.phase import Phase
from jmsite.model.source import Source
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.site import phase_ref, touchpoint_ref
from jmsite.swimlane.facts import Facts
from jmsite.swimlane.items import KpiItem, Measured, OpportunityItem, SourceItem
from jmsite.swimlane.statements import Items

Trend = Literal["up", "down", "flat"]


def kpis(facts: Facts, ids: tuple[str, ...] | None) -> Items:
    """Return KPIs by their ids."""
    if ids is None:
        return None
    known = facts.site.kpis
    return tuple(kpi_item(known[one]) for one in ids if one in known)


def kpi_item(kpi: KPI) -> KpiItem:
    """Return a KPI with its last value, its trend and how it stands to target and warning."""
    series = tuple(Measured(one.date, one.value) for one in kpi.measurements)
    last = series[-1] if series else None
    trend = _trend(series)
    good_way = "up" if kpi.better == "higher" else "down"
    return KpiItem(
        ref=Ref("kpi", kpi.id),
        title=kpi.title,
        unit=kpi.unit,
        better=kpi.better,
        last=last,
        baseline=kpi.baseline,
        target=kpi.target,
        warning=kpi.warning,
        trend=trend,
        improves=None if trend in (None, "flat") else trend == good_way,
        on_target=_reaches(kpi, last, kpi.target),
        in_warning=_falls_to(kpi, last, kpi.warning),
        series=series,
    )


def _trend(series: tuple[Measured, ...]) -> Trend | None:
    if len(series) < 2:
        return None
    before, last = series[-2].value, series[-1].value
    if before == last:
        return "flat"
    return "up" if last > before else "down"


def _reaches(kpi: KPI, last: Measured | None, mark: float | None) -> bool | None:
    """Tell whether the last value is as good as a mark, or better."""
    if last is None or mark is None:
        return None
    return last.value >= mark if kpi.better == "higher" else last.value <= mark


def _falls_to(kpi: KPI, last: Measured | None, mark: float | None) -> bool | None:
    """Tell whether the last value is as bad as a mark, or worse."""
    if last is None or mark is None:
        return None
    return last.value <= mark if kpi.better == "higher" else last.value >= mark


def opportunities_of_touchpoint(facts: Facts, touchpoint: Touchpoint) -> Items:
    """Return the opportunities that change a touchpoint or answer a pain point of it."""
    ref = touchpoint_ref(facts.journey, touchpoint)
    return _opportunities(_answers_to(facts, ref, touchpoint.pain_points))


def opportunities_of_phase(facts: Facts, phase: Phase) -> Items:
    """Return the opportunities of a phase that do not stand at one of its touchpoints."""
    ref = phase_ref(facts.journey, phase)
    placed = {
        opportunity.id
        for one in phase.touchpoints or ()
        for opportunity in _answers_to(facts, touchpoint_ref(facts.journey, one), one.pain_points)
    }
    answers = _answers_to(facts, ref, phase.pain_points)
    return _opportunities(one for one in answers if one.id not in placed)


def _answers_to(
    facts: Facts, holder: Ref, pains: tuple[PainPoint, ...] | None
) -> tuple[Opportunity, ...]:
    refs = [Ref("pain-point", pain.id, holder.journey) for pain in pains or () if pain.id]
    found = {one.id for ref in [holder, *refs] for one in facts.answers.get(ref, ())}
    return tuple(one for one in facts.site.opportunities.values() if one.id in found)


def _opportunities(found: Iterable[Opportunity]) -> Items:
    return tuple(map(_opportunity, found)) or None


def _opportunity(opportunity: Opportunity) -> OpportunityItem:
    return OpportunityItem(
        ref=Ref("opportunity", opportunity.id),
        title=opportunity.title,
        status=opportunity.status,
        approach=opportunity.approach,
        impact=opportunity.impact,
        effort=opportunity.effort,
        owner=opportunity.owner,
        started=opportunity.started,
        finished=opportunity.finished,
    )


def evidence(facts: Facts, holder: Phase | Touchpoint) -> Items:
    """Return the sources that a phase or touchpoint names, and those its pain points name."""
    lists = [holder.evidence, *(pain.evidence for pain in holder.pain_points or ())]
    if all(ids is None for ids in lists):
        return None
    once = dict.fromkeys(one for ids in lists for one in ids or ())
    known = facts.site.sources
    return tuple(_source(facts, known[one]) for one in once if one in known)


def _source(facts: Facts, source: Source) -> SourceItem:
    return SourceItem(
        ref=Ref("source", source.id),
        title=source.title,
        type=source.type,
        date=source.date,
        expired=source.expired(facts.site.today),
        confidential=source.confidential,
    )
