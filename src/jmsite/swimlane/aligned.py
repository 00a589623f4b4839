"""Two journeys aligned: which phase, touchpoint and pain point of one is which of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.phase import Phase
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.site import Spot, pains_in, phase_ref, touchpoint_ref
from jmsite.swimlane.changes import Place
from jmsite.swimlane.facts import touchpoints_in
from jmsite.swimlane.matching import (
    How,
    Pair,
    in_later_order,
    in_order,
    match_pains,
    match_phases,
    match_touchpoints,
    steady,
)

PhaseMatch = tuple[Phase | None, Phase | None, How | None]
Holder = Phase | Touchpoint
_NOBODY = Ref("", "")


class PainMatch(NamedTuple):
    """A pain point on both sides, or on one of them, each with where it hurts."""

    before: Spot | None
    after: Spot | None


@dataclass(frozen=True)
class Aligned:
    """Who is who in two journeys; ids name phases and touchpoints of one journey.

    ``after_ids`` leads from a touchpoint before to the same one after, ``before_ids`` back;
    ``phase_of`` names the phase that each touchpoint stands in, by side. ``later`` tells that rows
    stand in the order after, else in that before.
    """

    before: Journey
    after: Journey
    phases: tuple[PhaseMatch, ...]
    after_ids: Mapping[str, str]
    before_ids: Mapping[str, str]
    pains: tuple[PainMatch, ...]
    later: bool = False

    def after_of(self, touchpoint: Touchpoint) -> Touchpoint | None:
        """Return the same touchpoint after, None where it is gone."""
        return _called(self.after, self.after_ids.get(touchpoint.id))

    def before_of(self, touchpoint: Touchpoint) -> Touchpoint | None:
        """Return the same touchpoint before, None where it was added."""
        return _called(self.before, self.before_ids.get(touchpoint.id))

    def together(self, before: Touchpoint, after: Touchpoint) -> bool:
        """Tell whether a touchpoint stands in the same phase on both sides."""
        here, there = _phase_of(self.before, before), _phase_of(self.after, after)
        return any(one is here and other is there for one, other, _ in self.phases)

    def has_moved(self, after: Phase) -> bool:
        """Tell whether a phase, as it is after, has left the order that both sides have in common.

        What it went past has not moved. Of two that changed places nobody knows which one did, so
        both have.
        """
        after_ids = {one.id: other.id for one, other, _ in self.phases if one and other}
        places = {phase.id: place for place, phase in enumerate(self.after.phases or ())}
        befores = [one.id for one in self.before.phases or () if one.id in after_ids]
        kept = steady([places[after_ids[one]] for one in befores])
        return places[after.id] not in kept

    def touchpoints_in(
        self, before: Phase | None, after: Phase | None
    ) -> Iterator[tuple[Touchpoint | None, Touchpoint | None]]:
        """Yield the touchpoints of an aligned phase row by row: the same ones share a row."""
        left, right = _touchpoints(before), _touchpoints(after)
        places = {touchpoint.id: place for place, touchpoint in enumerate(right)}
        others = [places.get(self.after_ids.get(one.id, "")) for one in left]
        alone = [n for n in range(len(right)) if n not in others]
        pairs = [Pair(n, other) for n, other in enumerate(others)]
        ordered = in_later_order if self.later else in_order
        for one, other, _ in ordered([*pairs, *(Pair(None, n) for n in alone)]):
            yield (
                None if one is None else left[one],
                None if other is None else right[other],
            )

    def phase_places(
        self, before: Phase | None, after: Phase | None
    ) -> tuple[Place | None, Place | None]:
        """Return a phase as it is named on both maps."""
        return _phase_place(self.before, before), _phase_place(self.after, after)

    def touchpoint_places(
        self, before: Touchpoint | None, after: Touchpoint | None
    ) -> tuple[Place | None, Place | None]:
        """Return a touchpoint as it is named on both maps."""
        return _touchpoint_place(self.before, before), _touchpoint_place(self.after, after)


def aligned_in(before: Journey, after: Journey) -> Aligned:
    """Return two journeys aligned."""
    left, right = before.phases or (), after.phases or ()
    phases = tuple(
        (None if one is None else left[one], None if other is None else right[other], how)
        for one, other, how in match_phases(left, right)
    )
    ids = dict(_touchpoint_ids(before, after, phases))
    back = {other: one for one, other in ids.items()}
    same = {phase_ref(before, one): phase_ref(after, two) for one, two, _ in phases if one and two}
    same |= {
        Ref("touchpoint", one, before.id): Ref("touchpoint", ids[one], after.id) for one in ids
    }
    return Aligned(before, after, phases, ids, back, tuple(_pains(before, after, same)))


def aligned_by(before: Journey, after: Journey, same: Mapping[Ref, Ref]) -> Aligned:
    """Return two journeys aligned by who is who: for each thing before, which it is after.

    Nothing is found by itself, and nothing is told of pain points. Phases and touchpoints stand in
    the order after.
    """
    left, right = before.phases or (), after.phases or ()
    places = {phase_ref(after, phase): place for place, phase in enumerate(right)}
    others = [places.get(same.get(phase_ref(before, phase), _NOBODY)) for phase in left]
    both = [Pair(n, other, None if other is None else "id") for n, other in enumerate(others)]
    alone = [Pair(None, n) for n in range(len(right)) if n not in others]
    phases = tuple(
        (None if one is None else left[one], None if other is None else right[other], how)
        for one, other, how in in_later_order([*both, *alone])
    )
    refs = ((one.id, touchpoint_ref(before, one)) for one in touchpoints_in(before))
    ids = {id_: same[ref].id for id_, ref in refs if ref in same}
    back = {other: one for one, other in ids.items()}
    return Aligned(before, after, phases, ids, back, (), later=True)


def pain_place(spot: Spot) -> Place:
    """Return a pain point as it is named on its map; one without id is found at its holder."""
    at = spot.ref if spot.pain.id else spot.holder
    return Place(spot.ref, spot.pain.title, at, phase_ref(spot.journey, spot.phase))


def _touchpoint_ids(
    before: Journey, after: Journey, phases: Iterable[PhaseMatch]
) -> Iterator[tuple[str, str]]:
    left, right = list(touchpoints_in(before)), list(touchpoints_in(after))
    both = [(one.id, other.id) for one, other, _ in phases if one and other]
    homes = _homes(before), _homes(after)

    def aligned(one: Touchpoint, other: Touchpoint) -> bool:
        return (homes[0][one.id], homes[1][other.id]) in both

    for one, other, _ in match_touchpoints(left, right, aligned):
        if one is not None and other is not None:
            yield left[one].id, right[other].id


def _pains(before: Journey, after: Journey, same: Mapping[Ref, Ref]) -> Iterator[PainMatch]:
    left, right = list(_spots(before)), list(_spots(after))

    def same_holder(one: Spot, other: Spot) -> bool:
        return same.get(one.holder) == other.holder

    for one, other, _ in match_pains(left, right, same_holder):
        yield PainMatch(
            None if one is None else left[one],
            None if other is None else right[other],
        )


def _spots(journey: Journey) -> Iterator[Spot]:
    for phase in journey.phases or ():
        yield from pains_in(journey, phase)


def _homes(journey: Journey) -> dict[str, str]:
    phases = journey.phases or ()
    return {one.id: phase.id for phase in phases for one in phase.touchpoints or ()}


def _phase_of(journey: Journey, touchpoint: Touchpoint) -> Phase | None:
    home = _homes(journey).get(touchpoint.id)
    return next((phase for phase in journey.phases or () if phase.id == home), None)


def _called(journey: Journey, touchpoint: str | None) -> Touchpoint | None:
    return next((one for one in touchpoints_in(journey) if one.id == touchpoint), None)


def _touchpoints(phase: Phase | None) -> tuple[Touchpoint, ...]:
    return (phase.touchpoints or ()) if phase else ()


def _phase_place(journey: Journey, phase: Phase | None) -> Place | None:
    if phase is None:
        return None
    ref = phase_ref(journey, phase)
    return Place(ref, phase.title, ref, ref)


def _touchpoint_place(journey: Journey, touchpoint: Touchpoint | None) -> Place | None:
    if touchpoint is None:
        return None
    ref, home = touchpoint_ref(journey, touchpoint), _phase_of(journey, touchpoint)
    return Place(ref, touchpoint.title, ref, phase_ref(journey, home) if home else None)
