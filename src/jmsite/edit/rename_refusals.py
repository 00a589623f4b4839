"""Renaming: what an id cannot be, and which projects nothing can be renamed in."""

from __future__ import annotations

from jmsite import forms
from jmsite.content.layout import INDEX, split_name
from jmsite.edit.definition import Definition
from jmsite.edit.sources import Sources
from jmsite.edit.things_called import thing_called
from jmsite.edit.uses import PARTS_OF_NAVIGATION, Reference, references_of
from jmsite.files.refusals import Refusal
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


def why_not(sources: Sources, ref: Ref, new: str, definition: Definition) -> Refusal | None:
    """Return why a thing cannot get an id, or None."""
    return (
        _bad_id(ref, new, definition)
        or _taken(sources, ref._replace(id=new), ref)
        or _means_a_part(sources, ref, new)
        or _twice(sources, ref)
        or _unreadable(sources)
    )


def done_by_hand(sources: Sources, old: str, new: str, kind: str = "") -> Refusal | None:
    """Return what to do where somebody gave a file its new name already, and references have not.

    ``old`` and ``new`` are as they were typed; None where it is not so.
    """
    ref, names = thing_called(sources, new, kind), sources.names
    id_ = old.rpartition("/")[2]
    if isinstance(ref, Refusal) or ref._replace(id=id_) in {*names.things, *names.aliases}:
        return None
    still = [one for one in references_of(sources) if _names(one, ref, id_)]
    if not still:
        return None
    at = still[0].source.at(still[0].scalar.start)
    return Refusal(
        f"“{new}” is there and “{id_}”, which {at} still names, is not: its file seems to have "
        "been renamed by hand.",
        f"Give it its old name and repeat this, or write `aliases: [{id_}]` into "
        f"{names.things[ref].place.path}.",
    )


def _names(one: Reference, ref: Ref, id_: str) -> bool:
    """Tell whether a reference names a thing by an id, or something in it."""
    room = (one.text.rpartition("/")[0] or one.journey) if ref.journey else ""
    itself = one.kind == ref.kind and one.text.rpartition("/")[2] == id_ and room == ref.journey
    return itself or (ref.kind == "journey" and one.text.startswith(f"{id_}/"))


def _bad_id(ref: Ref, new: str, definition: Definition) -> Refusal | None:
    if new == ref.id:
        return Refusal(f"The {said(ref.kind)} is called “{new}” already.", "Choose another id.")
    if "/" in new:
        return Refusal(
            f"“{new}” is more than an id, and a thing stays where it is.",
            f"Write the new id alone, such as “{new.strip('/').rpartition('/')[2]}”.",
        )
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


def _means_a_part(sources: Sources, ref: Ref, new: str) -> Refusal | None:
    """Refuse to call a page of the navigation as something else is called there."""
    chosen = (one.text for one in references_of(sources) if one.field == "navigation")
    pages = {sources.names.resolve("page", text, "").ref for text in chosen}
    if new not in PARTS_OF_NAVIGATION or ref not in pages:
        return None
    return Refusal(
        f"In the navigation “{new}” means another part of the site.",
        "Choose another id, or take the page out of the navigation first.",
    )


def _twice(sources: Sources, ref: Ref) -> Refusal | None:
    others = [each for each in sources.content.documents if each.ref == ref][1:]
    if not others:
        return None
    return Refusal(
        f"A second {said(ref.kind)} is called “{ref.written}”: {others[0].opening}.",
        "Give one of the two another id by hand first.",
    )


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
