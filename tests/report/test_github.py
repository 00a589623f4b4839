"""The report as workflow commands: exact, with everything escaped that would end a command."""

from pathlib import Path

from jmsite.findings import Finding, Location, Severity
from jmsite.report import Report
from jmsite.report.github import render
from tests.support.golden import Golden

GOLDEN = Path(__file__).parent / "golden"


def test_every_difficulty(full_report: Report, golden: Golden) -> None:
    """The report reads as the golden file, to the letter; what is waived is left out."""
    golden.check(GOLDEN / "github.txt", render(full_report))


def test_nothing_found(empty_report: Report) -> None:
    """No finding, no command."""
    assert render(empty_report) == ""


def test_nothing_ends_a_command_early() -> None:
    """Signs that separate commands, properties and lines are escaped where they would do so."""
    finding = Finding(
        "JM001", "some", Severity.INFO, "a::b, 5%\r\n::error::x", Location("a,b:c%.md", 2, 3, 4)
    )

    assert render(Report((finding,))) == (
        "::notice file=a%2Cb%3Ac%25.md,line=2,col=3,endColumn=7,title=JM001 some"
        r"::a::b, 5%25\r\n::error::x" + "\n"
    )
