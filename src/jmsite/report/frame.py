"""Code frames: a line of a source file with carets under what is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from jmsite.findings import Location
from jmsite.report.cells import cells_of
from jmsite.report.harmless import spelt

TAB = 4
CUT = "…"
# How many times its room a frame looks to either side: nobody waits for what is cut anyway.
_REACH = 10
# A fence of front matter is where a finding stands that is about all of it.
_SHOWS_NOTHING = frozenset({"", "---"})
# The line ends by which places are counted. Python's splitlines knows more.
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Frame:
    """A line of a source as it is shown, and what is marked in it, in cells of a terminal.

    ``indent`` cells stand before the ``marked`` ones.
    """

    line: int
    text: str
    indent: int
    marked: int


@dataclass(frozen=True, slots=True)
class _Glyph:
    """What is shown for one character of a source."""

    text: str
    cells: int


def lines_of(source: str) -> tuple[str, ...]:
    """Return the lines of a source file without their ends and without a byte-order mark."""
    return tuple(_LINE_END.split(source.removeprefix("\ufeff")))


def frame_at(lines: Sequence[str], location: Location, room: int) -> Frame | None:
    """Return the frame of a place in a source file of some lines, in at most ``room`` cells.

    A longer line is cut around the place. There is no frame where the source has no such line or
    the line is blank or a fence of front matter: it would show nothing.
    """
    if location.line > len(lines) or lines[location.line - 1].strip() in _SHOWS_NOTHING:
        return None
    line = lines[location.line - 1]
    place = min(location.column - 1, len(line))
    near = max(0, place - _REACH * room)
    glyphs = _glyphs(line[near : place + _REACH * room])
    first = _base(glyphs, place - near)
    last = max(first + 1, min(location.column - 1 - near + location.length, len(glyphs)))
    return _framed(location.line, glyphs, first, last, room)


def _glyphs(line: str) -> list[_Glyph]:
    glyphs: list[_Glyph] = []
    for character, cells in zip(line, cells_of(line), strict=True):
        text = " " * TAB if character == "\t" else spelt(character)
        glyphs.append(_Glyph(text, cells if text == character else len(text)))
    return glyphs


def _base(glyphs: list[_Glyph], index: int) -> int:
    """Return the index of the character that the one at ``index`` is drawn on."""
    while 0 < index < len(glyphs) and glyphs[index].cells == 0:
        index -= 1
    return index


def _framed(line: int, glyphs: list[_Glyph], first: int, last: int, room: int) -> Frame:
    begin, end = _window(glyphs, first, room)
    left = CUT if begin else ""
    right = CUT if end < len(glyphs) else ""
    return Frame(
        line=line,
        text=left + "".join(g.text for g in glyphs[begin:end]) + right,
        indent=len(left) + _cells(glyphs[begin:first]),
        marked=max(1, _cells(glyphs[first : min(last, end)])),
    )


def _window(glyphs: list[_Glyph], first: int, room: int) -> tuple[int, int]:
    """Return which characters are shown: all, or as many as there is room for around ``first``.

    A third of the room goes to what stands before, and more where little follows. A cell at
    either end is kept for the sign of the cut.
    """
    upto = [0, *accumulate(glyph.cells for glyph in glyphs)]
    if upto[-1] <= room:
        return 0, len(glyphs)
    wanted = min(upto[first] - room // 3, upto[-1] - room + 1)
    begin = next((i for i, cells in enumerate(upto) if cells >= wanted), 0) if wanted > 1 else 0
    limit = upto[begin] + room - (2 if begin else 1)
    fitting = max(i for i, cells in enumerate(upto) if cells <= limit)
    end = len(glyphs) if begin and upto[-1] - upto[begin] <= room - 1 else fitting
    return begin, max(end, begin + 1)


def _cells(glyphs: list[_Glyph]) -> int:
    return sum(glyph.cells for glyph in glyphs)
