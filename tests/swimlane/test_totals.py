"""Totals of time and effort: ranges, and "at least" where something is not known."""

from typing import Any

import pytest

from jmsite.model.touchpoint import Touchpoint
from jmsite.model.units import parse_duration
from jmsite.swimlane.totals import NOTHING, UNKNOWN, Total, Totals, totals_of_journey
from jmsite.words import Words
from tests.swimlane.making import journey, phase, touchpoint

MINUTE, HOUR, DAY = 60, 3600, 86400


def takes(name: str, duration: str = "", wait: str = "", **fields: Any) -> Touchpoint:
    """Return a touchpoint that takes some time."""
    return touchpoint(
        name,
        duration=parse_duration(duration) if duration else None,
        wait=parse_duration(wait) if wait else None,
        **fields,
    )


def totals(*touchpoints: Touchpoint, **fields: Any) -> Totals:
    """Return what a journey of one phase costs."""
    return totals_of_journey(journey(phase("decision", *touchpoints, **fields))).totals


def test_times_of_touchpoints_add_up_and_waits_are_told_apart() -> None:
    """A total of time holds what is done and what is waited for."""
    found = totals(takes("shop", "10 min"), takes("delivery", "5 min", wait="2 d"))

    assert found.duration == Total(15 * MINUTE, 15 * MINUTE)
    assert found.wait == Total(2 * DAY, 2 * DAY)
    assert found.time == found.duration.plus(found.wait)


def test_an_optional_touchpoint_makes_a_range() -> None:
    """It may be left out, so the shortest time goes without it."""
    found = totals(takes("shop", "10 min", effort=2), takes("call", "1 h", effort=3, optional=True))

    assert found.time == Total(10 * MINUTE, 70 * MINUTE)
    assert found.effort == Total(2, 5)


def test_a_touchpoint_of_unknown_duration_makes_the_total_a_least() -> None:
    """Its known wait still counts; that it names no wait says that there is none."""
    found = totals(takes("shop", "10 min", effort=1), takes("delivery", wait="2 h"))

    assert found.time == Total(130 * MINUTE, 130 * MINUTE, at_least=True)
    assert found.wait == Total(2 * HOUR, 2 * HOUR)
    assert found.effort == Total(1, 1, at_least=True)


def test_a_phase_that_says_how_long_it_lasts_takes_that_long() -> None:
    """The author knows more than its touchpoints add up to."""
    found = totals(takes("shop"), duration=parse_duration("2 w"))

    assert found.time == Total(14 * DAY, 14 * DAY)
    assert found.duration == UNKNOWN


def test_a_phase_without_touchpoints_costs_something_unknown() -> None:
    """It is part of the journey, so the journey takes at least what the other phases take."""
    known, empty = phase("decision", takes("shop", "1 h")), phase("use")
    found = totals_of_journey(journey(known, empty))

    assert [one.phase for one in found.phases] == ["decision", "use"]
    assert found.phases[1].totals.time == UNKNOWN
    assert found.totals.time == Total(HOUR, HOUR, at_least=True)


def test_only_an_unknown_amount_on_top_of_nothing_is_not_known() -> None:
    """Zero is known, and so is "at least an hour"."""
    assert NOTHING.known
    assert Total(0, HOUR, at_least=True).known
    assert not UNKNOWN.known


@pytest.mark.parametrize(
    ("total", "english", "french"),
    [
        (Total(12 * MINUTE, 25 * MINUTE), "12–25 min", "12–25\u00a0min"),
        (Total(0, 25 * MINUTE), "0–25 min", "0–25\u00a0min"),
        (Total(2 * HOUR, 2 * HOUR), "2 hr", "2\u202fh"),
        (Total(2 * HOUR, 2 * HOUR, at_least=True), "at least 2 hr", "au moins 2\u202fh"),
        (Total(30, 2 * HOUR), "30 sec – 2 hr", "30\u202fs – 2\u202fh"),
        (Total(3 * DAY, 4.5 * DAY), "3–4.5 days", "3–4,5\u00a0jours"),
        (UNKNOWN, "not known", "non connu"),
    ],
)
def test_a_total_of_time_is_said_in_words(total: Total, english: str, french: str) -> None:
    """Both ends share their unit where both read well in it."""
    assert Words("en").total(total) == english
    assert Words("fr").total(total) == french


def test_ends_that_read_alike_are_said_once() -> None:
    """Nobody reads seconds in a total of hours."""
    assert Words("en").total(Total(20 * HOUR, 20 * HOUR + 10)) == "20 hr"


def test_a_total_of_effort_is_a_number_of_levels() -> None:
    """It has no unit."""
    words = Words("en")

    assert words.levels(Total(7, 12)) == "7–12"
    assert words.levels(Total(7, 7, at_least=True)) == "at least 7"
    assert words.levels(UNKNOWN) == "not known"
