"""The two states of a project that are compared, and the things in each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from jmsite.checklist import Outcome
from jmsite.content import layout
from jmsite.files.tree import Tree
from jmsite.findings import Finding
from jmsite.model.fields import Fields
from jmsite.model.ids import HOME, Ref, id_from_title
from jmsite.model.journey import Journey
from jmsite.model.kinds import KINDS
from jmsite.model.pain_point import PainPoint
from jmsite.model.phase import Phase, Step
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.site import Site, journey_ref, phase_ref, touchpoint_ref

_NUMBER = re.compile(r"(^|/)\d{1,3}-(?=[^/])")
# No id begins like this: it marks the name that a pain point without one is given here.
NAMELESS = "~"


class Item(NamedTuple):
    """A thing, and the thing that it stands in (``holder``); None for what stands by itself.

    ``ref`` is its name. A pain point that was written as a plain text has none; the one that it is
    given here follows from its words and begins with ``~``.
    """

    ref: Ref
    thing: Fields
    holder: Ref | None = None

    @property
    def has_name(self) -> bool:
        """Tell whether others can refer to it."""
        return not self.ref.id.startswith(NAMELESS)


@dataclass(frozen=True)
class Side:
    """A state of a project: what it says, what the checklist says of that, and its files.

    ``name`` is what people call it: a commit, a folder; it is empty for the work tree.
    ``untouched`` are the ids of journeys of which nothing can have changed: what stands in them is
    not looked at. ``mistakes`` are the errors of form, some of which hide a part of it;
    ``wrong_settings`` is the file of the settings where one is in there.
    """

    site: Site
    outcome: Outcome
    tree: Tree
    name: str
    untouched: frozenset[str] = frozenset()
    mistakes: tuple[Finding, ...] = ()
    wrong_settings: str = ""

    @cached_property
    def items(self) -> Mapping[Ref, Item]:
        """Every thing by its name, each after what it stands in, in the order of the project."""
        return {item.ref: item for item in _items(self.site, self.untouched)}

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of the files of the project."""
        return frozenset(self.tree.paths())

    @cached_property
    def unnumbered(self) -> Mapping[str, str]:
        """The files by their paths without the numbers in them; of several the first one."""
        return {without_numbers(path): path for path in sorted(self.files, reverse=True)}

    @cached_property
    def things_at(self) -> Mapping[str, tuple[Ref, ...]]:
        """The things that stand in each file, those first that others stand in."""
        found: dict[str, list[Ref]] = defaultdict(list)
        for item in self.items.values():
            if item.has_name:
                found[self.source_of(item.ref)].append(item.ref)
        return {path: tuple(refs) for path, refs in found.items()}

    @cached_property
    def in_part(self) -> frozenset[str]:
        """The files in which something is left out: it is wrong, or a draft."""
        hidden = (self.site.where(ref).path for ref in self.site.hidden)
        return frozenset((*(piece.path for piece in self.site.unread), *hidden))

    @property
    def left_out(self) -> object:
        """What is left out as wrong, and so is asked nothing: scores are of what is asked alike."""
        return self.site.incomplete, self.site.incomplete_kinds, self.site.lost

    def source_of(self, ref: Ref) -> str:
        """Return the file that a thing stands in."""
        if ref == HOME:
            return layout.HOME
        item = self.items[ref]
        known = ref if item.has_name or item.holder is None else item.holder
        return self.site.where(known).path

    def has_mistake_at(self, ref: Ref) -> bool:
        """Tell whether the file that a thing stands in has a mistake."""
        return any(one.location.path == self.source_of(ref) for one in self.mistakes)

    def holders(self, ref: Ref) -> tuple[Ref, ...]:
        """Return what a thing stands in, the outermost first."""
        holder = self.items[ref].holder
        return (*self.holders(holder), holder) if holder else ()


def without_numbers(path: str) -> str:
    """Return a path without the numbers that give files and folders their order."""
    return _NUMBER.sub(r"\1", path)


def today(ref: Ref, site: Site) -> Ref:
    """Return what a thing of before is called on a site, by the old ids that things list there."""
    if ref.journey:
        ref = ref._replace(journey=today(Ref("journey", ref.journey), site).id)
    return site.renamed.get(ref, ref)


def _items(site: Site, untouched: frozenset[str]) -> Iterator[Item]:
    for kind in KINDS:
        if not kind.parent:
            for id_, thing in site.of_kind(kind.name).items():
                yield Item(Ref(kind.name, id_), thing)
                if isinstance(thing, Journey) and id_ not in untouched:
                    yield from _in_journey(thing)
    yield Item(HOME, site.home)


def _in_journey(journey: Journey) -> Iterator[Item]:
    holder = journey_ref(journey)
    given: dict[str, int] = {}
    for phase in journey.phases or ():
        yield Item(phase_ref(journey, phase), phase, holder)
        yield from _in_phase(journey, phase, given)
    for scenario in journey.scenarios or ():
        yield Item(Ref("scenario", scenario.id, journey.id), scenario, holder)


def _in_phase(journey: Journey, phase: Phase, given: dict[str, int]) -> Iterator[Item]:
    holder = phase_ref(journey, phase)
    yield from _steps(journey, phase.steps, holder)
    yield from _pains(journey, phase, holder, given)
    for touchpoint in phase.touchpoints or ():
        ref = touchpoint_ref(journey, touchpoint)
        yield Item(ref, touchpoint, holder)
        yield from _pains(journey, touchpoint, ref, given)


def _steps(journey: Journey, steps: tuple[Step, ...] | None, holder: Ref) -> Iterator[Item]:
    for step in steps or ():
        ref = Ref("step", step.id, journey.id)
        yield Item(ref, step, holder)
        yield from _steps(journey, step.steps, ref)


def _pains(
    journey: Journey, thing: Phase | Touchpoint, holder: Ref, given: dict[str, int]
) -> Iterator[Item]:
    for pain in thing.pain_points or ():
        yield Item(Ref("pain-point", pain.id or _name(pain, given), journey.id), pain, holder)


def _name(pain: PainPoint, given: dict[str, int]) -> str:
    """Return a name for a pain point without one: equal words get numbers."""
    words = NAMELESS + (id_from_title(pain.title) or pain.title)
    given[words] = given.get(words, 0) + 1
    return words if given[words] == 1 else f"{words} {given[words]}"
