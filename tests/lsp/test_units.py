"""Places are counted as the editor counts: in UTF-16 unless it asked for another."""

import pytest
from lsprotocol import types as lsp
from pygls.workspace import PositionCodec

from jmsite.content.text import SourceText
from jmsite.findings import Location
from jmsite.lsp.units import Units

# An emoji is one letter here, two units in UTF-16 and four in UTF-8.
SOURCE = SourceText("x.md", "---\r\ntitle: 🚲 é\r\n")


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 14), ("utf-16", 11), ("utf-32", 10)])
def test_letters_are_counted_in_the_units_of_the_editor(encoding: str, column: int) -> None:
    """A place and its position lead to each other, behind an emoji and an accent."""
    units = Units(PositionCodec(encoding))
    end = SOURCE.text.index("é") + 1
    assert units.position(SOURCE, end) == lsp.Position(1, column)
    assert units.offset(SOURCE, lsp.Position(1, column)) == end


def test_positions_outside_of_the_text_are_its_ends() -> None:
    """An editor may be ahead of what is known: nothing fails for a line that is not there."""
    units = Units(PositionCodec())
    assert units.offset(SOURCE, lsp.Position(1, 99)) == SOURCE.text.index("é") + 1
    assert units.offset(SOURCE, lsp.Position(9, 0)) == len(SOURCE.text)
    last = lsp.Position(2, 0)
    assert units.range_of(SOURCE, Location("x.md", 9, 9, 9)) == lsp.Range(last, last)
