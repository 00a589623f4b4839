"""What changed, as a comment on a proposed change: short, with the long form folded in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from jmsite.change.telling import Line, Section, Telling, limited
from jmsite.report.harmless import harmless

MARK = "<!-- jmsite diff -->"
"""The first line of a comment: by it the next one finds the one that it takes the place of."""

# What hosts of repositories take for a comment is 65,536 characters.
_LONGEST = 60_000
# Lines of a journey, and gaps, that are seen before anything is unfolded.
_SHOWN = 6
_JOURNEYS = 6
_SIGNS = {True: "▲ ", False: "▼ ", None: ""}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&])")
# An author's text calls nobody and points at no other change.
_CALLS = re.compile(r"([@#])(?=\w)|\b(GH)-(?=\d)", re.IGNORECASE)
# What means something at the beginning of a line.
_BEGINS = re.compile(r"[#+=-]|\d+[.)]")
_EMPTY = re.compile(r"\n{3,}")
_HELD_APART = "\u2060"


def markdown(telling: Telling) -> str:
    """Return a comment in Markdown that tells a reader in a minute what changes for customers."""
    words = telling.words
    head = [MARK, f"### {words('changes.title')}", "", *_notes(telling)]
    head += [*_summary(telling), *_gaps(telling), ""]
    if not telling.diff.changes:
        return _ended(head)
    left = _LONGEST - sum(len(line) + 1 for line in head)
    return _ended([*head, *_folded(telling, left)])


def _ended(lines: Iterable[str]) -> str:
    return _EMPTY.sub("\n\n", "\n".join(lines)).rstrip() + "\n"


def _notes(telling: Telling) -> Iterator[str]:
    """Yield what a reader has to know first: each line is a paragraph."""
    for note in filter(None, (telling.settings,)):
        yield _safe(note)
        yield ""


def _summary(telling: Telling) -> Iterator[str]:
    words, sections = telling.words, telling.sections("customers")
    if not telling.diff.changes:
        yield telling.nothing
    elif not sections:
        yield words("changes.no_customers" if not telling.doubts else "changes.no_customers_known")
    yield from _verdict(telling)
    for section in sections[:_JOURNEYS]:
        yield from _section(section, telling, _SHOWN)
        yield ""
    if len(sections) > _JOURNEYS:
        yield words("changes.more", count=len(sections) - _JOURNEYS)


def _verdict(telling: Telling) -> Iterator[str]:
    """Yield how many changes are good and bad for customers, which tells what the signs mean."""
    counts = Counter(change.better for change in telling.diff.changes)
    told = [
        f"{_SIGNS[better]}{telling.words(f'changes_page.{key}', count=counts[better])}"
        for better, key in ((True, "better"), (False, "worse"))
        if counts[better]
    ]
    if told:
        yield " · ".join(told)
        yield ""


def _section(section: Section, telling: Telling, most: int | None = None) -> Iterator[str]:
    score = f" · {section.score}" if section.score else ""
    yield f"**{_safe(section.title)}**{score}"
    yield ""
    shown = list(section.lines if most is None else limited(section.lines, most))
    yield from (_line(line, section, telling.words("colon")) for line in shown)
    if len(shown) < len(section.lines):
        yield f"- {telling.words('changes.more', count=len(section.lines) - len(shown))}"


def _line(line: Line, section: Section, colon: str) -> str:
    place = f"{_safe(line.where)}{colon} " if line.where and line.where != section.title else ""
    return f"- {_SIGNS[line.better]}{place}{_safe(line.what)}"


def _gaps(telling: Telling) -> Iterator[str]:
    yield ""
    yield telling.gaps
    yield from (f"> {doubt}" for doubt in telling.doubts)


def _folded(telling: Telling, most: int) -> Iterator[str]:
    count = len(telling.diff.changes)
    every = telling.words("changes.both" if count == 2 else "changes.all", count=count)
    yield "<details>"
    yield f"<summary>{every}</summary>"
    yield ""
    yield from _within_limits(_everything(telling), telling, most)
    yield ""
    yield "</details>"


def _everything(telling: Telling) -> Iterator[str]:
    for section in telling.sections():
        yield from _section(section, telling)
        yield ""
    for key, gaps in (("new", telling.new_gaps), ("closed", telling.closed_gaps)):
        if gaps:
            yield f"**{telling.words(f'changes.{key}_gaps', count=len(gaps))}**"
            yield ""
            yield from (f"- {_safe(gap)}" for gap in gaps)
            yield ""


def _within_limits(lines: Iterable[str], telling: Telling, most: int) -> Iterator[str]:
    given, length = list(lines), 0
    for number, line in enumerate(given):
        length += len(line) + 1
        if length > most:
            yield f"- {telling.words('changes.more', count=len(given) - number)}"
            return
        yield line


def _safe(text: str) -> str:
    """Return a text that means nothing but itself in Markdown."""
    calls_nobody = _CALLS.sub(lambda found: f"{found[0]}{_HELD_APART}", harmless(text))
    begun = _HELD_APART if _BEGINS.match(calls_nobody) else ""
    return begun + _SPECIAL.sub(r"\\\1", calls_nobody)
