"""Durations, ratios, dates, whole numbers, choices and links."""

from datetime import date

import pytest

from jmsite.model.units import Duration
from tests.format.writing import (
    BUYING,
    messages,
    phase_of,
    phase_with,
    site_of,
    told,
    touchpoint_of,
    touchpoint_with,
)

MINUTE, DAY = 60, 86400
LENGTHS = [
    ("45 s", 45), ("10 min", 10 * MINUTE), ("2 h", 7200), ("3 d", 3 * DAY), ("2 w", 14 * DAY),
    ("6 mo", 6 * 30.4375 * DAY), ("1 y", 365.25 * DAY), ("1.5 h", 5400), ("0.5 d", DAY / 2),
    ("10min", 600), ("2w", 14 * DAY), ("0 s", 0), ("10  min", 600), ("10\u00a0min", 600),
    ("10\u202fmin", 600),
]  # fmt: skip


@pytest.mark.parametrize(("written", "seconds"), LENGTHS)
def test_a_duration_is_a_number_and_a_unit(written: str, seconds: float) -> None:
    """Decimals are allowed, the space is optional, a day has 24 hours, a month 30.4375 days."""
    wait = touchpoint_of(touchpoint_with(f"wait: {written}\n")).wait

    assert wait is not None
    assert wait.seconds == seconds


@pytest.mark.parametrize(
    "written",
    ["3", "3 days", "d", "-3 d", "3,5 h", "1 h 30 min", "3 D", ".5 h", "3. h", "1e3 s", "٣ d"],
)
def test_anything_else_is_no_duration(written: str) -> None:
    """Other units, signs, commas and sums are errors at the value."""
    assert told(touchpoint_with(f"wait: {written}\n")) == [f"JM016 {BUYING}:9:15"]


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2026-01-31", Duration(1, "mo"), "2026-02-28"),
        ("2024-01-31", Duration(1, "mo"), "2024-02-29"),
        ("2026-01-15", Duration(6, "mo"), "2026-07-15"),
        ("2024-02-29", Duration(1, "y"), "2025-02-28"),
        ("2026-01-01", Duration(2, "w"), "2026-01-15"),
        ("2026-12-31", Duration(1, "d"), "2027-01-01"),
    ],
)
def test_months_and_years_are_the_calendar_s_where_a_date_is_reckoned(
    start: str, length: Duration, end: str
) -> None:
    """A month after the last of January is the last of February, leap years included."""
    assert length.after(date.fromisoformat(start)) == date.fromisoformat(end)


RATIOS = [
    ("0.37", 0.37), ("37%", 0.37), ("37 %", 0.37), ("37\u00a0%", 0.37), ("37\u202f%", 0.37),
    ("0", 0), ("1", 1), ("0%", 0), ("100%", 1), ("100.0 %", 1), ("12.5%", 0.125), ("1.0", 1),
    ('"37%"', 0.37), ("0.5", 0.5),
]  # fmt: skip


@pytest.mark.parametrize(("written", "share"), RATIOS)
def test_a_ratio_is_a_number_to_one_or_a_percentage(written: str, share: float) -> None:
    """Both are the same, whatever space stands before the sign."""
    assert touchpoint_of(touchpoint_with(f"drop_off: {written}\n")).drop_off == share


@pytest.mark.parametrize("written", ["37", "101%", "-1", "-5%", "37,5%", "a third", "1.01"])
def test_a_share_of_more_than_all_is_an_error(written: str) -> None:
    """Ratios go from 0 to 1; 37 is a percentage that lacks its sign."""
    assert told(touchpoint_with(f"drop_off: {written}\n")) == [f"JM017 {BUYING}:9:19"]


@pytest.mark.parametrize("written", ["2026-05-04", '"2026-05-04"', "2024-02-29"])
def test_a_date_is_year_month_and_day(written: str) -> None:
    """Quoted or not, a date is written YYYY-MM-DD."""
    assert phase_of(phase_with(f"reviewed: {written}\n")).reviewed is not None


