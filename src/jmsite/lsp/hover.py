"""Hover: what a field means, and which thing an id names."""

from __future__ import annotations

from lsprotocol import types as lsp

from jmsite.lsp.knowledge import Knowledge
from jmsite.lsp.naming import named_at
from jmsite.lsp.open_file import OpenFile
from jmsite.lsp.units import Units
from jmsite.lsp.wording import markdown, of_field, of_thing


def hover(file: OpenFile, offset: int, known: Knowledge | None, units: Units) -> lsp.Hover | None:
    """Return what is to be said of the words at a place of a file."""
    cursor = file.cursor(offset)
    if cursor is None or not cursor.words:
        return None
    at = units.range(file.source, cursor.start, cursor.end)
    field = file.spot(cursor.own_path).field
    hit = named_at(file, offset, known) if known else None
    if hit and known:
        return lsp.Hover(markdown(of_thing(hit.ref, known)), at)
    return lsp.Hover(markdown(of_field(field)), at) if field else None
