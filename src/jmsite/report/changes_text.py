"""What changed, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.change.telling import Line, Section, Telling
from jmsite.report.harmless import harmless
from jmsite.report.ink import BOLD, DIM, GREEN, Ink

_RED = "31"
# So many gaps of a kind are listed; `jmsite check` lists them all.
_GAPS = 20
_MARKS = {True: ("▲", GREEN), False: ("▼", _RED), None: ("·", DIM)}


def text(telling: Telling, ink: Ink) -> str:
    """Return everything that changed, by journey and place, and what that does to the gaps."""
    sections = telling.sections()
    blocks = [
        [ink(BOLD, harmless(telling.title))],
        *([[harmless(telling.settings)]] if telling.settings else []),
        *(list(_section(section, ink)) for section in sections),
        *([] if sections else [[telling.nothing]]),
        [telling.gaps, *_gaps(telling, ink)],
        *([list(telling.doubts)] if telling.doubts else []),
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _gaps(telling: Telling, ink: Ink) -> Iterator[str]:
    for mark, style, gaps in (("+", _RED, telling.new_gaps), ("−", GREEN, telling.closed_gaps)):
        yield from (f"  {ink(style, mark)} {harmless(gap)}" for gap in gaps[:_GAPS])
        if len(gaps) > _GAPS:
            more = telling.words("changes.more_gaps", count=len(gaps) - _GAPS)
            yield f"  {ink(style, mark)} {more}"


def _section(section: Section, ink: Ink) -> Iterator[str]:
    score = f"  {section.score}" if section.score else ""
    yield f"{ink(BOLD, harmless(section.title))}{ink(DIM, score)}"
    for place, lines in section.by_place:
        indent = "  "
        # What is said of the journey itself needs no place.
        if place and place != section.title:
            yield f"  {harmless(place)}"
            indent = "    "
        yield from (_line(line, indent, ink) for line in lines)


def _line(line: Line, indent: str, ink: Ink) -> str:
    mark, style = _MARKS[line.better]
    return f"{indent}{ink(style, mark)} {harmless(line.what)}"
