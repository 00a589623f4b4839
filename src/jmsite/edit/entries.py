"""The entries of a YAML mapping as lines of their source: where each begins and ends.

An entry is its key and value, with comments behind them on the same line, and the lines above it
that lead to it: comments and blank lines. What follows the last entry is none of its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jmsite.content.nodes import Items, Mapping, Node, Scalar

LINE_END = re.compile(r"\r\n|\n|\r|\Z")
_DASHES = re.compile(r"[ ]*(?:- +)*")
_KEEPS_BLANK_LINES = re.compile(r"[|>](?:[0-9]?\+|\+[0-9])")
_LAST_END = re.compile(r"(?:\r\n|\n|\r)\Z")
_NOTE_TO_EDITORS = re.compile(r"\s*#+\s*(?:yaml-language-server:|vim?:|-\*-)")


@dataclass(frozen=True)
class Entry:
    """One entry: ``lead`` is where the lines above it begin, ``start`` its key, ``end`` its end.

    At ``end`` stands the end of a line, or of the text.
    """

    key: str
    lead: int
    start: int
    end: int


def is_flow(text: str, node: Mapping | Items) -> bool:
    """Tell whether a mapping or list is written in braces or brackets."""
    return text[node.start : node.start + 1] in ("{", "[")


def entries_of(text: str, node: Mapping) -> tuple[Entry, ...]:
    """Return the entries of a mapping; none where it does not have a line for each of its keys."""
    keys = [key for key, _ in node.entries.values()]
    if not keys or is_flow(text, node):
        return ()
    column = keys[0].start - line_start(text, keys[0].start)
    if not all(_stands_alone(text, key, column, first=key is keys[0]) for key in keys):
        return ()
    found: list[Entry] = []
    for key, value in node.entries.values():
        lead = _first_lead(text, key.start) if not found else _line_after(text, found[-1].end)
        following = [k.start for k in keys if k.start > key.start]
        limit = line_start(text, min(following, default=node.end))
        end = _line_end(text, max(key.end, content_end(text, value)))
        if following:
            end = _with_deeper_comments(text, end, limit, column)
        found.append(Entry(key.text, lead, key.start, end))
    return tuple(found)


def content_end(text: str, node: Node) -> int:
    """Return where the last thing that a value says ends, before comments and blank lines.

    Where it says nothing that is 0: the parser sees what is empty only at what comes next.
    """
    if isinstance(node, Scalar):
        return _scalar_end(text, node)
    if is_flow(text, node):
        return node.end
    inner = [value for _, value in node.entries.values()] if isinstance(node, Mapping) else []
    items = node.items if isinstance(node, Items) else ()
    last = max((content_end(text, each) for each in (*inner, *items)), default=node.start)
    # What is empty is no node of a list, but it is a line of it.
    for start, end in _lines(text, _line_after(text, last), node.end):
        if text[start:end].strip() and not _is_comment(text[start:end]):
            last = end
    return last


def line_start(text: str, at: int) -> int:
    """Return where the line begins that a place stands on."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def end_of_line(text: str, at: int) -> str:
    """Return what ends the line that a place stands on; a file's own way where it is the last."""
    found = LINE_END.search(text, at)
    some = LINE_END.search(text)
    return (found[0] if found else "") or (some[0] if some else "") or "\n"


def _scalar_end(text: str, node: Scalar) -> int:
    if node.start == node.end:
        return 0
    written = text[node.start : node.end]
    if _KEEPS_BLANK_LINES.match(written):
        # There the blank lines below a text are part of it, up to the end of the last of them.
        return node.start + len(_LAST_END.sub("", written, count=1))
    return node.start + len(written.rstrip())


def _stands_alone(text: str, key: Scalar, column: int, *, first: bool) -> bool:
    """Tell whether a key is the first thing on its line, behind the dash of its item at most."""
    before = text[line_start(text, key.start) : key.start]
    return len(before) == column and (
        not before.strip(" ") or (first and _DASHES.fullmatch(before) is not None)
    )


def _first_lead(text: str, key: int) -> int:
    """Return where the comments directly above a first key begin, but for notes to editors."""
    lead = line_start(text, key)
    if text[lead:key].strip():
        return lead
    while lead > 0:
        above = line_start(text, _end_before(text, lead))
        line = text[above:lead]
        if not _is_comment(line) or _NOTE_TO_EDITORS.match(line):
            break
        lead = above
    return lead


def _end_before(text: str, start: int) -> int:
    return start - (2 if text[start - 2 : start] == "\r\n" else 1)


def _with_deeper_comments(text: str, end: int, limit: int, column: int) -> int:
    """Return where an entry ends with the comments below it that stand deeper than its key."""
    for start, stop in _lines(text, _line_after(text, end), limit):
        line = text[start:stop]
        if _is_comment(line) and len(line) - len(line.lstrip()) > column:
            end = stop
        elif line.strip():
            break
    return end


def _lines(text: str, start: int, limit: int) -> Iterator[tuple[int, int]]:
    """Yield where the lines from a place up to another begin and end."""
    while start < limit:
        end = min(_line_end(text, start), limit)
        yield start, end
        start = max(_line_after(text, end), start + 1)


def _line_end(text: str, at: int) -> int:
    found = LINE_END.search(text, at)
    return found.start() if found else len(text)


def _line_after(text: str, at: int) -> int:
    found = LINE_END.search(text, at)
    return found.end() if found else len(text)


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")
