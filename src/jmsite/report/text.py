"""The report that people read: a line for each finding, the source below it, and what to do."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from jmsite.findings import Finding, Location, Related, Severity
from jmsite.report.frame import frame_at, lines_of
from jmsite.report.harmless import harmless
from jmsite.report.ink import BLUE, BOLD, CYAN, GREEN, OF_SEVERITY, Ink
from jmsite.report.report import Report, Since
from jmsite.report.summary import fell, scores, summary

# The width of frames where there is no terminal to ask: longer lines are cut around the place.
PIPED = 120
# A terminal may be told to be narrower than anything can be shown in.
NARROWEST = 40


def render(report: Report) -> str:
    """Return the report as text: findings with their code frames, scores and a summary."""
    ink = Ink(report.color)
    sheet = _Sheet(report, ink)
    shown = [f for f in report.findings if report.show_waived or not f.waived]
    blocks = ["\n".join(sheet.finding(finding)) for finding in shown]
    table = _falls(report.since, ink) if report.since else scores(report.scores)
    if table:
        blocks.append("\n".join(table))
    blocks.append(_coloured_summary(report, ink))
    return "\n\n".join(blocks) + "\n"


def _falls(since: Since, ink: Ink) -> list[str]:
    """Return a line for each journey whose score fell."""
    word = ink(OF_SEVERITY[Severity.ERROR], Severity.ERROR.word)
    return [f"{word}: {fell(fall)}" for fall, _ in since.falls]


def _coloured_summary(report: Report, ink: Ink) -> str:
    counted = [finding.severity for finding in report.findings if not finding.waived]
    if report.since and report.since.falls:
        counted.append(Severity.ERROR)
    style = OF_SEVERITY[max(counted)] if counted else f"{BOLD};{GREEN}"
    return ink(style, summary(report))


@dataclass(frozen=True)
class _Sheet:
    """What findings are drawn on: as wide as the terminal, in its colours or in none."""

    report: Report
    ink: Ink

    def finding(self, finding: Finding) -> Iterator[str]:
        gutter = _gutter(finding)
        yield self._head(finding)
        yield from self._frame(finding.location, "^", finding.severity, gutter)
        if finding.hint:
            yield from self._note("hint", finding.hint, gutter)
        if finding.waived:
            yield from self._note("waived", finding.waived, gutter)
        for related in finding.related:
            yield self._see(related, gutter)
            yield from self._frame(related.location, "-", Severity.INFO, gutter)

    def _head(self, finding: Finding) -> str:
        place = self.ink(BOLD, harmless(str(finding.location)))
        severity = self.ink(OF_SEVERITY[finding.severity], finding.severity.word)
        rule = self.ink(BOLD, f"{finding.code} {finding.name}")
        return f"{place}: {severity} {rule}: {harmless(finding.message)}"

    def _see(self, related: Related, gutter: int) -> str:
        return self._sign("see", gutter) + harmless(f"{related.location}: {related.message}")

    def _note(self, word: str, text: str, gutter: int) -> Iterator[str]:
        """Yield a line below the frame; on a terminal, as many as its width asks for."""
        lines, indent = [harmless(text).strip()], gutter + len(word) + 5
        if self.report.width is not None and lines[0]:
            room = max(self.report.width, NARROWEST) - indent
            lines = textwrap.wrap(lines[0], room, break_long_words=False, break_on_hyphens=False)
        yield self._sign(word, gutter) + lines[0]
        yield from (" " * indent + line for line in lines[1:])

    def _sign(self, word: str, gutter: int) -> str:
        return f"{' ' * (gutter + 1)}{self.ink(BLUE, '=')} {self.ink(CYAN, word + ':')} "

    def _frame(
        self, location: Location, mark: str, severity: Severity, gutter: int
    ) -> Iterator[str]:
        # Beside the line stand the gutter, its bar and a cell for a caret that follows the line.
        room = max(self.report.width or PIPED, NARROWEST) - gutter - 4
        frame = frame_at(self._lines(location.path), location, room)
        if frame is not None:
            bar = " " * (gutter + 1) + self.ink(BLUE, "|")
            marks = self.ink(OF_SEVERITY[severity], mark * frame.marked)
            yield bar
            yield f"{self.ink(BLUE, f'{frame.line:>{gutter}} |')} {frame.text}".rstrip()
            yield f"{bar} {' ' * frame.indent}{marks}"

    def _lines(self, path: str) -> tuple[str, ...]:
        """Return the lines of a source file; each file is read once for all of its findings."""
        if path not in self._read:
            source = self.report.source(path)
            self._read[path] = lines_of(source) if source is not None else ()
        return self._read[path]

    @cached_property
    def _read(self) -> dict[str, tuple[str, ...]]:
        return {}


def _gutter(finding: Finding) -> int:
    """Return the width of the longest line number in a finding's frames."""
    places = [finding.location, *(related.location for related in finding.related)]
    return max(len(str(place.line)) for place in places)
