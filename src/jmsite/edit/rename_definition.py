"""Renaming: what gives the thing its id, and the alias that is left."""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.content.nodes import Items, Scalar, find
from jmsite.edit.changes import Edit
from jmsite.edit.definition import Definition
from jmsite.edit.insertion import insert_field, insert_item
from jmsite.edit.renamed_names import Renaming
from jmsite.edit.scalar_places import as_yaml, id_instead


def edits_of_definition(renaming: Renaming, definition: Definition) -> tuple[Edit, ...] | None:
    """Return the edits that give a thing its new id and leave the old one as an alias.

    Returns None where the source has a form that nothing can be added to. A file gets its id from
    its name, so that only the alias is written there.
    """
    edits = (*_id_edits(renaming, definition), _alias_edit(renaming, definition))
    made = tuple(edit for edit in edits if edit is not None)
    return made if len(made) == len(edits) else None


def _id_edits(renaming: Renaming, definition: Definition) -> Iterator[Edit | None]:
    source, node = definition.source, definition.node
    if definition.by == "key":
        key = Scalar(renaming.ref.id, True, definition.start, definition.end)  # noqa: FBT003  # its text is all that counts
        yield id_instead(source, key, renaming.new)
    elif definition.by == "id" and node is not None:
        yield id_instead(source, _scalar(definition, "id"), renaming.new)
    elif definition.by == "title" and node is not None:
        yield insert_field(source, node, definition.struct, "id", as_yaml(renaming.new))


def _alias_edit(renaming: Renaming, definition: Definition) -> Edit | None:
    source, node, old = definition.source, definition.node, renaming.ref.id
    if node is None:
        return None
    if "aliases" not in node.entries:
        return insert_field(source, node, definition.struct, "aliases", f"[{as_yaml(old)}]")
    key, aliases = node.entries["aliases"]
    items = aliases.items if isinstance(aliases, Items) else ()
    for item in items:
        # An id that comes back is no alias any more: the one that goes takes its place.
        if isinstance(item, Scalar) and item.text.strip() == renaming.new:
            return id_instead(source, item, old)
    return None if not isinstance(aliases, (Items, Scalar)) else insert_item(
        source, key, aliases, old
    )  # fmt: skip


def _scalar(definition: Definition, field: str) -> Scalar:
    scalar = find(definition.node, (field,)) if definition.node else None
    assert isinstance(scalar, Scalar)
    return scalar
