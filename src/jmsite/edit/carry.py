"""Leaving fields out of a source, by changes to its lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from jmsite.content.nodes import Mapping
from jmsite.content.text import SourceText
from jmsite.content.yaml import is_null
from jmsite.edit.changes import Edit
from jmsite.edit.entries import LINE_END, entries_of, is_flow, line_start
from jmsite.edit.order import objects_in, values_in
from jmsite.model.fields import Fields


class Removal(NamedTuple):
    """That a field is left out: by which edit, and whether it said something."""

    edit: Edit
    field: str
    said: bool


def without_fields(
    source: SourceText, node: Mapping, struct: type[Fields], names: Collection[str]
) -> Iterator[Removal]:
    """Yield the removal of the fields of some names, in a mapping for a type and all below it.

    Comments above a field go with it. All other lines stay as they are; so does a field of a
    mapping whose keys do not have lines of their own, unless it is written in braces.
    """
    keys = list(node.entries)
    cuts = _in_braces(node, names) if is_flow(source.text, node) else _on_lines(source, node, names)
    for key, start, end in cuts:
        value = node.entries[key][1]
        yield Removal(Edit(source.path, start, end, ""), key, not is_null(value))
    kept = {key: entry for key, entry in node.entries.items() if key not in names}
    if len(kept) < len(keys):
        node = Mapping(kept, node.start, node.end)
    for value, shape in values_in(node, struct):
        for inner, its_struct in objects_in(value, shape):
            yield from without_fields(source, inner, its_struct, names)


def _in_braces(node: Mapping, names: Collection[str]) -> Iterator[tuple[str, int, int]]:
    """Yield what to cut of a mapping in braces: a field, with the comma before it or behind."""
    entries = list(node.entries.items())
    kept_before = False
    for index, (key, (name, value)) in enumerate(entries):
        if key not in names:
            kept_before = True
        elif kept_before:
            yield key, entries[index - 1][1][1].end, value.end
        else:
            last = index + 1 == len(entries)
            yield key, name.start, value.end if last else entries[index + 1][1][0].start


def _on_lines(
    source: SourceText, node: Mapping, names: Collection[str]
) -> Iterator[tuple[str, int, int]]:
    """Yield what to cut of a mapping with a line for each key: whole lines.

    Where keys go that stand behind the dash of a list item, the next one moves up to the dash.
    """
    entries = entries_of(source.text, node)
    behind_dash = bool(entries) and entries[0].start != _indented(source.text, entries[0].start)
    for index, entry in enumerate(entries):
        if entry.key not in names:
            behind_dash = False
        elif behind_dash and index + 1 < len(entries):
            yield entry.key, entry.start, entries[index + 1].start
        else:
            after = LINE_END.search(source.text, entry.end)
            yield entry.key, entry.lead, after.end() if after else len(source.text)


def _indented(text: str, at: int) -> int:
    """Return where the first character stands that is no space, on the line of a place."""
    line = text[line_start(text, at) : at + 1]
    return line_start(text, at) + len(line) - len(line.lstrip(" "))
