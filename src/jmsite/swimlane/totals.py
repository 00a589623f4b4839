"""Totals of time and effort: a range, or "at least" where a part of them is not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from jmsite.model.journey import Journey
from jmsite.model.phase import Phase
from jmsite.model.touchpoint import Touchpoint
from jmsite.model.units import Duration


class Total(NamedTuple):
    """A sum of which the parts may vary, or not be known.

    ``low`` and ``high`` are the smallest and the largest sum of what is known, in seconds for a
    time and in levels for an effort. ``at_least`` tells that something of unknown size comes on
    top, at least in some case. Without arguments it is the total of nothing at all: zero.
    """

    low: float = 0.0
    high: float = 0.0
    at_least: bool = False

    @property
    def known(self) -> bool:
        """Tell whether anything is known: an unknown amount that comes on top of zero is not."""
        return self.high > 0 or not self.at_least

    def plus(self, other: Total) -> Total:
        """Return the total of both, one after the other."""
        return Total(self.low + other.low, self.high + other.high, self.at_least or other.at_least)

    def either(self, other: Total) -> Total:
        """Return the total of the one or the other."""
        return Total(
            min(self.low, other.low),
            max(self.high, other.high),
            self.at_least or other.at_least,
        )


NOTHING = Total()
UNKNOWN = Total(at_least=True)


def total_of(parts: Iterable[Total]) -> Total:
    """Return the total of parts that follow one another."""
    result = NOTHING
    for part in parts:
        result = result.plus(part)
    return result


class Totals(NamedTuple):
    """What a part of a journey costs the customer.

    ``time`` holds ``duration``, what is spent doing something, and ``wait``: each has its own
    range, since the shortest way need not be the one with the shortest wait.
    """

    time: Total = NOTHING
    duration: Total = NOTHING
    wait: Total = NOTHING
    effort: Total = NOTHING

    def either(self, other: Totals) -> Totals:
        """Return the totals of the one or the other."""
        return Totals(*(one.either(two) for one, two in zip(self, other, strict=True)))

    def maybe(self) -> Totals:
        """Return the totals of what may be left out."""
        return self.either(FREE)


FREE = Totals()


@dataclass(frozen=True, slots=True)
class PhaseTotals:
    """What one phase costs, by its id."""

    phase: str
    totals: Totals


@dataclass(frozen=True, slots=True)
class JourneyTotals:
    """What a journey costs in all, and each of its phases in order."""

    totals: Totals
    phases: tuple[PhaseTotals, ...]


def totals_of_journey(journey: Journey) -> JourneyTotals:
    """Return what a journey costs when all its touchpoints are met, in order.

    Optional touchpoints may be left out; which others exclude one another only a scenario tells.
    """
    phases = tuple(PhaseTotals(one.id, totals_of_phase(one)) for one in journey.phases or ())
    return JourneyTotals(added(one.totals for one in phases), phases)


def totals_of_phase(phase: Phase) -> Totals:
    """Return what a phase costs.

    A phase that says how long it lasts takes that time, whatever its touchpoints add up to; one
    without touchpoints costs something that nobody knows.
    """
    parts = [_in_phase(one) for one in phase.touchpoints or ()]
    totals = added(parts) if parts else Totals(UNKNOWN, UNKNOWN, NOTHING, UNKNOWN)
    return totals._replace(time=_lasting(phase.duration)) if phase.duration else totals


def totals_of_touchpoint(touchpoint: Touchpoint) -> Totals:
    """Return what a touchpoint costs whoever meets it.

    A touchpoint that names no wait has none; one that names no duration takes an unknown time.
    """
    duration = _lasting(touchpoint.duration)
    wait = _lasting(touchpoint.wait) if touchpoint.wait else NOTHING
    effort = UNKNOWN if touchpoint.effort is None else _exactly(touchpoint.effort)
    return Totals(duration.plus(wait), duration, wait, effort)


def added(parts: Iterable[Totals]) -> Totals:
    """Return the totals of parts that follow one another."""
    columns = zip(*parts, strict=True)
    return Totals(*map(total_of, columns))


def _in_phase(touchpoint: Touchpoint) -> Totals:
    totals = totals_of_touchpoint(touchpoint)
    return totals.maybe() if touchpoint.optional else totals


def _lasting(duration: Duration | None) -> Total:
    return _exactly(duration.seconds) if duration else UNKNOWN


def _exactly(amount: float) -> Total:
    return Total(amount, amount)
