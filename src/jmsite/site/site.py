"""The site: what the checklist asks, what the map is built from and what pages are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Protocol

from jmsite.content.document import Unread
from jmsite.findings import Location
from jmsite.model.channel import Channel
from jmsite.model.fields import Thing
from jmsite.model.goal import Goal
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.kinds import BY_NAME
from jmsite.model.kpi import KPI
from jmsite.model.opportunity import Opportunity
from jmsite.model.page import Home, Page
from jmsite.model.pain_point import PainPoint
from jmsite.model.persona import Persona
from jmsite.model.phase import Phase, Step
from jmsite.model.settings import Settings
from jmsite.model.source import Source
from jmsite.model.touchpoint import Touchpoint


class Places(Protocol):
    """Says where things and their fields stand in the sources."""

    def where(self, ref: Ref, *field: str | int) -> Location:
        """Return the place of a thing, or of a field of it where the source has the field.

        A field is a path of keys and list indices, as ``"pain_points", 0, "severity"``. Where
        the field is absent the thing's own place is returned: the opening line of its file, or
        the beginning of its mapping.
        """

    def key(self, ref: Ref, *field: str | int) -> Location:
        """Return the place of a field's key, else the thing's own place."""

    def written(self, ref: Ref, *field: str | int) -> str:
        """Return the words of a field that is a single value, else nothing."""


class Mention(NamedTuple):
    """That a thing (``by``) refers to another in one of its fields."""

    by: Ref
    field: str


class Spot(NamedTuple):
    """A pain point and where in the site it hurts.

    ``holder`` is the phase or touchpoint that lists it, ``number`` its place in that list, from 0.
    """

    pain: PainPoint
    journey: Journey
    phase: Phase
    touchpoint: Touchpoint | None
    holder: Ref
    number: int

    @property
    def ref(self) -> Ref:
        """Return the name of the pain point; its id is empty for a plain text."""
        return Ref("pain-point", self.pain.id, self.journey.id)


@dataclass(frozen=True)
class Site:
    """Everything that a project says, valid and linked.

    References inside the things are ids of living things: aliases are resolved, mentions of
    drafts and of what does not exist are left out, and an opportunity's references into journeys
    are always written ``journey/id``. What is referred to may be missing here all the same where
    its own source is wrong; no such site is published. Mappings are in the order of the project.

    ``incomplete`` and ``incomplete_kinds`` tell where things were left out as wrong, and ``unread``
    what stands there in the sources; ``lost`` names for each thing the fields that name something
    which is not in the site: it does not exist, is wrong itself or is a draft. ``hidden`` are the
    drafts that are left out, with what stands in them; ``renamed`` says what is called by an old
    name, drafts too.
    """

    settings: Settings
    today: date
    home: Home
    journeys: Mapping[str, Journey]
    personas: Mapping[str, Persona]
    channels: Mapping[str, Channel]
    goals: Mapping[str, Goal]
    kpis: Mapping[str, KPI]
    sources: Mapping[str, Source]
    opportunities: Mapping[str, Opportunity]
    pages: Mapping[str, Page]
    places: Places
    mentions: Mapping[Ref, tuple[Mention, ...]]
    incomplete: frozenset[Ref] = frozenset()
    incomplete_kinds: frozenset[str] = frozenset()
    unread: tuple[Unread, ...] = ()
    lost: Mapping[Ref, frozenset[str]] = field(default_factory=dict)
    hidden: frozenset[Ref] = frozenset()
    renamed: Mapping[Ref, Ref] = field(default_factory=dict)

    def where(self, ref: Ref, *field: str | int) -> Location:
        """Return the place in the sources of a thing or of a field of it."""
        return self.places.where(ref, *field)

    def whole(self, ref: Ref) -> bool:
        """Tell whether nothing inside a journey or phase had to be left out as wrong."""
        return ref not in self.incomplete

    def complete(self, kind: str) -> bool:
        """Tell whether nothing of ``kind`` had to be left out of the site as wrong."""
        return kind not in self.incomplete_kinds

    def of_kind(self, kind: str) -> Mapping[str, Thing]:
        """Return the things of a kind that is unique in the site, by id."""
        found: Mapping[str, Thing] = getattr(self, BY_NAME[kind].plural)
        return found

    def mentions_of(self, ref: Ref) -> tuple[Mention, ...]:
        """Return who refers to a thing, in the order of the project."""
        return self.mentions.get(ref, ())

    def phases(self) -> Iterator[tuple[Journey, Phase]]:
        """Yield every phase with its journey."""
        for journey in self.journeys.values():
            for phase in journey.phases or ():
                yield journey, phase

    def touchpoints(self) -> Iterator[tuple[Journey, Phase, Touchpoint]]:
        """Yield every touchpoint with its journey and phase."""
        for journey, phase in self.phases():
            for touchpoint in phase.touchpoints or ():
                yield journey, phase, touchpoint

    def pain_points(self) -> Iterator[Spot]:
        """Yield every pain point: those of a phase first, then those of its touchpoints."""
        for journey, phase in self.phases():
            yield from pains_in(journey, phase)


def journey_ref(journey: Journey) -> Ref:
    """Return the name of a journey."""
    return Ref("journey", journey.id)


def phase_ref(journey: Journey, phase: Phase) -> Ref:
    """Return the name of a phase."""
    return Ref("phase", phase.id, journey.id)


def touchpoint_ref(journey: Journey, touchpoint: Touchpoint) -> Ref:
    """Return the name of a touchpoint."""
    return Ref("touchpoint", touchpoint.id, journey.id)


def pains_in(journey: Journey, phase: Phase) -> Iterator[Spot]:
    """Yield the pain points of a phase, then those of its touchpoints."""
    holder = phase_ref(journey, phase)
    for index, pain in enumerate(phase.pain_points or ()):
        yield Spot(pain, journey, phase, None, holder, index)
    for touchpoint in phase.touchpoints or ():
        holder = touchpoint_ref(journey, touchpoint)
        for index, pain in enumerate(touchpoint.pain_points or ()):
            yield Spot(pain, journey, phase, touchpoint, holder, index)


def all_steps(phase: Phase) -> Iterator[Step]:
    """Yield the steps of a phase, each before the smaller steps that it consists of."""
    pending = list(phase.steps or ())
    while pending:
        step = pending.pop(0)
        yield step
        pending = [*(step.steps or ()), *pending]
