"""A source file as text: from a place in it to line and column."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from jmsite.findings import Location

# Control characters and what is no character at all, as YAML 1.2 (5.1) and HTML tell them apart.
UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class SourceText:
    """The text of a file, without a byte-order mark, and the path it was read from."""

    path: str
    text: str

    @cached_property
    def line_starts(self) -> list[int]:
        """Return where each line begins, as an index into the text."""
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def at(self, start: int, end: int | None = None) -> Location:
        """Return the place of the characters from ``start`` up to ``end``.

        Only what stands on the first line is underlined.
        """
        start = min(start, len(self.text))
        line = bisect_right(self.line_starts, start)
        column = start - self.line_starts[line - 1] + 1
        last = start + 1 if end is None else min(end, self._line_end(line))
        return Location(self.path, line, column, max(1, last - start))

    def line(self, number: int) -> str:
        """Return a line by its number, from 1, without its end."""
        return self.text[self.line_starts[number - 1] : self._line_end(number)]

    def rest_of_line(self, start: int) -> str:
        """Return what stands on the line from ``start`` on."""
        return self.text[start : self._line_end(bisect_right(self.line_starts, start))]

    def shown(self, start: int) -> str:
        """Return the text from ``start`` on, with U+FFFD for each character that cannot be shown.

        So places in it are places in the source; CommonMark says the same of the NUL character.
        """
        return UNPRINTABLE.sub("\ufffd", self.text[start:])

    def _line_end(self, number: int) -> int:
        if number >= len(self.line_starts):
            return len(self.text)
        return _before_end(self.text, self.line_starts[number])


def _before_end(text: str, after: int) -> int:
    """Return where the line ends whose successor begins at ``after``."""
    return after - (2 if text[max(0, after - 2) : after] == "\r\n" else 1)


def decode(path: str, data: bytes) -> SourceText | int:
    """Return the text of a file, or the offset of the first byte that is not UTF-8."""
    try:
        return SourceText(path, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return error.start
