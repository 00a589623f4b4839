"""Sites made by hand, small, for tests of the map."""

from datetime import date
from typing import Any

from jmsite.findings import Location
from jmsite.model.channel import Channel
from jmsite.model.emotion import Emotion, Emotions
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.page import Home
from jmsite.model.persona import Persona
from jmsite.model.phase import Phase, Step
from jmsite.model.settings import Settings
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.site import Site
from jmsite.swimlane.build import build_map
from jmsite.swimlane.map import SwimlaneMap

TODAY = date(2026, 6, 1)


class OnePlace:
    """Says that everything stands in one file."""

    def where(self, ref: Ref, *field: str | int) -> Location:  # noqa: ARG002 - the protocol's
        """Return the place of anything."""
        return Location(f"content/{ref.kind}.md")

    def key(self, ref: Ref, *field: str | int) -> Location:
        """Return the place of anything."""
        return self.where(ref, *field)

    def written(self, ref: Ref, *field: str | int) -> str:  # noqa: ARG002 - the protocol's
        """Return nothing: no field has words."""
        return ""


def site_of(*journeys: Journey, **more: Any) -> Site:
    """Return a site with these journeys, a website, Camille and Marc, and what else is given."""
    given: dict[str, Any] = {
        "settings": Settings(title="Journeys"),
        "personas": by_id(
            Persona(id="camille", title="Camille", segment="Green"),
            Persona(id="marc", title="Marc", segment="Busy"),
        ),
        "channels": by_id(Channel(id="website", title="Web shop", medium="digital")),
        "home": Home(),
        "goals": {},
        "kpis": {},
        "sources": {},
        "opportunities": {},
        "pages": {},
    } | more
    return Site(today=TODAY, journeys=by_id(*journeys), places=OnePlace(), mentions={}, **given)


def by_id(*things: Any) -> dict[str, Any]:
    """Return things by their ids."""
    return {thing.id: thing for thing in things}


def journey(*phases: Phase, **fields: Any) -> Journey:
    """Return a journey of two personas."""
    return Journey(
        **({"id": "buying", "title": "Buying", "personas": ("camille", "marc")} | fields),
        phases=phases,
    )


def phase(name: str, *touchpoints: Touchpoint, **fields: Any) -> Phase:
    """Return a phase that is called by its id."""
    return Phase(id=name, title=name.title(), touchpoints=touchpoints, **fields)


def touchpoint(name: str, **fields: Any) -> Touchpoint:
    """Return a touchpoint on the website that is called by its id."""
    return Touchpoint(id=name, title=name.title(), channel="website", **fields)


def step(name: str, *steps: Step, **fields: Any) -> Step:
    """Return a step that is called by its id."""
    return Step(id=name, title=name.title(), steps=steps or None, **fields)


def feels(score: float) -> Emotions:
    """Return what everyone feels."""
    return Emotions(everyone=Emotion(score=score))


def each_feels(**scores: float) -> Emotions:
    """Return what each persona feels."""
    return Emotions(by_persona=tuple((who, Emotion(score=s)) for who, s in scores.items()))


def drawn(*phases: Phase, site: dict[str, Any] | None = None, **fields: Any) -> SwimlaneMap:
    """Return the map of a journey of these phases."""
    made = journey(*phases, **fields)
    return build_map(site_of(made, **(site or {})), made)
