"""Two journeys side by side: aligned phases and touchpoints, and everything that differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from jmsite.model.journey import Journey
from jmsite.model.phase import Phase
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.site import Site
from jmsite.swimlane.aligned import Aligned, aligned_in
from jmsite.swimlane.changes import (
    Change,
    ChangeKind,
    Place,
    ThingKind,
    Verdict,
    verdict_of,
)
from jmsite.swimlane.curve import Curve
from jmsite.swimlane.differences import Both, of_phases, of_touchpoints
from jmsite.swimlane.feelings import curve_of
from jmsite.swimlane.matching import How
from jmsite.swimlane.measured import kpi_changes
from jmsite.swimlane.missing import PainRow, pains_of
from jmsite.swimlane.totals import JourneyTotals, totals_of_journey


class JourneyInSite(NamedTuple):
    """A journey and the site that tells it: two sides may come from two states of a project."""

    site: Site
    journey: Journey


@dataclass(frozen=True, slots=True)
class TouchpointRow:
    """A touchpoint on both sides, or on one of them.

    ``moved`` tells that the other side has it in another phase, where it stands in a row too.
    ``changes`` are its own and not those of its pain points.
    """

    before: Touchpoint | None
    after: Touchpoint | None
    changes: tuple[Change, ...]
    pains: tuple[PainRow, ...] = ()
    moved: bool = False

    @property
    def verdict(self) -> Verdict:
        """Return what the row comes to: for a touchpoint on both sides, whether it is better."""
        if self.moved:
            return "moved"
        if self.before is None or self.after is None:
            return "added" if self.before is None else "gone"
        return verdict_of((*self.changes, *_of_pains(self.pains)))


@dataclass(frozen=True, slots=True)
class PhasePair:
    """A phase on both sides, or on one of them; ``how`` tells by what the two were found to be one.

    ``pains`` are those of the phase as a whole, ``rows`` its touchpoints.
    """

    before: Phase | None
    after: Phase | None
    how: How | None
    changes: tuple[Change, ...]
    pains: tuple[PainRow, ...]
    rows: tuple[TouchpointRow, ...]

    @property
    def verdict(self) -> Verdict:
        """Return what is said of the phase as a whole comes to, without its touchpoints."""
        if self.before is None or self.after is None:
            return "added" if self.before is None else "gone"
        return verdict_of((*self.changes, *_of_pains(self.pains)))

    @property
    def says(self) -> bool:
        """Tell whether anything is said of the phase as a whole that can be compared."""
        return bool(self.pains) or any(
            phase.emotion or phase.duration for phase in (self.before, self.after) if phase
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two journeys, aligned; ``changes`` are all differences, phase by phase, the KPIs last."""

    before: Journey
    after: Journey
    phases: tuple[PhasePair, ...]
    changes: tuple[Change, ...]
    curves: tuple[Curve, Curve]
    totals: tuple[JourneyTotals, JourneyTotals]

    def of(self, thing: ThingKind, *kinds: ChangeKind) -> tuple[Change, ...]:
        """Return the changes of one kind of things, of some kinds or of all."""
        return tuple(
            change
            for change in self.changes
            if change.thing == thing and (not kinds or change.kind in kinds)
        )

    @property
    def unchanged(self) -> int:
        """Return how many touchpoints stand on both sides and are the same."""
        rows = [row for pair in self.phases for row in pair.rows]
        return sum(1 for row in rows if row.verdict == "same")


def compare(
    before: JourneyInSite, after: JourneyInSite, aligned: Aligned | None = None
) -> Comparison:
    """Return two journeys side by side, with everything that differs from the first to the second.

    Seen from the other side the same things differ, with their values swapped. Who is who is found
    out, unless ``aligned`` tells.
    """
    aligned = aligned or aligned_in(before.journey, after.journey)
    phases = tuple(_pairs(aligned))
    inner = chain.from_iterable(_changes_in(pair) for pair in phases)
    return Comparison(
        before=before.journey,
        after=after.journey,
        phases=phases,
        changes=(*inner, *kpi_changes(*before, *after)),
        curves=(curve_of(*before), curve_of(*after)),
        totals=(totals_of_journey(before.journey), totals_of_journey(after.journey)),
    )


def _changes_in(pair: PhasePair) -> Iterator[Change]:
    """Yield every change in a phase once: what moved is told where it arrives."""
    yield from pair.changes
    yield from _of_pains(pair.pains)
    for row in pair.rows:
        if not (row.moved and row.after is None):
            yield from row.changes
        yield from _of_pains(row.pains)


def _of_pains(pains: tuple[PainRow, ...]) -> Iterator[Change]:
    return chain.from_iterable(pain.changes for pain in pains)


def _pairs(aligned: Aligned) -> Iterator[PhasePair]:
    for before, after, how in aligned.phases:
        yield PhasePair(
            before=before,
            after=after,
            how=how,
            changes=tuple(_phase_changes(aligned, before, after)),
            pains=pains_of(aligned, before, after),
            rows=tuple(_rows(aligned, before, after)),
        )


def _phase_changes(aligned: Aligned, before: Phase | None, after: Phase | None) -> Iterator[Change]:
    was, now = aligned.phase_places(before, after)
    if before is None or after is None:
        yield _one_sided("phase", was, now)
        return
    assert was is not None and now is not None, "both phases are there"  # noqa: PT018
    if aligned.has_moved(after):
        yield Change("moved", "phase", was, now)
    yield from of_phases(Both("phase", was, now), before, after)


def _rows(aligned: Aligned, before: Phase | None, after: Phase | None) -> Iterator[TouchpointRow]:
    for one, other in aligned.touchpoints_in(before, after):
        left = one or (other and aligned.before_of(other))
        right = other or (one and aligned.after_of(one))
        changes = tuple(_touchpoint_changes(aligned, left, right))
        moved = bool(left and right) and not (one and other)
        yield TouchpointRow(one, other, changes, pains_of(aligned, one, other), moved)


def _touchpoint_changes(
    aligned: Aligned, before: Touchpoint | None, after: Touchpoint | None
) -> Iterator[Change]:
    was, now = aligned.touchpoint_places(before, after)
    if before is None or after is None or was is None or now is None:
        yield _one_sided("touchpoint", was, now)
        return
    if not aligned.together(before, after):
        yield Change("moved", "touchpoint", was, now, _phase_id(was), _phase_id(now))
    yield from of_touchpoints(Both("touchpoint", was, now), before, after)


def _one_sided(thing: ThingKind, was: Place | None, now: Place | None) -> Change:
    return Change("added" if was is None else "gone", thing, was, now)


def _phase_id(place: Place) -> str:
    return place.phase.id if place.phase else ""
