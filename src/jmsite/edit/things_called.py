"""Which thing of a project somebody means who types its name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from jmsite.edit.definition import moved_to
from jmsite.edit.sources import Sources
from jmsite.files.refusals import Refusal
from jmsite.model.ids import Ref
from jmsite.site.remarks import said


def thing_called(sources: Sources, name: str, kind: str = "") -> Ref | Refusal:
    """Return the thing that a name means, or why that is none or several.

    A name is an id, ``journey/id`` for what stands in a journey, ``journey/phase/touchpoint`` as
    a new touchpoint is asked for, or the path of a file. ``kind`` leaves only things of that kind.
    """
    refs = [ref for ref in sources.names.things if kind in ("", ref.kind)]
    found = [ref for ref in refs if _is_called(sources, ref, name.strip())]
    if len(found) == 1:
        return found[0]
    return _several(name, found, kind) if found else _none(sources, name.strip(), kind, refs)


def _is_called(sources: Sources, ref: Ref, name: str) -> bool:
    """Tell whether a name means a thing."""
    document = sources.names.things[ref].document
    holder = document.holder
    whole = f"{holder.written}/{ref.id}" if holder and document.ref == ref else ref.written
    own = sources.own.get(document.source.path) == ref
    paths = (document.source.path, moved_to(document.source.path, "")[0]) if own else ()
    return name in (ref.id, ref.written, whole, *paths)


def _several(name: str, found: Iterable[Ref], kind: str) -> Refusal:
    found = tuple(found)
    listed = ", ".join(f"the {said(ref.kind)} “{ref.written}”" for ref in found[:8])
    more = f" and {len(found) - 8} more" if len(found) > 8 else ""
    one_kind = kind or len({ref.kind for ref in found}) == 1
    say = "its journey before it" if one_kind else "`--kind`, or its journey before it"
    return Refusal(f"“{name}” means several things: {listed}{more}.", f"Say which with {say}.")


def _none(sources: Sources, name: str, kind: str, refs: Iterable[Ref]) -> Refusal:
    names = sources.names
    for old, ref in names.aliases.items():
        if name in (old.id, old.written) and kind in ("", ref.kind):
            return Refusal(
                f"“{name}” is an old id of the {said(ref.kind)} “{ref.written}”.",
                f"Write “{ref.written}”.",
            )
    written = sorted({each for ref in refs for each in (ref.id, ref.written)})
    near = difflib.get_close_matches(name, written, 1, 0.6)
    what = said(kind) if kind else "thing"
    hint = f"Did you mean “{near[0]}”?" if near else "`jmsite list` tells what there is."
    return Refusal(f"There is no {what} “{name}”.", hint)
