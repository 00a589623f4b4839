"""The scenarios of a map: where each leads, what it costs and where it feels worst."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from jmsite.model.emotion import Emotion, Emotions
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey, Scenario
from jmsite.model.phase import Phase
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.ways import number_of_ways, touchpoints_of, ways
from jmsite.swimlane.facts import Facts, named_touchpoint, touchpoints_in
from jmsite.swimlane.items import Named
from jmsite.swimlane.keys import Low, ScenarioKey
from jmsite.swimlane.pains import pains_at, weight_of
from jmsite.swimlane.paths import Chain, chain_of, on_every_way, totals_of_chain
from jmsite.swimlane.totals import Totals, totals_of_touchpoint


def scenario_keys(facts: Facts) -> tuple[ScenarioKey, ...]:
    """Return the scenarios of a journey."""
    places = _Places(facts)
    return tuple(_scenario(places, one) for one in facts.journey.scenarios or ())


def unreached(journey: Journey, scenarios: tuple[ScenarioKey, ...]) -> tuple[Named, ...]:
    """Return the touchpoints that no scenario goes through; none where there is no way at all."""
    reached = {place.ref for scenario in scenarios for place in scenario.touchpoints}
    every = (named_touchpoint(journey, one) for one in touchpoints_in(journey))
    return tuple(place for place in every if place.ref not in reached) if reached else ()


@dataclass(frozen=True)
class _Places:
    """The touchpoints of a journey, looked up for each scenario."""

    facts: Facts

    @cached_property
    def _known(self) -> dict[str, Touchpoint]:
        return {one.id: one for one in touchpoints_in(self.facts.journey)}

    def named(self, id_: str) -> Named:
        """Return a touchpoint as a thing to link to."""
        return named_touchpoint(self.facts.journey, self._known[id_])

    def cost(self, place: Named) -> Totals:
        """Return what a touchpoint costs whoever goes there."""
        return totals_of_touchpoint(self._known[place.ref.id])

    def in_order(self, ids: frozenset[str]) -> tuple[Named, ...]:
        """Return touchpoints in the order of the journey."""
        return tuple(self.named(id_) for id_ in self._known if id_ in ids)


def _scenario(places: _Places, scenario: Scenario) -> ScenarioKey:
    site, journey = places.facts.site, places.facts.journey
    persona = site.personas.get(scenario.persona)
    whose = Named(Ref("persona", persona.id), persona.title) if persona else None
    path: Chain = chain_of(scenario.path, places.named) or () if scenario.path else ()
    touchpoints = places.in_order(touchpoints_of(scenario.path))
    always = on_every_way(path)
    listing = ways(scenario.path)
    return ScenarioKey(
        ref=Ref("scenario", scenario.id, journey.id),
        title=scenario.title,
        summary=scenario.summary,
        persona=whose,
        share=scenario.share,
        ways=number_of_ways(scenario.path),
        listed=tuple(tuple(map(places.named, way)) for way in listing.listed),
        all_listed=listing.complete,
        touchpoints=touchpoints,
        always=tuple(place for place in touchpoints if place in always),
        path=path,
        totals=totals_of_chain(path, places.cost),
        worst=_worst(places.facts, frozenset(touchpoints), whose),
    )


def _worst(facts: Facts, on_the_way: frozenset[Named], whose: Named | None) -> Low | None:
    """Return the lowest moment at some touchpoints, for one persona or for all of them.

    Of equal ones it is the one whose pain point weighs most, then a moment of truth, then the
    first: as on the curve.
    """
    moments = [
        (felt.score, -_pain(facts.journey, phase, one), not one.moment_of_truth, number, low)
        for number, (phase, one, who, felt) in enumerate(_moments(facts, whose))
        for place in [named_touchpoint(facts.journey, one)]
        if place in on_the_way
        for low in [Low(place, felt.score, felt.label, felt.quote, who)]
    ]
    return min(moments)[-1] if moments else None


def _moments(
    facts: Facts, whose: Named | None
) -> Iterator[tuple[Phase, Touchpoint, Named | None, Emotion]]:
    """Yield how somebody feels at each touchpoint of a journey, and who."""
    for phase in facts.journey.phases or ():
        for touchpoint in phase.touchpoints or ():
            for who, felt in _felt(facts, touchpoint.emotion, whose):
                yield phase, touchpoint, who, felt


def _felt(
    facts: Facts, emotions: Emotions | None, whose: Named | None
) -> Iterator[tuple[Named | None, Emotion]]:
    """Yield what a persona feels, or where none is given what each of them feels."""
    if emotions is None:
        return
    if emotions.everyone:
        yield None, emotions.everyone
    for who, felt in emotions.by_persona:
        if who in facts.site.personas and (whose is None or who == whose.ref.id):
            yield Named(Ref("persona", who), facts.site.personas[who].title), felt


def _pain(journey: Journey, phase: Phase, touchpoint: Touchpoint) -> int:
    return max((weight_of(spot.pain) for spot in pains_at(journey, phase, touchpoint)), default=0)
