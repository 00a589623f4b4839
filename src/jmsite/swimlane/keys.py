"""The personas and scenarios of a map: whose lines are drawn and which ways can be lit up."""

from __future__ import annotations

from dataclasses import dataclass

from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.units import Ratio
from jmsite.site.site import Site
from jmsite.swimlane.items import FileUse, Named
from jmsite.swimlane.paths import Chain
from jmsite.swimlane.totals import Totals


@dataclass(frozen=True, slots=True)
class PersonaKey:
    """A persona of the journey; ``number`` counts from 1 and chooses hue and dash of its line."""

    ref: Ref
    title: str
    number: int
    image: FileUse | None = None


@dataclass(frozen=True, slots=True)
class Low:
    """The lowest moment of a scenario: how somebody feels at a touchpoint on one of its ways.

    ``score`` goes from -2 to 2. ``persona`` is None where everyone feels so.
    """

    place: Named
    score: float
    label: str
    quote: str
    persona: Named | None


@dataclass(frozen=True, slots=True)
class ScenarioKey:
    """A scenario that can be lit up on the map.

    ``ways`` is the exact number of different ways; ``listed`` holds the first of them, at most
    200, each as touchpoints in order, and ``all_listed`` tells whether that is all of them.
    ``touchpoints`` are those that stand on any way, in the order of the journey; ``always`` those
    that stand on every way. ``path`` is the way as it is drawn, ``totals`` what it costs, from the
    least that a way can cost to the most. ``worst`` is the lowest moment of its persona, or of
    anyone where it is nobody's in particular; None where no emotion is known.
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
    always: tuple[Named, ...]
    path: Chain
    totals: Totals
    worst: Low | None


def persona_keys(site: Site, journey: Journey) -> tuple[PersonaKey, ...]:
    """Return the personas of a journey, numbered in its order."""
    known = [who for who in journey.personas or () if who in site.personas]
    return tuple(_persona(site, who, number) for number, who in enumerate(known, start=1))


def _persona(site: Site, who: str, number: int) -> PersonaKey:
    persona, ref = site.personas[who], Ref("persona", who)
    image = FileUse(persona.image, site.where(ref, "image").path) if persona.image else None
    return PersonaKey(ref, persona.title, number, image)
