"""Everything in a site that can name the sources it rests on, with what it names itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jmsite.checklist.answers import of_journey, of_pain, of_phase, of_thing, of_touchpoint
from jmsite.checklist.rule import Answer
from jmsite.model.kinds import KINDS
from jmsite.site.site import Site


class Statement(NamedTuple):
    """A thing that may rest on sources: an answer about its ``evidence``, and what it says there.

    ``cited`` is the thing's own list; None where it says nothing itself.
    """

    answer: Answer
    cited: tuple[str, ...] | None


def in_journeys(site: Site) -> Iterator[Statement]:
    """Yield what stands in journeys: journeys, phases, touchpoints, then pain points."""
    for journey in site.journeys.values():
        yield Statement(of_journey(journey, "evidence", holds=True), journey.evidence)
    for journey, phase in site.phases():
        yield Statement(of_phase(journey, phase, "evidence", holds=True), phase.evidence)
    for journey, phase, touchpoint in site.touchpoints():
        about = of_touchpoint(journey, phase, touchpoint, "evidence", holds=True)
        yield Statement(about, touchpoint.evidence)
    for spot in site.pain_points():
        yield Statement(of_pain(spot, "evidence", holds=True), spot.pain.evidence)


def beside_journeys(site: Site) -> Iterator[Statement]:
    """Yield what stands outside of journeys: personas, channels and the like."""
    for kind in KINDS:
        if kind.collection:
            for thing in site.of_kind(kind.name).values():
                about = of_thing(kind.name, thing, "evidence", holds=True)
                yield Statement(about, thing.evidence)
