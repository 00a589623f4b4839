"""The checklist report: what to do next, journey by journey, the shortest way first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jmsite.checklist import Score
from jmsite.model.ids import Ref
from jmsite.model.settings import Thresholds
from jmsite.model.shape import fields_of
from jmsite.model.units import Duration, Ratio
from jmsite.render.edition import Edition
from jmsite.render.gaps import Gap, shortest_first
from jmsite.site.site import journey_ref, phase_ref


@dataclass(frozen=True)
class Part:
    """A phase and its score in per cent, or None where no check applies to it."""

    ref: Ref
    percent: int | None


@dataclass(frozen=True)
class Group:
    """The gaps of one journey, or of everything that belongs to no journey (``ref`` is None)."""

    ref: Ref | None
    percent: int | None
    parts: tuple[Part, ...]
    gaps: tuple[Gap, ...]
    waived: tuple[Gap, ...]


def context(edition: Edition) -> dict[str, Any]:
    """Return what the template of the report is given."""
    found = groups(edition)
    return {
        "score": edition.outcome.scores.site,
        "groups": found,
        "waived": sum(len(group.waived) for group in found),
        "checklist": edition.settings.checklist,
        "limits": tuple(_limits(edition)),
    }


def groups(edition: Edition) -> tuple[Group, ...]:
    """Return the gaps of each journey, the one with the fewest left first, then all others.

    Journeys that lack nothing come last: there is nothing to do for them.
    """
    of_journeys = sorted(_journeys(edition), key=lambda group: len(group.gaps) or float("inf"))
    rest = _rest(edition)
    return (*of_journeys, rest) if rest.gaps or rest.waived else tuple(of_journeys)


def _limits(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield the thresholds that the project set itself, by name, in words."""
    words, chosen = edition.words, edition.settings.checklist.thresholds
    for name in fields_of(Thresholds):
        value = getattr(chosen, name)
        if isinstance(value, Ratio):
            yield name, words.percent(value)
        elif isinstance(value, Duration):
            yield name, words.duration(value)
        elif value is not None:
            yield name, words.number(value)


def percent(score: Score | None) -> int | None:
    """Return a score in per cent, or None where there is none."""
    return score.percent if score else None


def _journeys(edition: Edition) -> Iterator[Group]:
    scores = edition.outcome.scores
    for journey in edition.site.journeys.values():
        ref = journey_ref(journey)
        phases = (phase_ref(journey, phase) for phase in journey.phases or ())
        yield Group(
            ref,
            percent(scores.journeys.get(journey.id)),
            tuple(Part(phase, percent(scores.phases.get(phase))) for phase in phases),
            edition.gaps.open(ref),
            edition.gaps.waived(ref),
        )


def _rest(edition: Edition) -> Group:
    others = edition.gaps.beside
    return Group(
        None,
        None,
        (),
        shortest_first(gap for gap in others if not gap.waived),
        tuple(gap for gap in others if gap.waived),
    )
