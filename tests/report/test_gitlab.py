"""The report as GitLab's Code Quality: what is not waived, each with a mark of its own."""

import json
from pathlib import Path
from typing import Any

from jmsite.change.ratchet import Fall
from jmsite.findings import Finding, Location, Severity
from jmsite.model.ids import Ref
from jmsite.report import Report, Since
from jmsite.report.gitlab import render
from tests.support.golden import Golden

GOLDEN = Path(__file__).parent / "golden"


def finding(line: int) -> Finding:
    """Return a finding about one thing, in a line."""
    about = ("journey/phone",)
    return Finding("JM101", "some", Severity.WARNING, "a", Location("b.md", line), about=about)


def read(report: Report) -> list[dict[str, Any]]:
    """Return the report as GitLab reads it."""
    found: list[dict[str, Any]] = json.loads(render(report))
    return found


def test_every_difficulty(full_report: Report, golden: Golden) -> None:
    """The report reads as the golden file, to the letter; what is waived is left out."""
    golden.check(GOLDEN / "gitlab.json", render(full_report))


def test_nothing_found(empty_report: Report) -> None:
    """No finding, an empty list."""
    assert read(empty_report) == []


def test_marks_stay_when_lines_move_and_differ_in_a_report() -> None:
    """GitLab shows of two findings with one mark the first, and compares by marks."""
    marks = [one["fingerprint"] for one in read(Report((finding(1), finding(2))))]

    assert len(set(marks)) == 2
    assert [one["fingerprint"] for one in read(Report((finding(7),)))] == marks[:1]


def test_it_shows_the_places_of_a_change_in_the_repository() -> None:
    """What a change brings stands where it changed something, and so does a score that fell."""
    at = Location("content/journeys/phone/index.md", 3)
    fall = Fall(Ref("journey", "phone"), "Phone", 80, 70)
    report = Report(
        (finding(1),), since=Since("main", falls=((fall, at),)), place=lambda _: at, folder="maps/"
    )

    found, fallen = read(report)

    place = {"path": "maps/content/journeys/phone/index.md", "lines": {"begin": 3}}
    assert found["location"] == fallen["location"] == place
    assert "from 80% to 70%" in fallen["description"]
    assert fallen["severity"] == "critical"
