"""How a report ends: the scores, and everything in one line."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jmsite.content.markdown import plain
from jmsite.findings import Severity
from jmsite.report.cells import cells_of
from jmsite.report.harmless import harmless
from jmsite.report.report import Report, ScoreTable, Since

if TYPE_CHECKING:
    from jmsite.change.ratchet import Fall


def summary(report: Report) -> str:
    """Return the one line that counts the findings and gives the score."""
    waived = sum(1 for finding in report.findings if finding.waived)
    since = report.since
    said = _counts(report) or ("Nothing" if since else "All is well: nothing found")
    if since:
        said += f" new since {harmless(since.base)}"
    if waived:
        said += f" ({waived} waived)"
    if since:
        said += _beside(since)
    if report.scores.site is not None:
        said += f" · score {report.scores.site}%"
    return said


def fell(fall: Fall) -> str:
    """Return in a sentence that the score of a journey fell."""
    title = harmless(plain(fall.title))
    return f"the score of “{title}” falls from {fall.before}% to {fall.after}%, and that fails"


def _beside(since: Since) -> str:
    """Return how many findings there are beside those that a change brings."""
    said = f" · {len(since.closed)} closed" if since.closed else ""
    if since.older:
        plural = "" if len(since.older) == 1 else "s"
        said += f" · {len(since.older)} older finding{plural} (“jmsite check” lists them)"
    return said


def _counts(report: Report) -> str:
    counts = Counter(finding.severity for finding in report.findings if not finding.waived)
    return ", ".join(
        _count(counts[severity], severity) for severity in sorted(Severity, reverse=True)
        if counts[severity]
    )  # fmt: skip


def _count(count: int, severity: Severity) -> str:
    plural = "s" if count != 1 and severity is not Severity.INFO else ""
    return f"{count} {severity.word}{plural}"


def scores(table: ScoreTable) -> list[str]:
    """Return a line for each journey: its score, and those of its phases in their order."""
    width = max((_cells(journey) for journey in table.journeys), default=0)
    return [_journey(journey, table, width).rstrip() for journey in table.journeys]


def _journey(journey: str, table: ScoreTable, width: int) -> str:
    phases = [
        f"{harmless(name.removeprefix(journey + '/'))} {_percent(score)}"
        for name, score in table.phases.items()
        if name.startswith(journey + "/")
    ]
    name = harmless(journey) + " " * (width - _cells(journey))
    return f"{name}  {_percent(table.journeys[journey]):>4}  {' · '.join(phases)}"


def _percent(score: int | None) -> str:
    return "-" if score is None else f"{score}%"


def _cells(text: str) -> int:
    return sum(cells_of(harmless(text)))
