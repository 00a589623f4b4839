"""What the items of a map are made from: a journey, its site and what both say of each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.opportunity import Opportunity
from jmsite.model.source import Source
from jmsite.model.touchpoint import Touchpoint
from jmsite.model.units import Duration
from jmsite.site.site import Site, touchpoint_ref
from jmsite.site.ways import touchpoints_of
from jmsite.swimlane.items import FileUse, Named


@dataclass(frozen=True, slots=True)
class Facts:
    """A journey and what has to be looked up again and again to draw it.

    ``answers`` are the opportunities that name a pain point, touchpoint or phase of the journey,
    dropped ones too; ``scenarios`` the ids of the scenarios that a touchpoint, by id, stands on;
    ``longest`` the longest time of the journey in seconds, or 0 where no time is known.
    """

    site: Site
    journey: Journey
    answers: Mapping[Ref, tuple[Opportunity, ...]]
    scenarios: Mapping[str, tuple[str, ...]]
    longest: float

    def named_sources(self, sources: tuple[Source, ...]) -> tuple[Named, ...]:
        """Return sources as things to link to."""
        return tuple(Named(Ref("source", source.id), source.title) for source in sources)

    def touchpoints_named(self, ids: tuple[str, ...]) -> tuple[Named, ...]:
        """Return touchpoints of the journey, by their ids, as things to link to."""
        by_id = {touchpoint.id: touchpoint for touchpoint in touchpoints_in(self.journey)}
        return tuple(named_touchpoint(self.journey, by_id[one]) for one in ids if one in by_id)

    def file(self, path: str, ref: Ref, field: str) -> FileUse:
        """Return a file that a thing shows in one of its fields."""
        return FileUse(path, self.site.where(ref, field).path)


def facts_of(site: Site, journey: Journey) -> Facts:
    """Return the facts of a journey."""
    return Facts(site, journey, _answers(site), _scenarios(journey), _longest(journey))


def touchpoints_in(journey: Journey) -> Iterator[Touchpoint]:
    """Yield the touchpoints of a journey, phase by phase."""
    for phase in journey.phases or ():
        yield from phase.touchpoints or ()


def named_touchpoint(journey: Journey, touchpoint: Touchpoint) -> Named:
    """Return a touchpoint as a thing to link to."""
    return Named(touchpoint_ref(journey, touchpoint), touchpoint.title)


def seconds(*durations: Duration | None) -> float:
    """Return the sum of durations in seconds; one that is not known counts nothing."""
    return sum(duration.seconds for duration in durations if duration)


def _answers(site: Site) -> dict[Ref, tuple[Opportunity, ...]]:
    answers: dict[Ref, tuple[Opportunity, ...]] = {}
    for opportunity in site.opportunities.values():
        for ref in _named_by(opportunity):
            answers[ref] = (*answers.get(ref, ()), opportunity)
    return answers


def _named_by(opportunity: Opportunity) -> Iterator[Ref]:
    named = {
        "pain-point": opportunity.addresses,
        "touchpoint": opportunity.touchpoints,
        "phase": opportunity.phases,
    }
    for kind, references in named.items():
        for reference in references or ():
            journey, _, thing = reference.partition("/")
            yield Ref(kind, thing, journey)


def _scenarios(journey: Journey) -> dict[str, tuple[str, ...]]:
    passing: dict[str, tuple[str, ...]] = {}
    for scenario in journey.scenarios or ():
        for touchpoint in touchpoints_of(scenario.path):
            passing[touchpoint] = (*passing.get(touchpoint, ()), scenario.id)
    return passing


def _longest(journey: Journey) -> float:
    of_phases = [seconds(phase.duration) for phase in journey.phases or ()]
    of_touchpoints = [seconds(one.duration, one.wait) for one in touchpoints_in(journey)]
    return max([0.0, *of_phases, *of_touchpoints])
