"""Lists and mappings in brackets, closed or not, for the outline of a text."""

from __future__ import annotations

import re

from jmsite.content.yaml import MAX_DEPTH
from jmsite.lsp.outline import QUOTED, Brackets, Entry, Outline, Segment, unquoted

_SPACE = re.compile(r"(?:[ \t\r\n]+|(?<=\s)#[^\r\n]*)*")
_NO_KEY = r"[^\[\]{},:\r\n]"
_KEY = re.compile(
    rf"({QUOTED}|{_NO_KEY}*(?::(?![ \t\r\n,\]}}]|\Z){_NO_KEY}*)*):(?=[ \t\r\n,\]}}]|\Z)"
)
_WORDS = re.compile(rf"{QUOTED}|[^\[\]{{}},\r\n]*")


def read_brackets(made: Outline, text: str, start: int, limit: int, holder: Entry | None) -> int:
    """Add what stands in the brackets that open at a place; return where they end.

    They end at ``limit`` where nothing closes them before.
    """
    is_list = text[start] == "["
    segments: list[Segment] = []
    at, closed = start + 1, False
    while not closed and (at < limit or not segments):
        begin = at
        entry, at = _entry(made, text, begin, limit, holder, is_list=is_list)
        end = _space(text, at, limit)
        segments.append(Segment(begin, end, entry))
        closed = text[end : end + 1] in ("]", "}", "")
        # Whatever cannot stand here is passed over, so that reading goes on.
        at = end if closed else end + 1
    end = min(at, limit)
    made.brackets.append(Brackets(holder, start, end, is_list, tuple(segments)))
    return end + 1 if closed else end


def _entry(
    made: Outline, text: str, begin: int, limit: int, holder: Entry | None, *, is_list: bool
) -> tuple[Entry, int]:
    """Add the entry that begins here, empty perhaps, and return it with its end."""
    at = _space(text, begin, limit)
    key = None if is_list else _KEY.match(text, at, limit)
    value = _space(text, key.end(), limit) if key else at
    words = _WORDS.match(text, value, limit) if key or is_list else None
    value_end = value + len(words[0].rstrip()) if words else value
    if is_list:
        entry = Entry(holder, made.number(holder), at, at, at, value_end)
    elif key:
        name = key[1].rstrip(" \t")
        entry = Entry(holder, unquoted(name), at, at + len(name), value, value_end, colon=True)
    else:
        bare = _WORDS.match(text, at, limit)
        end = at + len(bare[0].rstrip()) if bare else at
        entry = Entry(holder, text[at:end], at, end, end, end)
        value_end = end
    made.add(entry)
    opens = text[value_end : value_end + 1] in ("[", "{") and value_end == entry.value < limit
    # What is deeper no project may hold, and nobody means.
    if opens and len(entry.path) < MAX_DEPTH:
        return entry, read_brackets(made, text, value_end, limit, entry)
    return entry, max(value_end, at)


def _space(text: str, at: int, limit: int) -> int:
    space = _SPACE.match(text, at, limit)
    return space.end() if space else at
