"""Which journey details which: parents with the journeys that details lead down to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.site.site import Site, all_steps, journey_ref


@dataclass(frozen=True)
class Branch:
    """A journey and the journeys that detail it.

    ``steps`` are the steps that this journey details, each in the journey above.
    """

    ref: Ref
    journey: Journey
    steps: tuple[Ref, ...]
    below: tuple[Branch, ...]

    @property
    def size(self) -> int:
        """Return how many journeys this branch holds, itself among them."""
        return 1 + sum(branch.size for branch in self.below)


def tree_of(site: Site) -> tuple[Branch, ...]:
    """Return the journeys that others detail, with those below them; single ones are left out.

    A journey details its ``parent``, or else the journey of the first step that names it.
    """
    steps = _steps(site)
    below: dict[str, list[str]] = {}
    for journey in site.journeys.values():
        parent = _parent(site, journey, steps)
        below.setdefault(parent, []).append(journey.id)
    tops = (id_ for id_ in below.get("", ()) if id_ in below)
    return tuple(_branch(site, id_, "", below, steps) for id_ in tops)


def _branch(
    site: Site,
    id_: str,
    above: str,
    below: Mapping[str, list[str]],
    steps: Mapping[str, list[Ref]],
) -> Branch:
    journey = site.journeys[id_]
    return Branch(
        journey_ref(journey),
        journey,
        tuple(step for step in steps.get(id_, ()) if step.journey == above),
        tuple(_branch(site, child, id_, below, steps) for child in below.get(id_, ())),
    )


def _parent(site: Site, journey: Journey, steps: Mapping[str, list[Ref]]) -> str:
    """Return the id of the journey that one details, empty where it details none.

    Parents go in no circle. What steps say might: a journey that says nothing itself is then taken
    to detail none that is below it.
    """
    if journey.parent in site.journeys:
        return journey.parent
    named = next((step.journey for step in steps.get(journey.id, ())), "")
    seen = {journey.id}
    above = named
    while above and above not in seen:
        seen.add(above)
        one = site.journeys[above]
        above = one.parent or next((step.journey for step in steps.get(one.id, ())), "")
    return "" if above else named


def _steps(site: Site) -> dict[str, list[Ref]]:
    """Return the steps that other journeys detail, by the id of the journey that does."""
    found: dict[str, list[Ref]] = {}
    for journey, phase in site.phases():
        for step in all_steps(phase):
            if step.journey in site.journeys and step.journey != journey.id:
                found.setdefault(step.journey, []).append(Ref("step", step.id, journey.id))
    return found
