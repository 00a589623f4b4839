"""How complete a site was and is, and why that changes where no gap tells it."""

import pytest

from jmsite.change.gaps import FindingChanges
from jmsite.change.scoring import site_score_in_words
from jmsite.change.telling import Telling
from jmsite.checklist.score import Score
from jmsite.findings import Finding, Location, Severity
from jmsite.words import Words
from tests.change.cases import compared

GAP = (Finding("JM501", "goal", Severity.WARNING, "a gap", Location("x.md")),)
GONE_WHOLE = ", as what is gone was more complete than the rest"
GONE_POOR = ", as what is gone was less complete than the rest"
NEW_WHOLE = ", as what is new is more complete than the rest"


@pytest.mark.parametrize(
    ("was", "now", "reason"),
    [
        (Score(7, 10), Score(5, 8), GONE_WHOLE),
        (Score(5, 10), Score(5, 8), GONE_POOR),
        (Score(5, 10), Score(7, 12), NEW_WHOLE),
        (Score(5, 10), Score(5, 12), ""),
        (Score(5, 10), Score(6, 10), ""),
    ],
)
def test_a_score_is_explained_where_no_gap_is_told(was: Score, now: Score, reason: str) -> None:
    """What came or went tells what the rest is like; where nobody knows nothing is said."""
    told = site_score_in_words(Words("en"), (was, now), FindingChanges((), ()))

    assert told == f"Completeness {was.percent}% → {now.percent}%{reason}"


@pytest.mark.parametrize(
    ("now", "gaps", "reason"),
    [
        (Score(5, 8), FindingChanges(GAP, ()), ""),
        (Score(5, 8), FindingChanges((), GAP), GONE_WHOLE),
        (Score(7, 9), FindingChanges((), GAP), ""),
        (Score(9, 12), FindingChanges(GAP, ()), ""),
    ],
)
def test_a_gap_that_is_told_explains_it(now: Score, gaps: FindingChanges, reason: str) -> None:
    """One that came says why it fell, one that is closed why it rose."""
    told = site_score_in_words(Words("en"), (Score(7, 10), now), gaps)

    assert told == f"Completeness 70% → {now.percent}%{reason}"


def test_a_score_that_is_as_it_was() -> None:
    """It is told once; where nothing is asked nothing is told."""
    none = FindingChanges((), ())

    assert (
        site_score_in_words(Words("en"), (Score(7, 10), Score(71, 101)), none) == "Completeness 70%"
    )
    assert site_score_in_words(Words("en"), (Score(), Score(7, 10)), none) == "Completeness 70%"
    assert site_score_in_words(Words("en"), (Score(7, 10), Score()), none) == ""


def test_a_touchpoint_that_was_complete_is_gone() -> None:
    """No gap came, and less is held: the summary says why."""
    journey = "content/journeys/buy/index.md"
    front = "---\ntitle: Buy\nphases:\n  - title: Pay\n    touchpoints:\n"
    both = "".join(
        f"      - {{title: {name}, channel: web, initiator: customer, effort: 2, emotion: 1}}\n"
        for name in ("Cart", "Till")
    )
    files = {
        "jmsite.yml": "title: Maps\ntoday: 2026-11-01\n",
        "content/channels.yml": "web: {title: Web, medium: digital}\n",
    }
    one = both.splitlines(keepends=True)[0]
    before, after = ({**files, journey: f"{front}{points}---\n"} for points in (both, one))

    told = Telling(compared(before, after).diff, Words("en")).gaps

    assert told.startswith("no new gap, none closed · Completeness ")
    assert told.endswith(GONE_WHOLE)
