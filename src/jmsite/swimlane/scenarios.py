"""The scenarios of a map: where each leads, what it costs and where it feels worst."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from jmsite.model.ids import Ref
from jmsite.model.journey import Journey, Scenario
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.ways import number_of_ways, touchpoints_of, ways
from jmsite.swimlane.curve import Curve
from jmsite.swimlane.facts import Facts, named_touchpoint, touchpoints_in
from jmsite.swimlane.items import Named
from jmsite.swimlane.keys import Low, ScenarioKey
from jmsite.swimlane.paths import Chain, chain_of, on_every_way, totals_of_chain
from jmsite.swimlane.totals import Totals, totals_of_touchpoint


def scenario_keys(facts: Facts, curve: Curve) -> tuple[ScenarioKey, ...]:
    """Return the scenarios of a journey, whose whole curve is given."""
    places = _Places(facts, curve)
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
    curve: Curve

    @cached_property
    def _known(self) -> dict[str, Touchpoint]:
        return {one.id: one for one in touchpoints_in(self.facts.journey)}

    def named(self, id_: str) -> Named | None:
        """Return a touchpoint as a thing to link to; None where it is left out as wrong."""
        found = self._known.get(id_)
        return named_touchpoint(self.facts.journey, found) if found else None

    def cost(self, place: Named) -> Totals:
        """Return what a touchpoint costs whoever goes there."""
        return totals_of_touchpoint(self._known[place.ref.id])

    def same_for_all(self, place: Named) -> bool:
        """Tell whether everyone feels the same at a touchpoint, if anything is known."""
        emotions = self._known[place.ref.id].emotion
        return emotions is not None and emotions.everyone is not None

    def in_order(self, ids: frozenset[str]) -> tuple[Named, ...]:
        """Return touchpoints in the order of the journey."""
        return tuple(filter(None, (self.named(id_) for id_ in self._known if id_ in ids)))


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
        listed=tuple(tuple(filter(None, map(places.named, way))) for way in listing.listed),
        all_listed=listing.complete,
        touchpoints=touchpoints,
        always=tuple(place for place in touchpoints if place in always),
        path=path,
        totals=totals_of_chain(path, places.cost),
        worst=_worst(places, frozenset(one.ref for one in touchpoints), whose),
    )


def _worst(places: _Places, on_the_way: frozenset[Ref], whose: Named | None) -> Low | None:
    """Return the lowest moment at some touchpoints, for one persona or for all of them.

    It is chosen as that of the whole curve is, so that both are one where a way goes through it.
    """
    points = (
        point
        for point in places.curve.points
        if point.place.ref in on_the_way
        and (whose in (None, point.persona) or places.same_for_all(point.place))
    )
    low = places.curve.lowest(points)
    if low is None:
        return None
    who = None if places.same_for_all(low.place) else low.persona
    return Low(low.place, low.score, low.label, low.quote, who)
