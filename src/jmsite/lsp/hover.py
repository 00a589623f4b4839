"""Hover: what a field or a word of jmsite means, and which thing an id names."""

from __future__ import annotations

from lsprotocol import types as lsp

from jmsite.lsp.cursor import Cursor
from jmsite.lsp.knowledge import Knowledge
from jmsite.lsp.naming import named_at
from jmsite.lsp.offers import named_keys, offers
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
    said = _said_of_word(file, cursor, known) or (of_field(field) if field else "")
    return lsp.Hover(markdown(said), at) if said else None


def _said_of_word(file: OpenFile, cursor: Cursor, known: Knowledge | None) -> str:
    """Return what a rule, an option of the theme or another word means that no type lists."""
    find = named_keys if cursor.in_key else offers
    for offer in find(file, file.spot(cursor.path), cursor.path, known):
        if offer.word == cursor.words and offer.about:
            return f"**{offer.detail}**\n\n{offer.about}"
    return ""
