"""The report as text: exact words, carets in their place, nothing that steers a terminal."""

from dataclasses import replace
from pathlib import Path

import pytest

from jmsite.findings import Finding, Location, Severity
from jmsite.report import Report, ScoreTable
from jmsite.report.text import render
from tests.support.golden import Golden

GOLDEN = Path(__file__).parent / "golden"


def a_finding(severity: Severity = Severity.ERROR, waived: str = "") -> Finding:
    """Return some finding."""
    return Finding("JM001", "some", severity, "wrong", Location("a.yml"), waived=waived)


def test_every_difficulty(full_report: Report, golden: Golden) -> None:
    """The report reads as the golden file, to the letter."""
    golden.check(GOLDEN / "piped.txt", render(full_report))


def test_on_a_terminal(full_report: Report, golden: Golden) -> None:
    """On a terminal of 60 cells there is colour, and frames and hints keep to the width."""
    report = replace(full_report, color=True, width=60, show_waived=True)

    golden.check(GOLDEN / "terminal.txt", render(report))


def test_no_escape_of_the_source_reaches_the_terminal(full_report: Report) -> None:
    """Without colour the report holds no control character but the ends of its lines."""
    controls = {c for c in render(full_report) if not c.isprintable() and c not in "\n\u200d"}

    assert controls == set()


def test_nothing_found(empty_report: Report) -> None:
    """A project without findings gets a friendly line."""
    assert render(empty_report) == "All is well: nothing found\n"


def test_nothing_found_with_a_score() -> None:
    """The score is told with it, and so are accepted gaps, which are not listed."""
    report = Report((a_finding(waived="on purpose"),), ScoreTable(site=100))

    assert render(report) == "All is well: nothing found (1 waived) · score 100%\n"


@pytest.mark.parametrize(
    ("severities", "said"),
    [
        ("E", "1 error"),
        ("EE", "2 errors"),
        ("WWI", "2 warnings, 1 info"),
        ("EWII", "1 error, 1 warning, 2 info"),
    ],
)
def test_the_summary_counts(severities: str, said: str) -> None:
    """Each severity that occurs is counted, the heaviest first."""
    of = {"E": Severity.ERROR, "W": Severity.WARNING, "I": Severity.INFO}
    report = Report(tuple(a_finding(of[letter]) for letter in severities))

    assert render(report).splitlines()[-1] == said


def test_each_finding_is_one_line_when_piped() -> None:
    """A message of any length and content stays in one line, so that grep finds it whole."""
    finding = replace(a_finding(), message="long\n" * 100)

    lines = render(Report((finding,))).splitlines()

    assert [line for line in lines if line.startswith("a.yml:1:1: error JM001 some: long")]
    assert len(lines) == 3
