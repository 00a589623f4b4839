"""Reading the outline of a text line after line, by indentation.

A parser of YAML says nothing of a text that is being written, which is when one asks what may
stand at the cursor. This reads on whatever stands there, and never fails.
"""

from __future__ import annotations

import re

from jmsite.content.text import SourceText
from jmsite.lsp.brackets import read_brackets
from jmsite.lsp.outline import QUOTED, Entry, Outline, unquoted

# Up to the first colon that ends a key; written so that no line takes long to tell.
_KEY = re.compile(
    rf"""({QUOTED}|[^\s\[\]{{}},#&*!|>'"%@`:][^:]*(?::(?![ \t]|\Z)[^:]*)*):(?=[ \t]|\Z)[ \t]*"""
)
_DASH = re.compile(r"-(?=[ \t]|\Z)[ \t]*")
_BLANK = re.compile(r"[ \t]*(?:#.*)?\Z")
_IN_QUOTES = re.compile(QUOTED)
_COMMENT = re.compile(r"[ \t]#")


def read_outline(source: SourceText, start: int, end: int) -> Outline:
    """Return the outline of the YAML between two places of a text."""
    return _Reader(source, start, end).read()


class _Reader:
    """Reads line after line and keeps the entries that are open."""

    def __init__(self, source: SourceText, start: int, end: int) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.lines = [at for at in source.line_starts if start <= at < end]
        self.made = Outline()
        self.open: list[Entry] = []

    def read(self) -> Outline:
        done = self.start
        for number, begin in enumerate(self.lines):
            # What brackets have taken is no line of its own.
            if begin >= done:
                done = self._line(begin, number)
        return self.made

    def _line(self, begin: int, number: int) -> int:
        """Read the entries of a line; return where the brackets end that open in it, if any."""
        line = self._until_end(begin)
        indent = _indent(line)
        if _BLANK.match(line):
            return begin
        self._close(indent, is_item=_DASH.match(line, indent) is not None)
        if self.open and self.open[-1].has_value:
            return begin  # the text of the entry above goes on
        at = self._items(line, begin, indent)
        if (key := _KEY.match(line, at)) and not _COMMENT.search(key[1]):
            self._key(key, begin)
        last = self.open[-1] if self.open else None
        start = last.value if last and last.value >= begin else begin + at
        if not self.source.text.startswith(("[", "{"), start):
            return begin
        limit = self._limit(number, last.column if last else -1)
        return read_brackets(self.made, self.source.text, start, limit, last)

    def _close(self, indent: int, *, is_item: bool) -> None:
        """Close the entries that a line of an indentation does not belong to."""
        while self.open:
            last = self.open[-1]
            # The items of a key may begin right below it.
            below = is_item and last.column == indent and isinstance(last.part, str)
            if last.column < indent or below:
                return
            self.open.pop()

    def _items(self, line: str, begin: int, at: int) -> int:
        """Open the items that begin here, one inside the other; return where the last begins."""
        while dash := _DASH.match(line, at):
            parent = self.open[-1] if self.open else None
            start = dash.end()
            holds_more = _KEY.match(line, start) or _DASH.match(line, start)
            end = start if holds_more else _value_end(line, start)
            item = Entry(
                parent, self.made.number(parent),
                begin + start, begin + start, begin + start, begin + end, at,
            )  # fmt: skip
            self.open.append(self.made.add(item))
            at = start
        return at

    def _key(self, key: re.Match[str], begin: int) -> None:
        words, start = key[1].rstrip(" \t"), begin + key.start(1)
        entry = Entry(
            self.open[-1] if self.open else None, unquoted(words),
            start, start + len(words),
            begin + key.end(), begin + _value_end(key.string, key.end()),
            key.start(1), colon=True,
        )  # fmt: skip
        self.open.append(self.made.add(entry))

    def _limit(self, number: int, column: int) -> int:
        """Return where brackets end at the latest: at a line that is not indented below them."""
        for begin in self.lines[number + 1 :]:
            line = self._until_end(begin)
            begins = line.lstrip(" \t")[:1]
            if begins and begins not in "]}#" and _indent(line) <= column:
                return begin
        return self.end

    def _until_end(self, begin: int) -> str:
        return self.source.rest_of_line(begin)[: self.end - begin]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _value_end(line: str, start: int) -> int:
    """Return where a value ends that begins in a line: before a comment and empty space."""
    if quoted := _IN_QUOTES.match(line, start):
        return quoted.end()
    comment = _COMMENT.search(line, max(0, start - 1))
    return max(start, len(line[: comment.start() if comment else None].rstrip(" \t")))
