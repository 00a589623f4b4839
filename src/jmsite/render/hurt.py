"""Where a journey hurts most: how that is known, what is done about it and who answers for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.opportunity import Opportunity
from jmsite.model.phase import Phase
from jmsite.model.source import Source
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.evidence import backing_of_pain, backing_of_phase, backing_of_touchpoint
from jmsite.site.site import Site, Spot, pains_in, phase_ref, touchpoint_ref
from jmsite.swimlane.answers import answers_to
from jmsite.swimlane.curve import Curve, Point
from jmsite.swimlane.pains import pains_at, weight_of


@dataclass(frozen=True)
class Hurt:
    """A place of a journey that hurts.

    ``place`` is a touchpoint or a phase. ``point`` is how somebody feels there and ``spot`` the
    worst pain point; one of them may be unknown. ``answers`` are the changes under way, planned or
    done. ``owner`` is only that of the whole journey where ``of_journey`` is true.
    """

    place: Ref
    phase: Phase
    touchpoint: Touchpoint | None
    point: Point | None
    spot: Spot | None
    answers: tuple[Opportunity, ...]
    sources: tuple[Source, ...]
    owner: str
    of_journey: bool = False

    @property
    def score(self) -> float:
        """Return how people feel here, for sorting; a place of unknown feeling is neutral."""
        return self.point.score if self.point else 0.0


def worst_of(site: Site, journey: Journey, curve: Curve) -> Hurt | None:
    """Return where a journey hurts most, or None where nothing is known to hurt.

    That is the lowest point of its curve; where no emotion is below neutral, it is the worst of
    its pain points.
    """
    point = curve.worst
    if point is not None and point.score < 0:
        return hurt_at(site, journey, point)
    spots = [spot for phase in journey.phases or () for spot in pains_in(journey, phase)]
    spot = worst_pain(spots)
    return _hurt(site, spot.journey, spot.phase, spot.touchpoint, None, spot) if spot else None


def hurt_at(site: Site, journey: Journey, point: Point) -> Hurt:
    """Return what is known of a point of the curve."""
    phase = next(p for p in journey.phases or () if p.id == point.phase.id)
    touchpoint = next(
        (t for t in phase.touchpoints or () if touchpoint_ref(journey, t) == point.place.ref), None
    )
    spot = worst_pain(pains_at(journey, phase, touchpoint))
    return _hurt(site, journey, phase, touchpoint, point, spot)


def worst_pain(spots: Iterable[Spot]) -> Spot | None:
    """Return the pain point that weighs most: by severity, then as a bottleneck, then the first."""
    return max(spots, key=lambda spot: weight_of(spot.pain), default=None)


def _hurt(
    site: Site,
    journey: Journey,
    phase: Phase,
    touchpoint: Touchpoint | None,
    point: Point | None,
    spot: Spot | None,
) -> Hurt:
    place = touchpoint_ref(journey, touchpoint) if touchpoint else phase_ref(journey, phase)
    own = answers_to(site, [spot.ref] if spot and spot.pain.id else [])
    answers = own or answers_to(site, _around(journey, phase, touchpoint))
    owners = [answers[0].owner if answers else "", touchpoint.owner if touchpoint else ""]
    near = next((who for who in (*owners, phase.owner) if who), "")
    sources = _sources(site, phase, touchpoint, spot)
    owner = near or journey.owner
    return Hurt(place, phase, touchpoint, point, spot, answers, sources, owner, near != owner)


def _around(journey: Journey, phase: Phase, touchpoint: Touchpoint | None) -> Iterator[Ref]:
    """Yield what a change may aim at, beside what hurts there, to count for a place.

    What aims at another pain point does not: it is no answer to the one that is named.
    """
    yield phase_ref(journey, phase)
    touchpoints = (phase.touchpoints or ()) if touchpoint is None else (touchpoint,)
    yield from (touchpoint_ref(journey, one) for one in touchpoints)


def _sources(
    site: Site, phase: Phase, touchpoint: Touchpoint | None, spot: Spot | None
) -> tuple[Source, ...]:
    if spot:
        return backing_of_pain(site, spot).sources
    if touchpoint:
        return backing_of_touchpoint(site, phase, touchpoint).sources
    return backing_of_phase(site, phase).sources
