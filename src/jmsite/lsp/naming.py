"""The thing that the words at the cursor name: by a reference, or where it is written itself."""

from __future__ import annotations

from typing import NamedTuple

from jmsite.lsp.cursor import Cursor
from jmsite.lsp.knowledge import Knowledge
from jmsite.lsp.open_file import OpenFile
from jmsite.model.fields import GOAL_OR_TEXT, REFERENCE
from jmsite.model.ids import Ref


class Hit(NamedTuple):
    """A thing, and the words that name it in an open file, as indices of its text."""

    ref: Ref
    start: int
    end: int


def named_at(file: OpenFile, offset: int, known: Knowledge) -> Hit | None:
    """Return the thing that is named at a place of a file, or None."""
    cursor = file.cursor(offset)
    if cursor is None:
        return _opening(file, offset, known)
    if referred := _referred(file, cursor, offset, known):
        return referred
    ref = _written_here(file, cursor, known)
    return Hit(ref, cursor.start, cursor.end) if ref else None


def _referred(file: OpenFile, cursor: Cursor, offset: int, known: Knowledge) -> Hit | None:
    """Return the thing that a reference at the cursor names; of `journey/id` the part there."""
    kind = _kind_referred_to(file, cursor)
    holder, slash, _ = cursor.words.partition("/")
    inner = cursor.start + len(holder) + len(slash)
    if kind and slash and offset < inner:
        found = known.names.resolve("journey", holder, "").ref
        return Hit(found, cursor.start, inner - 1) if found else None
    found = known.names.resolve(kind, cursor.words, file.journey).ref if kind else None
    return Hit(found, inner if slash else cursor.start, cursor.end) if found else None


def _kind_referred_to(file: OpenFile, cursor: Cursor) -> str:
    """Return the kind of thing that the words at the cursor refer to, or "" where to none."""
    spot = file.spot(cursor.own_path)
    if cursor.in_key:
        return "persona" if spot.persona else ""
    if spot.role == GOAL_OR_TEXT:
        return "goal"
    return spot.role.removeprefix(REFERENCE) if spot.role.startswith(REFERENCE) else ""


def _written_here(file: OpenFile, cursor: Cursor, known: Knowledge) -> Ref | None:
    """Return the thing whose title, id or key in a collection stands at the cursor."""
    path = cursor.own_path
    if file.is_collection and len(path) == 1:
        return _known(file.thing_at(path), known)
    is_name = bool(path) and path[-1] in ("title", "id") and not cursor.in_key
    return _known(file.thing_at(path[:-1]), known) if is_name else None


def _opening(file: OpenFile, offset: int, known: Knowledge) -> Hit | None:
    """Return the thing of a file for the line of hyphens that its front matter begins with."""
    end = file.bounds[0]
    ref = _known(file.thing_at(()), known) if offset <= end else None
    return Hit(ref, 0, end) if ref else None


def _known(ref: Ref | None, known: Knowledge) -> Ref | None:
    return ref if ref in known.names.things else None
