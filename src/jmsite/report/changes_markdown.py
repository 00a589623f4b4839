"""What changed, as a comment on a proposed change: short, with the long form folded in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from jmsite.change.brief import Brief, Chapter, Entry
from jmsite.change.ratchet import Verdict
from jmsite.change.speech import shortened
from jmsite.change.telling import Line, Section, Telling
from jmsite.change.verdict import verdict_in_words
from jmsite.change.weight import Weight
from jmsite.report.harmless import harmless

# What hosts of repositories take for a comment is 65,536 characters.
_LONGEST = 60_000
# Lines of a journey, and gaps, that are seen before anything is unfolded.
_SHOWN = 6
_JOURNEYS = 6
# So much is told of settings, whose reasons may be pages long.
_LONGEST_NOTE = 1_000
# What customers do not feel and is told in a line.
_BESIDES: tuple[Weight, ...] = ("known", "work")
_SIGNS = {True: "▲ ", False: "▼ ", None: ""}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&])")
# An author's text calls nobody and points at no other change, by the signs of any host.
_CALLS = re.compile(r"[@#](?=\w)|[!&%~](?=\d)|\bGH-(?=\d)", re.IGNORECASE)
# What means something at the beginning of a line.
_BEGINS = re.compile(r"[#+=-]|\d+[.)]")
_EMPTY = re.compile(r"\n{3,}")
_HELD_APART = "\u2060"


def mark(folder: str = "") -> str:
    """Return the first line of a comment on a project in a folder of a repository, or at its top.

    By it the next comment finds the one that it takes the place of.
    """
    return f"<!-- jmsite diff{': ' if folder else ''}{quote(folder, safe='/ ')} -->"


def markdown(telling: Telling, verdict: Verdict | None = None, folder: str = "") -> str:
    """Return a comment in Markdown that tells a reader in a minute what changes for customers.

    With a ``verdict`` it tells too whether the check of the change fails. Of a project in a
    ``folder`` of a repository, which may hold others, it says which one it is.
    """
    title = telling.words("changes.title")
    if folder:
        title += f" · {_safe(shortened(telling.diff.after.site.settings.title or folder))}"
    head = [mark(folder), f"### {title}", "", *_notes(telling, verdict)]
    head += [*_summary(telling), *_gaps(telling), ""]
    if not telling.diff.changes:
        return _ended(head)
    left = _LONGEST - sum(len(line) + 1 for line in head)
    return _ended([*head, *_folded(telling, left)])


def _ended(lines: Iterable[str]) -> str:
    return _EMPTY.sub("\n\n", "\n".join(lines)).rstrip() + "\n"


def _notes(telling: Telling, verdict: Verdict | None) -> Iterator[str]:
    """Yield what a reader has to know first: each line is a paragraph."""
    if verdict:
        sign = "✗" if verdict.fails else "✓"
        yield f"{sign} {_safe(verdict_in_words(telling.words, verdict))}"
        yield ""
    if note := telling.settings:
        yield _safe(f"{note[:_LONGEST_NOTE]} …" if len(note) > _LONGEST_NOTE else note)
        yield ""


def _summary(telling: Telling) -> Iterator[str]:
    words, brief = telling.words, Brief(telling)
    if not telling.diff.changes:
        yield telling.nothing
    elif not brief.chapters:
        yield words("changes.no_customers" if telling.is_sure else "changes.no_customers_known")
    yield ""
    yield from _verdict(telling)
    for chapter in brief.chapters[:_JOURNEYS]:
        yield from _chapter(chapter, brief)
        yield ""
    if left := brief.chapters[_JOURNEYS:]:
        yield brief.tally(entry for chapter in left for entry in chapter.entries)
        yield ""
    for weight in _BESIDES:
        if told := brief.besides(weight):
            yield from _besides(f"**{words(f'changes.{weight}')}**", told, words("colon"))
            yield ""


def _besides(title: str, told: tuple[str, ...], colon: str) -> Iterator[str]:
    if len(told) == 1:
        yield f"{title}{colon} {_safe(told[0])}"
        return
    yield title
    yield ""
    yield from (f"- {_safe(line)}" for line in told)


def _chapter(chapter: Chapter, brief: Brief) -> Iterator[str]:
    if chapter.title:
        score = f" · {chapter.score}" if chapter.score else ""
        yield f"**{_safe(chapter.title)}**{score}"
        yield ""
    yield from (_entry(entry, brief.telling.words("colon")) for entry in chapter.entries[:_SHOWN])
    if left := chapter.entries[_SHOWN:]:
        yield f"- {brief.tally(left)}"


def _entry(entry: Entry, colon: str) -> str:
    place = f"{_safe(entry.where)}{colon} " if entry.where else ""
    signs = {better for _, better in entry.parts}
    if len(signs) == 1:
        return f"- {_SIGNS[signs.pop()]}{place}{' · '.join(_safe(what) for what, _ in entry.parts)}"
    return f"- {place}{' · '.join(_SIGNS[b] + _safe(what) for what, b in entry.parts)}"


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


def _section(section: Section, telling: Telling) -> Iterator[str]:
    score = f" · {section.score}" if section.score else ""
    yield f"**{_safe(section.title)}**{score}"
    yield ""
    yield from (_line(line, section, telling.words("colon")) for line in section.lines)


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
            left = sum(each.startswith("- ") for each in given[number:])
            yield f"- {telling.words('changes.more_lines', count=left)}" if left else ""
            return
        yield line


def _safe(text: str) -> str:
    """Return a text that means nothing but itself in Markdown."""
    calls_nobody = _CALLS.sub(lambda found: f"{found[0]}{_HELD_APART}", harmless(text))
    begun = _HELD_APART if _BEGINS.match(calls_nobody) else ""
    return begun + _SPECIAL.sub(r"\\\1", calls_nobody)
