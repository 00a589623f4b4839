"""Everything a site holds, by name: what stands on pages of its own and what stands inside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from jmsite.model.fields import Fields, Thing
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.kinds import KINDS
from jmsite.model.phase import Phase
from jmsite.site.site import (
    Site,
    all_steps,
    journey_ref,
    pains_in,
    phase_ref,
    touchpoint_ref,
)

# The kinds that are unique in the site: each of their things has a page.
PAGE_KINDS: tuple[str, ...] = tuple(kind.name for kind in KINDS if not kind.parent)


@dataclass(frozen=True)
class Inventory:
    """The things of a site by name, and by what they share: an owner or a tag."""

    site: Site

    @cached_property
    def things(self) -> dict[Ref, Fields]:
        """Everything that has a name, in the order of the project."""
        return dict(everything(self.site))

    @cached_property
    def shared(self) -> dict[Ref, tuple[Ref, ...]]:
        """The owners and tags, and what names each of them."""
        found: dict[Ref, list[Ref]] = {Ref("owner", name): [] for name in self.site.settings.owners}
        for ref, thing in self.things.items():
            if isinstance(thing, Thing):
                for shared in _shared_by(thing):
                    found.setdefault(shared, []).append(ref)
        return {shared: tuple(dict.fromkeys(refs)) for shared, refs in found.items()}

    def title(self, ref: Ref) -> str:
        """Return what a thing is called, as inline Markdown; an owner or tag is its own name."""
        thing = self.things.get(ref)
        return str(getattr(thing, "title", ref.id))

    def language(self, ref: Ref) -> str:
        """Return the language of a thing where its journey has one of its own."""
        journey = self.site.journeys.get(ref.id if ref.kind == "journey" else ref.journey)
        return journey.language if journey else ""


def everything(site: Site) -> Iterator[tuple[Ref, Fields]]:
    """Yield every thing that has a name, each journey with what stands inside it."""
    for kind in PAGE_KINDS:
        for id_, thing in site.of_kind(kind).items():
            yield Ref(kind, id_), thing
            if isinstance(thing, Journey):
                yield from inside(thing)


def inside(journey: Journey) -> Iterator[tuple[Ref, Fields]]:
    """Yield what stands inside a journey and has a name."""
    for scenario in journey.scenarios or ():
        yield Ref("scenario", scenario.id, journey.id), scenario
    for phase in journey.phases or ():
        yield phase_ref(journey, phase), phase
        yield from _inside_phase(journey, phase)


def _inside_phase(journey: Journey, phase: Phase) -> Iterator[tuple[Ref, Fields]]:
    for step in all_steps(phase):
        yield Ref("step", step.id, journey.id), step
    for touchpoint in phase.touchpoints or ():
        yield touchpoint_ref(journey, touchpoint), touchpoint
    for spot in pains_in(journey, phase):
        if spot.pain.id:
            yield spot.ref, spot.pain


def source_of(site: Site, ref: Ref) -> str:
    """Return the file that a thing is written in, relative to the project."""
    return site.where(ref).path


def parents(site: Site, journey: Journey) -> tuple[Ref, ...]:
    """Return the journeys that details lead up from, the outermost first."""
    above: list[Ref] = []
    while journey.parent and (parent := site.journeys.get(journey.parent)):
        above.insert(0, journey_ref(parent))
        journey = parent
    return tuple(above)


def _shared_by(thing: Thing) -> Iterator[Ref]:
    if thing.owner:
        yield Ref("owner", thing.owner)
    for tag in thing.tags or ():
        yield Ref("tag", tag)
