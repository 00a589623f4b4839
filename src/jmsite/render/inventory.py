"""Everything a site holds, by name: what stands on pages of its own and what stands inside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from jmsite.model.fields import Fields, Thing
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.kinds import KINDS
from jmsite.model.phase import Phase
from jmsite.render.memory import PageMemory
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


# An owner or a tag, and what names it.
Naming = tuple[Ref, Ref]


@dataclass(frozen=True, eq=False)
class Things(Mapping[Ref, Fields]):
    """Everything that has a name, in the order of the project.

    What stands inside a journey is looked up in it, so nothing is put together for a whole site.
    """

    site: Site
    memory: PageMemory

    def __getitem__(self, ref: Ref) -> Fields:
        if ref.kind in PAGE_KINDS:
            return self.site.of_kind(ref.kind)[ref.id]
        return self.inside(self.site.journeys[ref.journey])[ref]

    def __iter__(self) -> Iterator[Ref]:
        for kind in PAGE_KINDS:
            for id_, thing in self.site.of_kind(kind).items():
                yield Ref(kind, id_)
                if isinstance(thing, Journey):
                    yield from self.inside(thing)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def inside(self, journey: Journey) -> Mapping[Ref, Fields]:
        """Return what stands inside a journey and has a name."""
        return self.memory.alone(_inside, journey)


@dataclass(frozen=True)
class Inventory:
    """The things of a site by name, and by what they share: an owner or a tag."""

    site: Site
    memory: PageMemory

    @cached_property
    def things(self) -> Things:
        """Everything that has a name, in the order of the project."""
        return Things(self.site, self.memory)

    @cached_property
    def shared(self) -> Mapping[Ref, tuple[Ref, ...]]:
        """The owners and tags, and what names each of them."""
        owners = self.memory.agreed("owners", tuple(self.site.settings.owners))
        namings = self.memory.agreed("namings", tuple(self._namings()))
        return self.memory.kept(_by_name, owners, namings)

    def in_file(self, path: str) -> tuple[Ref, ...]:
        """Return the things that are written in a source file, in the order of the project."""
        return self._by_file.get(path, ())

    @cached_property
    def _by_file(self) -> Mapping[str, tuple[Ref, ...]]:
        parts = tuple(self._files())
        return self.memory.kept(_merged, parts, of=parts)

    def _files(self) -> Iterator[Mapping[str, tuple[Ref, ...]]]:
        """Yield by file what is written in it, a kind or a journey at a time."""
        site, memory = self.site, self.memory
        for kind in PAGE_KINDS:
            things = site.of_kind(kind)
            if kind != "journey":
                yield memory.of(things).kept(_by_file, site, kind, things, of=(things,))
                continue
            for journey in site.journeys.values():
                yield memory.of(journey).kept(_by_file_in, site, journey, of=(journey,))

    def _namings(self) -> Iterator[tuple[Naming, ...]]:
        for kind in PAGE_KINDS:
            things = self.site.of_kind(kind)
            if kind != "journey":
                yield self.memory.of(things).kept(_namings_of, kind, things)
                continue
            yield from self.memory.each(_namings_in, self.site.journeys.values())

    def title(self, ref: Ref) -> str:
        """Return what a thing is called, as inline Markdown; an owner or tag is its own name."""
        thing = self.things.get(ref)
        return str(getattr(thing, "title", ref.id))

    def language(self, ref: Ref) -> str:
        """Return the language of a thing where its journey has one of its own."""
        journey = self.site.journeys.get(ref.id if ref.kind == "journey" else ref.journey)
        return journey.language if journey else ""


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


def _inside(journey: Journey) -> Mapping[Ref, Fields]:
    return dict(inside(journey))


def _by_file_in(site: Site, journey: Journey) -> Mapping[str, tuple[Ref, ...]]:
    return _in_files(site, (journey_ref(journey), *_inside(journey)))


def _by_file(site: Site, kind: str, things: Mapping[str, Thing]) -> Mapping[str, tuple[Ref, ...]]:
    return _in_files(site, (Ref(kind, id_) for id_ in things))


def _in_files(site: Site, refs: Iterable[Ref]) -> Mapping[str, tuple[Ref, ...]]:
    found: dict[str, list[Ref]] = {}
    for ref in refs:
        found.setdefault(source_of(site, ref), []).append(ref)
    return {path: tuple(inside) for path, inside in found.items()}


def _merged(parts: Iterable[Mapping[str, tuple[Ref, ...]]]) -> Mapping[str, tuple[Ref, ...]]:
    """Return what is written in each file; one may hold things of several parts."""
    found: dict[str, tuple[Ref, ...]] = {}
    for part in parts:
        for path, refs in part.items():
            found[path] = (*found[path], *refs) if path in found else refs
    return found


def _namings_in(journey: Journey) -> tuple[Naming, ...]:
    """Return the owners and tags that a journey and what stands inside it name."""
    every = ((journey_ref(journey), journey), *inside(journey))
    return tuple(naming for ref, thing in every for naming in _namings_by(ref, thing))


def _namings_of(kind: str, things: Mapping[str, Thing]) -> tuple[Naming, ...]:
    every = ((Ref(kind, id_), thing) for id_, thing in things.items())
    return tuple(naming for ref, thing in every for naming in _namings_by(ref, thing))


def _namings_by(ref: Ref, thing: Fields) -> Iterator[Naming]:
    if isinstance(thing, Thing):
        if thing.owner:
            yield Ref("owner", thing.owner), ref
        for tag in thing.tags or ():
            yield Ref("tag", tag), ref


def _by_name(
    owners: tuple[str, ...], namings: tuple[tuple[Naming, ...], ...]
) -> Mapping[Ref, tuple[Ref, ...]]:
    """Return the owners that the settings know and all that are named, each with who names it."""
    found: dict[Ref, list[Ref]] = {Ref("owner", name): [] for name in owners}
    for named in namings:
        for shared, ref in named:
            found.setdefault(shared, []).append(ref)
    return {shared: tuple(dict.fromkeys(refs)) for shared, refs in found.items()}
