"""A report of everything that is hard to show, which each form is held against."""

import pytest

from jmsite.findings import Finding, Location, Related, Severity, in_order
from jmsite.report import Report, RuleText, ScoreTable

INDEX = "content/journeys/achat équitable/index.md"
CHANNELS = "content/channels.yml"

SOURCES = {
    INDEX: "---\r\ntitle: Achat\r\npersonna: [camille]\r\n---\r\nVoir l’aide.\r\n",
    CHANNELS: (
        "press: {title: 報紙と雑誌, medium: phisical}\n"
        "family: {title: 👩‍👩‍👧 ❤️ e\u0301te\u0301, medium: digitl}\n"
        "\ttabbed: {medium: x}\n"
        "evil: {title: \x1b[2J\u202eabc, medium: none}\n"
        f"long: {{summary: {'abc ' * 60}, medium: faraway, title: {'xyz ' * 60}}}\n"
        "press: {title: Press, medium: human}\n"
    ),
}

FINDINGS = (
    Finding(
        code="JM010",
        name="unknown-key",
        severity=Severity.ERROR,
        message="a journey has no key “personna”",
        location=Location(INDEX, 3, 1, 8),
        hint="did you mean “personas”?",
        about=("journey/achat",),
    ),
    Finding(
        code="JM011",
        name="unknown-value",
        severity=Severity.ERROR,
        message="“phisical” is no medium",
        location=Location(CHANNELS, 1, 31, 8),
        hint="one of digital, human, physical; did you mean “physical”?",
    ),
    Finding(
        code="JM011",
        name="unknown-value",
        severity=Severity.ERROR,
        message="“digitl” is no medium",
        location=Location(CHANNELS, 2, 41, 6),
    ),
    Finding(
        code="JM003",
        name="tab",
        severity=Severity.ERROR,
        message="a tab cannot indent YAML",
        location=Location(CHANNELS, 3, 2, 6),
    ),
    Finding(
        code="JM012",
        name="evil",
        severity=Severity.WARNING,
        message="100% \x1b[31mred\x1b[0m\r\nand :: a second line, \ud800 too",
        location=Location(CHANNELS, 4, 29, 4),
        hint="50 % of it: a, b",
    ),
    Finding(
        code="JM011",
        name="unknown-value",
        severity=Severity.ERROR,
        message="“faraway” is no medium",
        location=Location(CHANNELS, 5, 268, 7),
    ),
    Finding(
        code="JM020",
        name="duplicate-id",
        severity=Severity.ERROR,
        message="two channels have the id “press”",
        location=Location(CHANNELS, 6, 1, 5),
        hint="give one of them another id",
        related=(Related(Location(CHANNELS, 1, 1, 5), "the other stands here"),),
        about=("channel/press",),
    ),
    Finding(
        code="JM205",
        name="single-channel-journey",
        severity=Severity.WARNING,
        message="all touchpoints are digital",
        location=Location(INDEX),
        about=("journey/achat",),
        waived="Sold online alone, on purpose.",
    ),
    Finding(
        code="JM401",
        name="stage-without-phase",
        severity=Severity.INFO,
        message="no phase covers what comes after",
        location=Location("content/journeys/gone/index.md"),
        about=("journey/gone",),
    ),
)


@pytest.fixture
def full_report() -> Report:
    """Return a report with every difficulty, and scores."""
    return Report(
        findings=in_order(FINDINGS),
        scores=ScoreTable(
            site=71,
            journeys={"achat": 68, "service-après-vente": None},
            phases={"achat/decision": 50, "achat/usage": None},
        ),
        source=SOURCES.get,
        rules={
            "JM205": RuleText(
                "A journey uses more than one medium.", "Counts digital, human and physical."
            )
        },
    )


@pytest.fixture
def empty_report() -> Report:
    """Return a report of a project in which nothing was found."""
    return Report(findings=())
