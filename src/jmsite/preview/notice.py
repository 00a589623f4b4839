"""What is wrong with the sources, as a page shows it: each mistake with its place and its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from jmsite.findings import Finding, Location
from jmsite.preview.editor import Editor
from jmsite.preview.fault import Fault, Source
from jmsite.report.cells import cells_of
from jmsite.report.frame import frame_at, lines_of
from jmsite.report.harmless import harmless
from jmsite.words import Words

ENGLISH = Words("en")
"""What is spoken while nobody knows the language of the site; findings are English always."""

SHOWN = 5
"""How many mistakes a page shows; more are a wall, and the first one often is the cause of all."""

WIDTH = 100
"""How many cells of a line are shown."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A line of a source in three parts: what is meant is the one in the middle."""

    line: int
    before: str
    meant: str
    after: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that is wrong; ``rule`` is its code and name, ``location`` None without a place."""

    message: str
    severity: str = "error"
    rule: str = ""
    hint: str = ""
    location: Location | None = None
    frame: Frame | None = None

    def told(self, editor: Editor | None) -> dict[str, Any]:
        """Return what a page is told; ``link`` opens the place in an editor, if one is known."""
        at, frame = self.location, self.frame
        return {
            "message": self.message,
            "severity": self.severity,
            "rule": self.rule,
            "hint": self.hint,
            "place": harmless(str(at)) if at else "",
            "link": editor.link(at) if editor and at else "",
            "frame": [frame.line, frame.before, frame.meant, frame.after] if frame else None,
        }


@dataclass(frozen=True, slots=True)
class Problems:
    """What keeps the sources from being shown: the first notices, and how many more there are."""

    shown: tuple[Notice, ...]
    more: int = 0

    def told(self, editor: Editor | None, words: Words) -> dict[str, Any]:
        """Return what a page is told, in words of its language but for the notices."""
        return {
            "title": words("preview.mistakes", count=len(self.shown) + self.more),
            "shown": [notice.told(editor) for notice in self.shown],
            "more": self.rest(words),
        }

    def rest(self, words: Words) -> str:
        """Return how many more there are, empty where all are shown."""
        return words("preview.more", count=self.more) if self.more else ""


def problems_of(findings: Sequence[Finding], source: Source) -> Problems:
    """Return findings as a page shows them; ``source`` gives the text of their files."""
    first = tuple(notice_of(finding, source) for finding in findings[:SHOWN])
    return Problems(first, max(0, len(findings) - SHOWN))


def notice_of(finding: Finding, source: Source) -> Notice:
    """Return a finding as a page shows it."""
    text = source(finding.location.path)
    return Notice(
        message=harmless(finding.message),
        severity=finding.severity.word,
        rule=f"{finding.code} {finding.name}",
        hint=harmless(finding.hint),
        location=finding.location,
        frame=None if text is None else _frame(text, finding.location),
    )


def problems_with(faults: Sequence[Fault]) -> Problems:
    """Return what could not be made as a page shows it; what many pages fail by is told once."""
    notices = tuple(dict.fromkeys(map(_notice_with, faults)))
    return Problems(notices[:SHOWN], max(0, len(notices) - SHOWN))


def _notice_with(fault: Fault) -> Notice:
    if fault.finding is None:
        return Notice(harmless(fault.text))
    return notice_of(fault.finding, lambda _path: fault.source)


def _frame(text: str, location: Location) -> Frame | None:
    found = frame_at(lines_of(text), location, WIDTH)
    if found is None:
        return None
    ends = list(accumulate(cells_of(found.text)))
    first = sum(1 for end in ends if end <= found.indent)
    last = max(first + 1, sum(1 for end in ends if end <= found.indent + found.marked))
    return Frame(found.line, found.text[:first], found.text[first:last], found.text[last:])
