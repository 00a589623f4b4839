"""What hurts at a place of a journey, and how much."""

from __future__ import annotations

from jmsite.model.journey import Journey
from jmsite.model.pain_point import PainPoint
from jmsite.model.phase import Phase
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.site import Spot, pains_in

_SEVERITY = {"high": 5, "medium": 3, "low": 1}


def weight_of(pain: PainPoint) -> int:
    """Return how much a pain point weighs, from 1: by severity, then as a bottleneck."""
    return _SEVERITY[pain.severity] + pain.bottleneck


def pains_at(journey: Journey, phase: Phase, touchpoint: Touchpoint | None) -> tuple[Spot, ...]:
    """Return the pain points that count for a touchpoint, or for a whole phase (None).

    Its own come first. What hurts in a phase as a whole hurts at each of its touchpoints, and what
    hurts at them makes how the phase feels.
    """
    spots = tuple(pains_in(journey, phase))
    own = tuple(spot for spot in spots if spot.touchpoint is touchpoint)
    others = tuple(spot for spot in spots if touchpoint is None or spot.touchpoint is None)
    return own or others
