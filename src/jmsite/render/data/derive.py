"""Works out what programs are told besides what authors wrote, for each kind of thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_type_hints

from jmsite.files.mail import without_mail
from jmsite.model.emotion import Emotion
from jmsite.model.fields import Fields
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey, Scenario
from jmsite.model.kinds import KINDS
from jmsite.model.kpi import KPI
from jmsite.model.opportunity import Opportunity
from jmsite.model.page import Home
from jmsite.model.pain_point import PainPoint
from jmsite.model.phase import Phase, Step
from jmsite.model.source import Source
from jmsite.model.touchpoint import Touchpoint
from jmsite.render.data import figures as told
from jmsite.render.data import parts
from jmsite.render.data.tongue import Tongue
from jmsite.render.edition import Edition
from jmsite.render.gaps import Gap
from jmsite.render.history import last_change
from jmsite.render.hurt import Hurt, worst_of
from jmsite.render.usage import uses_of
from jmsite.site.evidence import Backing, backing
from jmsite.site.site import Site
from jmsite.swimlane.answers import answers_to
from jmsite.swimlane.curve import Curve
from jmsite.swimlane.facts import facts_of
from jmsite.swimlane.feelings import curve_of
from jmsite.swimlane.keys import Low, ScenarioKey
from jmsite.swimlane.measures import kpi_item
from jmsite.swimlane.scenarios import scenario_keys, unreached
from jmsite.swimlane.totals import Total, Totals, totals_of_journey, totals_of_phase


@dataclass(frozen=True)
class Standing:
    """Where something stands: its name, itself and what it is written in."""

    ref: Ref
    thing: Fields
    above: Standing | None = None

    @property
    def journey_id(self) -> str:
        """Return the journey that it is or stands in, empty for all else."""
        return self.ref.id if self.ref.kind == "journey" else self.ref.journey

    @property
    def named(self) -> Ref:
        """Return its name, or that of what it stands in where it cannot be referred to."""
        return self.ref if self.ref.id or not self.above else self.above.named

    def within(self, kind: type[Fields]) -> Any:
        """Return the thing of a type that it is or stands in, None where there is none."""
        if isinstance(self.thing, kind):
            return self.thing
        return self.above.within(kind) if self.above else None

    def backing(self, site: Site) -> Backing:
        """Return what backs it: its own evidence, or the nearest above it in its journey."""
        lists = []
        at: Standing | None = self
        while at and at.ref.kind != "journey":
            lists.append(getattr(at.thing, "evidence", None))
            at = at.above
        return backing(site, *lists)


def _any(tongue: Tongue, _one: Fields, at: Standing) -> told.OfThing:
    return told.OfThing(**_of_thing(tongue, at))


def _of_thing(tongue: Tongue, at: Standing) -> dict[str, Any]:
    gaps = tongue.edition.gaps
    found = (*gaps.open(at.ref), *gaps.waived(at.ref))
    return {
        "page": tongue.page(at.ref),
        "used_by": _uses(tongue, at.ref),
        "gaps": tuple(_gap(tongue, gap) for gap in found),
        "last_change": _last_change(tongue, at.ref),
    }


def _home(tongue: Tongue, _home: Home, _at: Standing) -> told.OfHome:
    return told.OfHome(last_change=_last_change(tongue, None))


def _last_change(tongue: Tongue, ref: Ref | None) -> parts.LastChange | None:
    last = last_change(tongue.edition, ref)
    return parts.LastChange(date=last.day, author=last.author) if last else None


def _gap(tongue: Tongue, gap: Gap) -> parts.Gap:
    known = (ref for ref in gap.about if ref in tongue.edition.inventory.things)
    return parts.Gap(
        code=gap.code,
        rule=gap.rule,
        text=tongue.text(gap.path, gap.text),
        hint=tongue.text(gap.path, gap.hint),
        about=tuple(map(tongue.reference, known)),
        waived=without_mail(gap.waived),
    )


def _uses(tongue: Tongue, ref: Ref) -> tuple[parts.Use, ...]:
    return tuple(
        parts.Use(by=tongue.reference(use.by), fields=use.fields)
        for uses in uses_of(tongue.edition.site, ref)
        for use in uses.uses
    )


def _journey(tongue: Tongue, journey: Journey, at: Standing) -> told.OfJourney:
    edition = tongue.edition
    score = edition.outcome.score_of(at.ref)
    worst = worst_of(edition.site, journey, _curve(edition, journey))
    keys = _keys(edition, journey)
    return told.OfJourney(
        **_of_thing(tongue, at),
        details=tongue.aim(edition.addresses.details_of(at.ref), ""),
        score=score.percent if score else None,
        totals=_totals(totals_of_journey(journey).totals),
        worst=_hurt(tongue, worst) if worst else None,
        unreached=tuple(tongue.reference(place.ref) for place in unreached(journey, keys)),
    )


def _hurt(tongue: Tongue, hurt: Hurt) -> parts.Moment:
    point = hurt.point
    source = tongue.edition.site.where(hurt.place).path
    return parts.Moment(
        place=tongue.reference(hurt.place),
        score=point.score if point else None,
        persona=tongue.reference(point.persona.ref) if point and point.persona else None,
        label=tongue.text(source, point.label) if point else "",
        quote=tongue.text(source, point.quote) if point else "",
        pain_point=tongue.text(source, hurt.spot.pain.title) if hurt.spot else "",
        backed_by=_named(tongue, "source", (one.id for one in hurt.sources)),
        answers=_named(tongue, "opportunity", (one.id for one in hurt.answers)),
        owner=without_mail(hurt.owner),
    )


def _named(tongue: Tongue, kind: str, ids: Iterable[str]) -> tuple[parts.Reference, ...]:
    return tuple(tongue.reference(Ref(kind, id_)) for id_ in ids)


def _statement(tongue: Tongue, at: Standing) -> dict[str, Any]:
    known = at.backing(tongue.edition.site)
    return {
        "page": tongue.page(at.ref) if at.ref.id else "",
        "validated": known.validated,
        "backed_by": _named(tongue, "source", (one.id for one in known.sources)),
        "used_by": _uses(tongue, at.ref) if at.ref.id else (),
    }


def _phase(tongue: Tongue, phase: Phase, at: Standing) -> told.OfPhase:
    return told.OfPhase(**_statement(tongue, at), totals=_totals(totals_of_phase(phase)))


def _touchpoint(tongue: Tongue, _touchpoint: Touchpoint, at: Standing) -> told.OfStatement:
    return told.OfStatement(**_statement(tongue, at))


def _pain(tongue: Tongue, pain: PainPoint, at: Standing) -> told.OfPain:
    answers = answers_to(tongue.edition.site, [at.ref] if pain.id else [])
    found = _named(tongue, "opportunity", (one.id for one in answers))
    return told.OfPain(**_statement(tongue, at), answers=found)


def _step(tongue: Tongue, _step: Step, at: Standing) -> told.OfStep:
    return told.OfStep(page=tongue.page(at.ref))


def _scenario(tongue: Tongue, _scenario: Scenario, at: Standing) -> told.OfScenario:
    journey: Journey = at.within(Journey)
    key = next(key for key in _keys(tongue.edition, journey) if key.ref == at.ref)
    source = tongue.edition.site.where(at.ref).path
    return told.OfScenario(
        page=tongue.page(at.ref),
        ways=key.ways,
        always=tuple(tongue.reference(place.ref) for place in key.always),
        totals=_totals(key.totals),
        worst=_low(tongue, key.worst, source) if key.worst else None,
    )


def _low(tongue: Tongue, low: Low, source: str) -> parts.Moment:
    return parts.Moment(
        place=tongue.reference(low.place.ref),
        score=low.score,
        persona=tongue.reference(low.persona.ref) if low.persona else None,
        label=tongue.text(source, low.label),
        quote=tongue.text(source, low.quote),
    )


def _kpi(tongue: Tongue, kpi: KPI, at: Standing) -> told.OfKpi:
    item = kpi_item(kpi)
    return told.OfKpi(
        **_of_thing(tongue, at),
        last=item.last.value if item.last else None,
        last_date=item.last.date if item.last else None,
        trend=item.trend,
        improves=item.improves,
        on_target=item.on_target,
        in_warning=item.in_warning,
    )


def _source(tongue: Tongue, source: Source, at: Standing) -> told.OfSource:
    today = tongue.edition.site.today
    figures = _of_thing(tongue, at)
    return told.OfSource(**figures, expires=source.expires, expired=source.expired(today))


def _opportunity(tongue: Tongue, change: Opportunity, at: Standing) -> told.OfOpportunity:
    today, over = tongue.edition.site.today, change.status in ("done", "dropped")
    start, end = change.started, change.finished
    return told.OfOpportunity(
        **_of_thing(tongue, at),
        start_planned=start is not None and start > today,
        end_planned=end is not None and (end > today or not over),
    )


def _totals(totals: Totals) -> parts.Totals:
    return parts.Totals(
        time=_range(totals.time),
        duration=_range(totals.duration),
        wait=_range(totals.wait),
        effort=_range(totals.effort),
    )


def _range(total: Total) -> parts.Range:
    return parts.Range(low=total.low, high=total.high, at_least=total.at_least)


def _curve(edition: Edition, journey: Journey) -> Curve:
    of = (journey, *edition.felt_by)
    return edition.memory.of(journey).kept(curve_of, edition.site, journey, of=of)


def _keys(edition: Edition, journey: Journey) -> tuple[ScenarioKey, ...]:
    of = (journey, *edition.felt_by)
    return edition.memory.of(journey).kept(_made_keys, edition, journey, of=of)


def _made_keys(edition: Edition, journey: Journey) -> tuple[ScenarioKey, ...]:
    return scenario_keys(facts_of(edition.site, journey), _curve(edition, journey))


Follow = Callable[[Tongue, Any, Standing], parts.Figures]
# What follows for each type; an emotion knows by itself whose it is.
FOLLOWS: Mapping[type[Fields], Follow] = {
    **{kind.type: _any for kind in KINDS if not kind.parent},
    Journey: _journey,
    Phase: _phase,
    Step: _step,
    Touchpoint: _touchpoint,
    PainPoint: _pain,
    Scenario: _scenario,
    KPI: _kpi,
    Source: _source,
    Opportunity: _opportunity,
    Home: _home,
}
# The types of what follows, for the schema.
FIGURES: Mapping[type[Fields], type[parts.Figures]] = {
    **{kind: get_type_hints(follow)["return"] for kind, follow in FOLLOWS.items()},
    Emotion: told.OfEmotion,
}
