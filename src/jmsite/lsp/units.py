"""Between places of a source and positions of an editor, which counts letters in its own way."""

from __future__ import annotations

from dataclasses import dataclass

from lsprotocol import types as lsp
from pygls.workspace import PositionCodec

from jmsite.content.text import SourceText
from jmsite.findings import Location


@dataclass(frozen=True)
class Units:
    """The way in which an editor counts: UTF-16 unless it asked for another."""

    codec: PositionCodec

    def position(self, source: SourceText, offset: int) -> lsp.Position:
        """Return the position of a place of a text, given as an index."""
        at = source.at(offset)
        before = source.line(at.line)[: at.column - 1]
        return lsp.Position(at.line - 1, self.codec.client_num_units(before))

    def offset(self, source: SourceText, position: lsp.Position) -> int:
        """Return the index of a position; one behind the end of its line or text is that end."""
        if position.line >= len(source.line_starts):
            return len(source.text)
        line, units = source.line(position.line + 1), 0
        for index, letter in enumerate(line):
            if units >= position.character:
                return source.line_starts[position.line] + index
            units += self.codec.client_num_units(letter)
        return source.line_starts[position.line] + len(line)

    def range(self, source: SourceText, start: int, end: int) -> lsp.Range:
        """Return the range between two indices of a text."""
        return lsp.Range(self.position(source, start), self.position(source, end))

    def range_of(self, source: SourceText, location: Location) -> lsp.Range:
        """Return the range of a place; one that a text no longer has is moved to its end."""
        line = min(location.line, len(source.line_starts))
        start = source.line_starts[line - 1] + location.column - 1
        end = source.line_starts[line - 1] + len(source.line(line))
        return self.range(source, min(start, end), min(start + location.length, end))
