"""Where words of a Markdown text stand in its source."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jmsite.content.text import SourceText
from jmsite.findings import Location

# What stands around the address of a link, and what around no address of another.
_AROUND = (("(", ")"), ("(", " "), ("<", ">"), (": ", "\n"), ("", ""))


@dataclass(frozen=True)
class Body:
    """A body in its source: from a line and words in it to a place."""

    source: SourceText
    start: int
    has_own_lines: bool

    def find(self, words: str, first: int, last: int) -> Location:
        """Return where words stand, looked for from a line of the body on, counted from 0.

        The lines of a body that is a YAML text need not be lines of the file.
        """
        starts, text = self.source.line_starts, self.source.text
        line = self.source.at(self.start).line - 1
        begin, end = self.start, len(text)
        if self.has_own_lines:
            begin = starts[min(line + first, len(starts) - 1)]
            end = starts[line + last] if line + last < len(starts) else end
        found = _link_to(words, text, begin, end)
        found = found if found >= 0 else text.find(words, self.start)
        return self.source.at(found, found + len(words)) if found >= 0 else self.source.at(begin)


def inside(source: SourceText, field: Location, words: str) -> Location:
    """Return where words stand in the first line of a field, else the place of the field."""
    line = source.line(field.line)
    found = _link_to(words, line, field.column - 1, len(line))
    return replace(field, column=found + 1, length=len(words)) if found >= 0 else field


def _link_to(words: str, text: str, begin: int, end: int) -> int:
    """Return where words stand, as the address of a link before any other; -1 where nowhere.

    An address may be the beginning of another: `..` is that of `../about.md`.
    """
    for before, after in _AROUND:
        found = text.find(f"{before}{words}{after}", begin, end)
        if found >= 0:
            return found + len(before)
    return -1
