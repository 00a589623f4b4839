"""A journey in words: each phase and touchpoint with everything that is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.pain_point import PainPoint
from jmsite.model.phase import Phase
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.evidence import (
    Backing,
    backing_of_pain,
    backing_of_phase,
    backing_of_touchpoint,
)
from jmsite.site.site import Mention, Site, Spot, pains_in, phase_ref, touchpoint_ref
from jmsite.swimlane.answers import answers_to


@dataclass(frozen=True)
class PainDetail:
    """A pain point; ``ref`` is None for a plain text.

    ``answers`` are the opportunities that address it, dropped ones left out, the best first.
    """

    ref: Ref | None
    pain: PainPoint
    backing: Backing
    answers: tuple[Ref, ...]


@dataclass(frozen=True)
class TouchpointDetail:
    """A touchpoint with what backs it, what hurts there and who mentions it from elsewhere."""

    ref: Ref
    touchpoint: Touchpoint
    backing: Backing
    pains: tuple[PainDetail, ...]
    mentions: tuple[Ref, ...]


@dataclass(frozen=True)
class PhaseDetail:
    """A phase with what backs it, what hurts in it and its touchpoints."""

    ref: Ref
    phase: Phase
    backing: Backing
    pains: tuple[PainDetail, ...]
    touchpoints: tuple[TouchpointDetail, ...]
    mentions: tuple[Ref, ...]


def details_of(site: Site, journey: Journey) -> tuple[PhaseDetail, ...]:
    """Return the phases of a journey with everything inside them."""
    return tuple(_phase(site, journey, phase) for phase in journey.phases or ())


def mentioned_by(mentions: tuple[Mention, ...], *kinds: str) -> tuple[Ref, ...]:
    """Return the things of some kinds among those that mention another, each once."""
    return tuple(dict.fromkeys(mention.by for mention in mentions if mention.by.kind in kinds))


def _phase(site: Site, journey: Journey, phase: Phase) -> PhaseDetail:
    ref = phase_ref(journey, phase)
    spots = list(pains_in(journey, phase))
    return PhaseDetail(
        ref=ref,
        phase=phase,
        backing=backing_of_phase(site, phase),
        pains=tuple(_pains(site, spots, None)),
        touchpoints=tuple(
            _touchpoint(site, journey, phase, touchpoint, spots)
            for touchpoint in phase.touchpoints or ()
        ),
        mentions=mentioned_by(site.mentions_of(ref), "opportunity"),
    )


def _touchpoint(
    site: Site, journey: Journey, phase: Phase, touchpoint: Touchpoint, spots: list[Spot]
) -> TouchpointDetail:
    ref = touchpoint_ref(journey, touchpoint)
    return TouchpointDetail(
        ref=ref,
        touchpoint=touchpoint,
        backing=backing_of_touchpoint(site, phase, touchpoint),
        pains=tuple(_pains(site, spots, touchpoint)),
        mentions=mentioned_by(site.mentions_of(ref), "opportunity", "scenario"),
    )


def _pains(site: Site, spots: list[Spot], at: Touchpoint | None) -> Iterator[PainDetail]:
    """Yield the pain points of a touchpoint, or those of the phase itself."""
    for spot in spots:
        if spot.touchpoint is at:
            ref = spot.ref if spot.pain.id else None
            found = answers_to(site, [ref] if ref else [])
            answers = tuple(Ref("opportunity", one.id) for one in found)
            yield PainDetail(ref, spot.pain, backing_of_pain(site, spot), answers)
