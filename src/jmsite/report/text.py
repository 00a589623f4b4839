"""The report that people read: a line for each finding, the source below it, and what to do."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from jmsite.findings import Finding, Location, Related, Severity
from jmsite.report.frame import Frame, frame_at
from jmsite.report.harmless import harmless
from jmsite.report.ink import BLUE, BOLD, CYAN, GREEN, OF_SEVERITY, Ink
from jmsite.report.report import Report
from jmsite.report.summary import scores, summary

# The width of frames where there is no terminal to ask: longer lines are cut around the place.
PIPED = 120
# A terminal may be told to be narrower than anything can be shown in.
NARROWEST = 40


def render(report: Report) -> str:
    """Return the report as text: findings with their code frames, scores and a summary."""
    ink = Ink(report.color)
    shown = [f for f in report.findings if report.show_waived or not f.waived]
    blocks = ["\n".join(_finding(finding, report, ink)) for finding in shown]
    table = scores(report.scores)
    if table:
        blocks.append("\n".join(table))
    blocks.append(_coloured_summary(report, ink))
    return "\n\n".join(blocks) + "\n"


def _coloured_summary(report: Report, ink: Ink) -> str:
    counted = [finding.severity for finding in report.findings if not finding.waived]
    style = OF_SEVERITY[max(counted)] if counted else f"{BOLD};{GREEN}"
    return ink(style, summary(report))


def _finding(finding: Finding, report: Report, ink: Ink) -> Iterator[str]:
    gutter = _gutter(finding)
    yield _head(finding, ink)
    yield from _frame(finding.location, "^", finding.severity, report, gutter, ink)
    if finding.hint:
        yield from _note("hint", finding.hint, report, gutter, ink)
    if finding.waived:
        yield from _note("waived", finding.waived, report, gutter, ink)
    for related in finding.related:
        yield from _related(related, report, gutter, ink)


def _head(finding: Finding, ink: Ink) -> str:
    severity = ink(OF_SEVERITY[finding.severity], finding.severity.word)
    place = ink(BOLD, harmless(str(finding.location)))
    rule = ink(BOLD, f"{finding.code} {finding.name}")
    return f"{place}: {severity} {rule}: {harmless(finding.message)}"


def _related(related: Related, report: Report, gutter: int, ink: Ink) -> Iterator[str]:
    text = f"{related.location}: {related.message}"
    yield from _note("see", text, report, gutter, ink, wrapped=False)
    yield from _frame(related.location, "-", Severity.INFO, report, gutter, ink)


def _note(
    word: str, text: str, report: Report, gutter: int, ink: Ink, *, wrapped: bool = True
) -> Iterator[str]:
    """Yield a line below the frame; on a terminal, as many as its width asks for."""
    head = " " * (gutter + 1) + "= " + word + ": "
    lines = [harmless(text)]
    if wrapped and report.width is not None:
        room = max(report.width, NARROWEST) - len(head)
        lines = textwrap.wrap(lines[0], room, break_long_words=False, break_on_hyphens=False)
    yield " " * (gutter + 1) + ink(BLUE, "=") + " " + ink(CYAN, word + ":") + " " + lines[0]
    yield from (" " * len(head) + line for line in lines[1:])


def _frame(
    location: Location, mark: str, severity: Severity, report: Report, gutter: int, ink: Ink
) -> Iterator[str]:
    source = report.source(location.path)
    # Beside the line stand the gutter, its bar and a cell for a caret that follows the line.
    room = max(report.width or PIPED, NARROWEST) - gutter - 4
    frame = frame_at(source, location, room) if source is not None else None
    if frame is not None:
        yield from _drawn(frame, mark * frame.marked, OF_SEVERITY[severity], gutter, ink)


def _drawn(frame: Frame, marks: str, style: str, gutter: int, ink: Ink) -> Iterator[str]:
    bar = " " * (gutter + 1) + ink(BLUE, "|")
    yield bar
    number = ink(BLUE, f"{frame.line:>{gutter}} |")
    yield f"{number} {frame.text}".rstrip()
    yield f"{bar} {' ' * frame.indent}{ink(style, marks)}"


def _gutter(finding: Finding) -> int:
    """Return the width of the longest line number in a finding's frames."""
    places = [finding.location, *(related.location for related in finding.related)]
    return max(len(str(place.line)) for place in places)