@pytest.mark.parametrize(
    "written",
    ["04/05/2026", "2026-5-4", "2026", "2026-02-30", "20260504", "2026-05-04T10:00", "May 2026",
     "0000-01-01"],
)  # fmt: skip
def test_anything_else_is_no_date(written: str) -> None:
    """Another order, a day that no calendar has or a time of day is an error at the value."""
    assert told(phase_with(f"reviewed: {written}\n")) == [f"JM015 {BUYING}:6:15"]


@pytest.mark.parametrize("effort", [1, 5])
def test_effort_goes_from_one_to_five(effort: int) -> None:
    """The lowest and the highest are both allowed."""
    assert touchpoint_of(touchpoint_with(f"effort: {effort}\n")).effort == effort


@pytest.mark.parametrize(("effort", "code"), [("0", "JM014"), ("6", "JM014"), ("2.5", "JM010")])
def test_effort_is_a_whole_number(effort: str, code: str) -> None:
    """What is outside, or between two numbers, is an error."""
    assert told(touchpoint_with(f"effort: {effort}\n")) == [f"{code} {BUYING}:9:17"]


@pytest.mark.parametrize(
    ("fields", "word"),
    [("stage: befor", "before"), ("stage: Before", "before"), ("stage: purchase", "during")],
)
def test_a_word_that_is_no_choice_is_answered_with_those_there_are(fields: str, word: str) -> None:
    """An unknown choice is an error at the value that names the right one, or all."""
    assert told(phase_with(f"{fields}\n")) == [f"JM013 {BUYING}:6:12"]
    assert word in messages(phase_with(f"{fields}\n"))[0]


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a?b=c#d", "http://example.org", "mailto:a@example.org", "tel:+331"],
)
def test_links_go_to_the_web_mail_and_telephones(address: str) -> None:
    """These four schemes and relative addresses are links."""
    assert touchpoint_of(touchpoint_with(f"link: {address}\n")).link == address


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "ftp://example.org", "data:text/html,a"]
)
def test_another_scheme_is_an_error_in_a_field(address: str) -> None:
    """A field that holds a link holds no script and no data."""
    assert told(touchpoint_with(f"link: {address}\n")) == [f"JM033 {BUYING}:9:15"]


class TestDefaults:
    """What holds where an author says nothing."""

    def test_of_a_touchpoint(self) -> None:
        """Nobody is said to start it, and it is neither optional nor a moment of truth."""
        touchpoint = touchpoint_of(touchpoint_with(""))

        assert touchpoint.initiator is None
        assert (touchpoint.optional, touchpoint.moment_of_truth) == (False, False)
        assert (touchpoint.emotion, touchpoint.effort, touchpoint.pain_points) == (None, None, None)

    def test_of_a_pain_point(self) -> None:
        """It is of medium severity and no bottleneck."""
        [pain] = phase_of(phase_with("pain_points: [{title: A}]\n")).pain_points or ()

        assert (pain.id, pain.severity, pain.bottleneck) == ("a", "medium", False)

    def test_of_things_of_their_own(self) -> None:
        """The defaults are those that the format names."""
        site = site_of(
            {
                BUYING: "---\ntitle: Buying\n---\n",
                "content/goals.yml": "a: {title: A}\n",
                "content/kpis.yml": "a: {title: A}\n",
                "content/opportunities.yml": "a: {title: A}\n",
                "content/sources.yml": "a: {title: A, type: crm}\n",
            }
        )

        assert site.journeys["buying"].state == "current"
        assert site.personas["camille"].role == "customer"
        assert site.channels["web"].owned is True
        assert site.goals["a"].of == "customer"
        assert site.kpis["a"].better == "higher"
        assert site.opportunities["a"].status == "idea"
        assert site.sources["a"].confidential is False
