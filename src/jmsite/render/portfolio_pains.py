"""The pain points of all journeys in one list, the one that weighs most first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from jmsite.model.ids import Ref, id_from_title
from jmsite.model.opportunity import Opportunity
from jmsite.model.units import Ratio
from jmsite.render.edition import Edition
from jmsite.render.hurt import worst_pain
from jmsite.site.evidence import backing_of_pain
from jmsite.site.site import Site, Spot, journey_ref
from jmsite.swimlane.answers import answers_to
from jmsite.swimlane.pains import weight_of

# A tenth of all who leave weighs as much as one point; so does each further journey, up to five.
_LEAVING = 10
_MOST_JOURNEYS = 5


@dataclass(frozen=True)
class Points:
    """What a pain point weighs, part by part; documented on the page of pain points."""

    severity: int
    drop_off: float
    journeys: int
    evidence: int

    @property
    def total(self) -> float:
        """Return the sum, to one decimal."""
        return round(self.severity + self.drop_off + self.journeys + self.evidence, 1)


@dataclass(frozen=True)
class Pain:
    """A pain point, wherever it hurts.

    ``spot`` is where it hurts most and ``spots`` are all places, this one first. ``journeys`` are
    the journeys of today among them, or all where it is in none of today. ``answers`` are the
    opportunities that address it, dropped ones left out.
    """

    spot: Spot
    spots: tuple[Spot, ...]
    drop_off: Ratio | None
    validated: bool
    journeys: tuple[Ref, ...]
    personas: tuple[str, ...]
    answers: tuple[Opportunity, ...]
    owner: str
    points: Points

    @property
    def every_journey(self) -> tuple[str, ...]:
        """Return the ids of all journeys that it is in."""
        return tuple(dict.fromkeys(spot.journey.id for spot in self.spots))


def context(edition: Edition) -> dict[str, Any]:
    """Return what the template of the pain points is given."""
    site = edition.site
    pains = ranked(site)
    journeys = {id_ for pain in pains for id_ in pain.every_journey}
    people = {who for pain in pains for who in pain.personas}
    return {
        "pains": pains,
        "most": max((pain.points.total for pain in pains), default=1.0),
        "journeys": tuple(Ref("journey", id_) for id_ in site.journeys if id_ in journeys),
        "personas": tuple(Ref("persona", id_) for id_ in site.personas if id_ in people),
        "unanswered": sum(not pain.answers for pain in pains),
    }


def ranked(site: Site) -> tuple[Pain, ...]:
    """Return every pain point, the same one of several journeys once, the heaviest first."""
    pains = (_pain(site, spots) for spots in same_pains(site.pain_points()))
    return tuple(sorted(pains, key=lambda pain: -pain.points.total))


def same_pains(spots: Iterable[Spot]) -> tuple[tuple[Spot, ...], ...]:
    """Return pain points put together where they are the same: of one id, or of one title."""
    groups: dict[tuple[str, str], list[Spot]] = {}
    for spot in spots:
        names = _names(spot)
        known = [groups[name] for name in names if name in groups]
        group = known[0] if known else []
        for other in known[1:]:
            if other is not group:
                group.extend(other)
                groups.update({name: group for one in other for name in _names(one)})
        group.append(spot)
        groups.update(dict.fromkeys(names, group))
    return tuple(tuple(group) for group in {id(group): group for group in groups.values()}.values())


def _names(spot: Spot) -> list[tuple[str, str]]:
    """Return the names by which a pain point is known again in another place, each with its kind.

    An id that is spelled as another one's title is no sign that the two are the same.
    """
    title = id_from_title(spot.pain.title) or spot.pain.title.casefold()
    return [("title", title), *([("id", spot.pain.id)] if spot.pain.id else [])]


def _pain(site: Site, group: tuple[Spot, ...]) -> Pain:
    spot = worst_pain(sorted(group, key=lambda one: one.journey.state == "future")) or group[0]
    spots = (spot, *(one for one in group if one is not spot))
    now = [one for one in spots if one.journey.state == "current"]
    journeys = tuple(dict.fromkeys(journey_ref(one.journey) for one in now or spots))
    validated = any(backing_of_pain(site, one).validated for one in spots)
    drop_off = max((ratio for one in spots if (ratio := _drop_off(one)) is not None), default=None)
    answers = answers_to(site, (one.ref for one in spots if one.pain.id))
    return Pain(
        spot=spot,
        spots=spots,
        drop_off=drop_off,
        validated=validated,
        journeys=journeys,
        personas=tuple(dict.fromkeys(who for one in spots for who in one.journey.personas or ())),
        answers=answers,
        owner=_owner(spot, answers),
        points=Points(
            severity=weight_of(spot.pain),
            drop_off=round(_LEAVING * (drop_off or 0), 1),
            journeys=min(len(journeys) - 1, _MOST_JOURNEYS),
            evidence=int(validated),
        ),
    )


def _drop_off(spot: Spot) -> Ratio | None:
    """Return the share of those who leave where it hurts.

    A bottleneck of a phase is taken to explain whoever leaves in the phase, as the checklist does.
    """
    if spot.touchpoint:
        return spot.touchpoint.drop_off
    touchpoints = spot.phase.touchpoints or () if spot.pain.bottleneck else ()
    return max((one.drop_off for one in touchpoints if one.drop_off is not None), default=None)


def _owner(spot: Spot, answers: tuple[Opportunity, ...]) -> str:
    holders = [*answers[:1], spot.touchpoint, spot.phase, spot.journey]
    return next((one.owner for one in holders if one is not None and one.owner), "")
