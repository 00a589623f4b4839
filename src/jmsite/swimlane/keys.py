"""The personas and scenarios of a map: whose lines are drawn and which ways can be lit up."""

from __future__ import annotations

from dataclasses import dataclass

from jmsite.model.ids import Ref
from jmsite.model.journey import Journey, Scenario
from jmsite.model.units import Ratio
from jmsite.site.site import Site
from jmsite.site.ways import number_of_ways, touchpoints_of, ways
from jmsite.swimlane.facts import Facts, touchpoints_in
from jmsite.swimlane.items import FileUse, Named


@dataclass(frozen=True, slots=True)
class PersonaKey:
    """A persona of the journey; ``number`` counts from 1 and chooses hue and dash of its line."""

    ref: Ref
    title: str
    number: int
    image: FileUse | None = None


@dataclass(frozen=True, slots=True)
class ScenarioKey:
    """A scenario that can be lit up on the map.

    ``ways`` is the exact number of different ways; ``listed`` holds the first of them, at most
    200, each as touchpoints in order, and ``all_listed`` tells whether that is all of them.
    ``touchpoints`` are those that stand on any way, in the order of the journey.
    """

    ref: Ref
    title: str
    summary: str
    persona: Named | None
    share: Ratio | None
    ways: int
    listed: tuple[tuple[Named, ...], ...]
    all_listed: bool
    touchpoints: tuple[Named, ...]


def persona_keys(site: Site, journey: Journey) -> tuple[PersonaKey, ...]:
    """Return the personas of a journey, numbered in its order."""
    known = [who for who in journey.personas or () if who in site.personas]
    return tuple(_persona(site, who, number) for number, who in enumerate(known, start=1))


def _persona(site: Site, who: str, number: int) -> PersonaKey:
    persona, ref = site.personas[who], Ref("persona", who)
    image = FileUse(persona.image, site.where(ref, "image").path) if persona.image else None
    return PersonaKey(ref, persona.title, number, image)


def scenario_keys(facts: Facts) -> tuple[ScenarioKey, ...]:
    """Return the scenarios of a journey."""
    return tuple(_scenario(facts, scenario) for scenario in facts.journey.scenarios or ())


def _scenario(facts: Facts, scenario: Scenario) -> ScenarioKey:
    reached = touchpoints_of(scenario.path)
    in_order = tuple(one.id for one in touchpoints_in(facts.journey) if one.id in reached)
    listing = ways(scenario.path)
    persona = facts.site.personas.get(scenario.persona)
    return ScenarioKey(
        ref=Ref("scenario", scenario.id, facts.journey.id),
        title=scenario.title,
        summary=scenario.summary,
        persona=Named(Ref("persona", persona.id), persona.title) if persona else None,
        share=scenario.share,
        ways=number_of_ways(scenario.path),
        listed=tuple(facts.touchpoints_named(way) for way in listing.listed),
        all_listed=listing.complete,
        touchpoints=facts.touchpoints_named(in_order),
    )
