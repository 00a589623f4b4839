"""Writing a field into a mapping of a source, at its place in the standard order."""

from __future__ import annotations

from jmsite.content.nodes import Items, Mapping, Scalar
from jmsite.content.text import SourceText
from jmsite.content.yaml import is_null
from jmsite.edit.changes import Edit
from jmsite.edit.entries import end_of_line, entries_of, is_flow, line_start
from jmsite.edit.order import rank_in
from jmsite.edit.scalar_places import as_yaml
from jmsite.model.fields import Fields


def insert_field(
    source: SourceText, node: Mapping, struct: type[Fields], key: str, value: str
) -> Edit | None:
    """Return the edit that gives a mapping a field that it has not; ``value`` is YAML.

    Returns None where the mapping has a form that no line can be added to.
    """
    rank = rank_in(struct)
    before = [name for name in node.entries if rank(name) < rank(key)]
    line = f"{key}: {value}"
    if is_flow(source.text, node):
        return _into_braces(source, node, before, line)
    entries = {entry.key: entry for entry in entries_of(source.text, node)}
    if not entries:
        return None
    first = next(iter(entries.values()))
    new_line = end_of_line(source.text, first.end) + " " * (
        first.start - line_start(source.text, first.start)
    )
    if before:
        at = entries[before[-1]].end
        return Edit(source.path, at, at, f"{new_line}{line}")
    return Edit(source.path, first.start, first.start, f"{line}{new_line}")


def insert_item(source: SourceText, key: Scalar, node: Items | Scalar, id_: str) -> Edit | None:
    """Return the edit that adds an id to a list, or makes a list of an empty field.

    Returns None where the field holds something else.
    """
    if isinstance(node, Scalar):
        colon = source.text.find(":", key.end)
        filled = not is_null(node) or colon < 0
        if filled or node.text:
            return None
        return Edit(source.path, colon + 1, colon + 1, f" [{as_yaml(id_)}]")
    if is_flow(source.text, node):
        at = node.items[-1].end if node.items else node.start + 1
        comma = ", " if node.items else ""
        return Edit(source.path, at, at, f"{comma}{as_yaml(id_)}")
    at = node.items[-1].end
    indent = " " * (node.start - line_start(source.text, node.start))
    line_end = end_of_line(source.text, at)
    at = at + source.text[at:].find(line_end) if line_end in source.text[at:] else len(source.text)
    return Edit(source.path, at, at, f"{line_end}{indent}- {as_yaml(id_)}")


def _into_braces(source: SourceText, node: Mapping, before: list[str], line: str) -> Edit:
    if before:
        at = node.entries[before[-1]][1].end
        return Edit(source.path, at, at, f", {line}")
    at = node.start + 1
    return Edit(source.path, at, at, f"{line}, " if node.entries else line)
