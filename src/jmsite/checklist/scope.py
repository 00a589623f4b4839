"""Which things a rule applies to, where several rules mean the same ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from jmsite.model.journey import Journey
from jmsite.model.phase import Phase
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.site import Site, journey_ref


def customer_journeys(site: Site) -> Iterator[Journey]:
    """Yield the journeys that show a customer's experience as a whole.

    Left out are those that detail a part of another and those that only employees take, be it
    that a reference which leads nowhere leaves it open.
    """
    for journey in site.journeys.values():
        lost = _lost(site, journey)
        unsure = "personas" in lost
        is_detail = journey.parent or "parent" in lost
        if not is_detail and not _may_be_of_employees(site, journey, unsure=unsure):
            yield journey


def journeys_in_doubt(site: Site) -> frozenset[str]:
    """Return the ids of journeys that may be left out for a reference alone that leads nowhere."""
    asked = {journey.id for journey in customer_journeys(site)}
    lost = ((journey.id, _lost(site, journey)) for journey in site.journeys.values())
    return frozenset(id_ for id_, names in lost if names & {"personas", "parent"}) - asked


def customer_phases(site: Site) -> Iterator[tuple[Journey, Phase]]:
    """Yield the phases of ``customer_journeys``, each with its journey."""
    for journey in customer_journeys(site):
        for phase in journey.phases or ():
            yield journey, phase


def touchpoints_of(journey: Journey) -> Iterator[tuple[Phase, Touchpoint]]:
    """Yield the touchpoints of a journey, each with its phase."""
    for phase in journey.phases or ():
        for touchpoint in phase.touchpoints or ():
            yield phase, touchpoint


def said_in(phase: Phase) -> tuple[Phase | Touchpoint, ...]:
    """Return a phase and its touchpoints: whatever can say for the phase how things are in it."""
    return (phase, *(phase.touchpoints or ()))


def cited_in(journey: Journey) -> frozenset[str]:
    """Return the ids of the sources that a journey and everything inside it name as evidence."""
    inside = [thing for phase in journey.phases or () for thing in said_in(phase)]
    pains = [pain for thing in inside for pain in thing.pain_points or ()]
    lists = (thing.evidence or () for thing in (journey, *inside, *pains))
    return frozenset(chain.from_iterable(lists))


def _lost(site: Site, journey: Journey) -> frozenset[str]:
    return site.lost.get(journey_ref(journey), frozenset())


def _may_be_of_employees(site: Site, journey: Journey, *, unsure: bool) -> bool:
    roles = {site.personas[id_].role for id_ in journey.personas or () if id_ in site.personas}
    return roles <= {"employee"} and (bool(roles) or unsure)
