"""Putting the entries of mappings into the standard order, by moving their lines.

Nothing is written anew: an entry keeps its words, its comments and its indentation. What is
written in braces stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from jmsite.content.nodes import Mapping
from jmsite.content.text import SourceText
from jmsite.edit.changes import Edit, edited
from jmsite.edit.entries import Entry, end_of_line, entries_of, is_flow, line_start
from jmsite.edit.order import objects_in, rank_in, values_in
from jmsite.model.fields import Fields

_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*")
_INDENT = re.compile(r"^[ \t]+(?=#)", re.MULTILINE)


def arrange(source: SourceText, node: Mapping, struct: type[Fields]) -> Iterator[Edit]:
    """Yield the edits that put a mapping, and all that stand in it, into the order of its type."""
    if is_flow(source.text, node):
        return
    inner = [edit for value, shape in values_in(node, struct)
             for mapping, type_ in objects_in(value, shape)
             for edit in arrange(source, mapping, type_)]  # fmt: skip
    entries = entries_of(source.text, node)
    rank = rank_in(struct)
    if all(rank(one.key) <= rank(two.key) for one, two in pairwise(entries)):
        yield from inner
    else:
        yield _moved(source, entries, sorted(entries, key=lambda entry: rank(entry.key)), inner)


def _moved(
    source: SourceText, before: tuple[Entry, ...], after: list[Entry], inner: Iterable[Edit]
) -> Edit:
    """Return the edit that gives the lines of a mapping another order."""
    text, old_first, first = source.text, before[0], after[0]
    opening = text[line_start(text, old_first.start) : old_first.start]
    indent = text[line_start(text, before[1].start) : before[1].start]
    start = line_start(text, old_first.start) if opening.strip() else old_first.lead
    parts = []
    for entry in after:
        lead = _lead(text, entry)
        if entry is first and first is not old_first:
            # The blank lines that stood above it now stand above the one that was first.
            lead = lead[_blank(lead) :]
        elif entry is old_first:
            lead = _lead(text, first)[: _blank(_lead(text, first))] + lead
        begins = indent
        if entry is first and opening.strip():
            begins = opening
            lead = _INDENT.sub(opening[: len(opening) - len(opening.lstrip())], lead)
        words = _with(source, entry, inner)
        end = "" if entry is after[-1] else end_of_line(
            text, (after[-1] if entry is before[-1] else entry).end
        )  # fmt: skip
        parts.append(f"{lead}{begins}{words}{end}")
    return Edit(source.path, start, before[-1].end, "".join(parts))


def _lead(text: str, entry: Entry) -> str:
    """Return the lines above an entry that lead to it."""
    return text[entry.lead : max(entry.lead, line_start(text, entry.start))]


def _blank(lead: str) -> int:
    """Return how much of the lines above an entry is blank lines at their beginning."""
    found = _BLANK_LINES.match(lead)
    return found.end() if found else 0


def _with(source: SourceText, entry: Entry, edits: Iterable[Edit]) -> str:
    """Return the words of an entry with the edits made that lie in them."""
    own = (
        edit._replace(start=edit.start - entry.start, end=edit.end - entry.start)
        for edit in edits
        if entry.start <= edit.start and edit.end <= entry.end
    )
    return edited(source.text[entry.start : entry.end], own)
