"""Where the file of a new thing goes: a folder, and a number that orders it there."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from jmsite.content.document import Document
from jmsite.content.layout import CONTENT, INDEX, split_name
from jmsite.edit.naming import HOLDERS, Name
from jmsite.files.refusals import Refusal
from jmsite.model.ids import Ref
from jmsite.model.kinds import Kind

_LAST_NUMBER = 999
_STEP = 10


def path_of(name: Name, documents: Iterable[Document], after: str = "") -> str | Refusal:
    """Return the path of the file of a new thing, or why there can be none.

    Among numbered siblings it gets the next number, or one behind the sibling ``after``.
    """
    documents = tuple(documents)
    folder = _folder(name, documents)
    if isinstance(folder, Refusal):
        return folder
    if name.kind.name not in HOLDERS:
        return path_in(folder, name.kind, name.id)
    names = _names_in(folder, documents)
    sibling = _alone(after, name)
    if sibling and sibling not in names:
        return _no_sibling(name, sibling, names, documents)
    number = _behind(sibling, names) if sibling else _next(names)
    if isinstance(number, Refusal):
        return number
    return path_in(folder, name.kind, f"{number}-{name.id}" if number else name.id)


def path_in(folder: str, kind: Kind, file: str) -> str:
    """Return the path of a thing in its folder: journeys and phases have one of their own."""
    has_folder = kind.name in ("journey", "phase")
    return f"{folder}/{file}/{INDEX}" if has_folder else f"{folder}/{file}.md"


def numbered(index: int) -> int:
    """Return the number of the first, second and so on of new siblings, counted from 0."""
    return (index + 1) * _STEP


def _folder(name: Name, documents: Iterable[Document]) -> str | Refusal:
    """Return the folder that the file of a new thing goes to, or why there is none."""
    folder = f"{CONTENT}/{name.kind.plural}"
    for depth, kind in enumerate(HOLDERS.get(name.kind.name, ())):
        ref = Ref(kind, name.holders[depth], name.holders[0] if depth else "")
        holder = next((d for d in documents if d.ref == ref), None)
        if holder is None:
            return _no_holder(ref, documents)
        if not holder.source.path.endswith(f"/{INDEX}") or holder.inline:
            return Refusal(
                f"The {kind} “{ref.written}” has no folder: it is written in {holder.opening}.",
                f"Write the {name.kind.name} there too, under `{name.kind.plural}:`, "
                f"or give each {kind} a folder, such as {folder}/{ref.id}/{INDEX}.",
            )
        folder = holder.source.path.rpartition("/")[0]
    return folder


def _no_holder(ref: Ref, documents: Iterable[Document]) -> Refusal:
    ids = [d.ref.id for d in documents if (d.ref.kind, d.ref.journey) == (ref.kind, ref.journey)]
    near = difflib.get_close_matches(ref.id, ids, 1, 0.5)
    make = f"ake it with `jmsite new {ref.kind} {ref.written}`."
    hint = f"Did you mean “{near[0]}”? Else m{make}" if near else f"M{make}"
    return Refusal(f"There is no {ref.kind} “{ref.written}”.", hint)


def _names_in(folder: str, documents: Iterable[Document]) -> dict[str, int]:
    """Return the number of each file and folder in a folder, by its name without the number."""
    paths = (d.source.path for d in documents if d.source.path.startswith(f"{folder}/"))
    names = {path.removeprefix(f"{folder}/").partition("/")[0] for path in paths} - {INDEX}
    return {name.removesuffix(".md"): number for number, name in sorted(map(split_name, names))}


def _alone(sibling: str, name: Name) -> str:
    """Return the id of a sibling: it may be typed with the ids of what it stands in."""
    whole, journey = "/".join(name.holders), name.holders[0]
    return sibling.strip().removeprefix(f"{whole}/").removeprefix(f"{journey}/")


def _no_sibling(
    name: Name, sibling: str, names: Iterable[str], documents: Iterable[Document]
) -> Refusal:
    kind, holder, names = name.kind.name, "/".join(name.holders), tuple(names)
    ref = Ref(kind, sibling, name.ref.journey)
    inline = (d for d in documents if d.ref == ref and d.inline)
    if any(d.holder and d.holder.id == name.holders[-1] for d in inline):
        return Refusal(
            f"The {kind} “{sibling}” is written inline, which comes after all that has a file.",
            f"Leave out --after, or give “{sibling}” a file first.",
        )
    near = difflib.get_close_matches(sibling, names, 1, 0.5)
    did = f"Did you mean “{near[0]}”? " if near else ""
    there = f"There are {', '.join(names)}." if names else "Leave out --after for the first one."
    return Refusal(f"There is no {kind} “{sibling}” in “{holder}”.", f"{did}{there}")


def _next(names: dict[str, int]) -> int:
    """Return the number behind all siblings; 0, for none, where none of them has one."""
    numbers = [number for number in names.values() if number <= _LAST_NUMBER]
    last = max(numbers, default=0)
    if last == _LAST_NUMBER or (names and not numbers):
        return 0
    following = last - last % _STEP + _STEP
    return following if following <= _LAST_NUMBER else last + 1


def _behind(sibling: str, names: dict[str, int]) -> int | Refusal:
    """Return a number between a sibling's and the next one's."""
    number = names[sibling]
    if number > _LAST_NUMBER:
        return Refusal(
            f"“{sibling}” has no number, and files without one are ordered by name.",
            f"Give its name a number first, such as 10-{sibling}.",
        )
    others = [n for n in names.values() if number < n <= _LAST_NUMBER]
    if not others:
        return _next(names)
    between = (number + min(others)) // 2
    if between > number:
        return between
    return Refusal(
        f"No number is free between {number} and {min(others)}.",
        "Rename what comes after it to a higher number first.",
    )
