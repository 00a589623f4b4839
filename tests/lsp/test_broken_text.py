"""Whatever stands in a file, the editor gets an answer, and one that it can use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygls.workspace import PositionCodec

from jmsite.files.tree import DictTree
from jmsite.lsp.completion import complete
from jmsite.lsp.hover import hover
from jmsite.lsp.knowledge import Knowledge, learn
from jmsite.lsp.open_file import read_open_file
from jmsite.lsp.symbols import document_symbols
from jmsite.lsp.units import Units
from tests.lsp.conftest import FILES, PLAIN

UNITS = Units(PositionCodec())
JUNK = ["[", "]", "{", "}", ":", ": ", " ", "- ", "\t", "\n", "\r\n", "#", "'", '"', "|", ">", "&",
        "*", ",", "é🚲", "---\n", "\u2028", "\0"]  # fmt: skip
# What to put in, and where, as a share of the text.
CHANGES = st.lists(st.tuples(st.sampled_from(JUNK), st.floats(0, 1), st.integers(0, 9)), max_size=6)


@pytest.fixture(scope="module")
def known() -> Knowledge:
    """What is known of the project before the text breaks."""
    return learn(DictTree(PLAIN), None)


@given(path=st.sampled_from(sorted(FILES)), changes=CHANGES, cursor=st.floats(0, 1))
def test_every_text_has_an_answer(
    known: Knowledge, path: str, changes: list[tuple[str, float, int]], cursor: float
) -> None:
    """Nothing fails, and what is offered takes the place of words that the cursor is in."""
    text = str(PLAIN[path])
    for junk, share, length in changes:
        at = int(share * len(text))
        text = text[:at] + junk + text[at + length :]
    file = read_open_file(path, text)
    if file is None:
        return
    offset = int(cursor * len(text))
    position = UNITS.position(file.source, offset)
    hover(file, offset, known, UNITS)
    document_symbols(file, UNITS)
    for item in complete(file, offset, known, UNITS):
        assert item.text_edit is not None
        around = item.text_edit.range  # type: ignore[union-attr]  # no inserting beside replacing
        assert around.start <= position <= around.end
        assert around.start.line == around.end.line


def test_brackets_without_end_have_an_answer(known: Knowledge) -> None:
    """Ten thousand opening brackets are no mapping, and no reason to fail."""
    file = read_open_file("content/personas.yml", "[{" * 10_000)
    assert file is not None
    assert complete(file, 20_000, known, UNITS) == []
