"""Renaming a thing: its id, its file or folder, and every place that names it.

Everything is planned before anything is written, so that a program can show the plan, or make it
its own way.
"""

from __future__ import annotations

from jmsite.edit.changes import Edit, Plan, held
from jmsite.edit.definition import Definition, definition_of, moved_to
from jmsite.edit.rename_comments import edits_of_comments
from jmsite.edit.rename_definition import edits_of_definition
from jmsite.edit.rename_links import edits_of_links
from jmsite.edit.rename_references import edits_of_references, edits_of_waivers
from jmsite.edit.rename_refusals import why_not
from jmsite.edit.renamed_names import Renaming
from jmsite.edit.sources import Sources
from jmsite.files.refusals import Refusal
from jmsite.files.tree import Tree
from jmsite.model.ids import Ref


def plan_rename(tree: Tree, sources: Sources, ref: Ref, new: str) -> Plan | Refusal:
    """Return what changes when a thing gets a new id, or why it cannot.

    ``sources`` are those of ``tree``, and ``ref`` is one of their things. Nothing is written.
    """
    definition = definition_of(sources, ref)
    if refusal := why_not(sources, ref, new, definition):
        return refusal
    renaming = Renaming(sources, ref, new)
    moves = Plan(moves=_moves(renaming, definition))
    if refusal := _in_the_way(tree, moves):
        return refusal
    own = edits_of_definition(renaming, definition)
    if own is None:
        return Refusal(
            f"No alias can be written into {sources.names.things[ref].place}.",
            f"Write `aliases: [{ref.id}]` there yourself, on a line of its own, and try again.",
        )
    named = (*edits_of_references(renaming), *edits_of_links(renaming, moves),
             *edits_of_waivers(renaming, moves), *edits_of_comments(renaming))  # fmt: skip
    edits = _in_order((*own, *named))
    paths = dict.fromkeys(edit.path for edit in edits)
    return Plan(edits, moves.moves, {path: held(tree, sources.texts[path]) for path in paths})


def _moves(renaming: Renaming, definition: Definition) -> tuple[tuple[str, str], ...]:
    return (moved_to(definition.path, renaming.new),) if definition.by == "file" else ()


def _in_order(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    return tuple(sorted(dict.fromkeys(edits), key=lambda edit: edit[:3]))


def _in_the_way(tree: Tree, moves: Plan) -> Refusal | None:
    for _, new in moves.moves:
        taken = [path for path in tree.paths() if path == new or path.startswith(f"{new}/")]
        if taken:
            return Refusal(
                f"`{taken[0]}` is there already; nothing is written over.",
                "Choose another id, or move away what is there.",
                tuple(taken),
            )
    return None
