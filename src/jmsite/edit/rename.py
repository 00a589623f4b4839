"""Renaming a thing: its id, its file or folder, and every place that names it.

Everything is planned before anything is written, so that a program can show the plan, or make it
its own way.
"""

from __future__ import annotations

from jmsite import forms
from jmsite.content.layout import INDEX, split_name
from jmsite.edit.changes import Edit, Plan
from jmsite.edit.definition import Definition, definition_of, moved_to
from jmsite.edit.rename_definition import edits_of_definition
from jmsite.edit.rename_links import edits_of_links
from jmsite.edit.rename_references import edits_of_references, edits_of_waivers
from jmsite.edit.renamed_names import Renaming
from jmsite.edit.sources import Sources
from jmsite.files.refusals import Refusal
from jmsite.files.tree import Tree
from jmsite.findings import Finding
from jmsite.model.emotion import RESERVED_PERSONA_IDS
from jmsite.model.ids import Ref, id_from_title, is_id
from jmsite.site.remarks import said

# What hides a part of a file, so that nobody can tell what it names.
_HIDING = (
    forms.INVALID_YAML,
    forms.FORBIDDEN_YAML,
    forms.YAML_LIMIT,
    forms.DUPLICATE_KEY,
    forms.UNREADABLE_FILE,
    forms.WRONG_ENCODING,
    forms.MISSING_FRONT_MATTER,
    forms.UNCLOSED_FRONT_MATTER,
)


def plan_rename(tree: Tree, sources: Sources, ref: Ref, new: str) -> Plan | Refusal:
    """Return what changes when a thing gets a new id, or why it cannot.

    ``sources`` are those of ``tree``, and ``ref`` is one of their things. Nothing is written.
    """
    definition = definition_of(sources, ref)
    if refusal := _why_not(sources, ref, new, definition):
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
    edits = _in_order((*own, *edits_of_references(renaming), *edits_of_links(renaming, moves),
                       *edits_of_waivers(renaming, moves)))  # fmt: skip
    return Plan(edits, moves.moves, {edit.path: tree.read(edit.path) for edit in edits})


def _moves(renaming: Renaming, definition: Definition) -> tuple[tuple[str, str], ...]:
    return (moved_to(definition.path, renaming.new),) if definition.by == "file" else ()


def _in_order(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    return tuple(sorted(dict.fromkeys(edits), key=lambda edit: edit[:3]))


def _why_not(sources: Sources, ref: Ref, new: str, definition: Definition) -> Refusal | None:
    return (
        _bad_id(ref, new, definition)
        or _taken(sources, ref._replace(id=new), ref)
        or _unreadable(sources)
    )


def _bad_id(ref: Ref, new: str, definition: Definition) -> Refusal | None:
    if new == ref.id:
        return Refusal(f"The {said(ref.kind)} is called “{new}” already.", "Choose another id.")
    if not is_id(new):
        near = id_from_title(new)
        return Refusal(
            f"“{new}” is not an id.",
            f"{f'Did you mean “{near}”? ' if near else ''}An id is a to z and 0 to 9 in groups "
            "joined by hyphens; the title can hold anything.",
        )
    number, rest = split_name(new)
    if definition.by == "file" and rest != new:
        return Refusal(
            f"“{new}” begins with the number {number}, which would order its file and not be part "
            "of the id.",
            f"Choose another id, such as “{rest}”; the number of the file stays as it is.",
        )
    is_index = definition.by == "file" and f"{new}.md" == INDEX
    if is_index or (ref.kind == "persona" and new in RESERVED_PERSONA_IDS):
        return Refusal(f"No {said(ref.kind)} can be called “{new}”.", "Choose another id.")
    return None


def _taken(sources: Sources, wanted: Ref, ref: Ref) -> Refusal | None:
    names = sources.names
    if wanted in names.things:
        return Refusal(
            f"There is a {said(wanted.kind)} “{wanted.written}” already: "
            f"{names.things[wanted].place}.",
            "Choose another id, or rename that one first.",
        )
    other = names.aliases.get(wanted, ref)
    if other != ref:
        return Refusal(
            f"“{wanted.written}” is an old id of the {said(other.kind)} “{other.written}”: "
            f"{names.things[other].place}.",
            "Choose another id, or remove it from the aliases there.",
        )
    return None


def _unreadable(sources: Sources) -> Refusal | None:
    """Refuse where a file cannot be read as a whole: it may name the thing."""
    codes = {form.code for form in _HIDING}
    found = (*sources.project.findings, *sources.content.findings)
    hiding: Finding | None = next((f for f in found if f.code in codes), None)
    if hiding is None:
        return None
    return Refusal(
        f"{hiding.location}: {hiding.message}; nobody can tell what else that file names.",
        f"First {hiding.hint}." if hiding.hint else "Mend it first.",
        (hiding.location.path,),
    )


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
