"""Which thing of a project somebody means who types its name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from jmsite.edit.definition import moved_to
from jmsite.edit.sources import Sources
from jmsite.files.refusals import Refusal
from jmsite.model.ids import Ref
from jmsite.model.kinds import BY_NAME, BY_PLURAL
from jmsite.site.names import find_data
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
    return _several(name, found) if found else _none(sources, name.strip(), kind, refs)


def _is_called(sources: Sources, ref: Ref, name: str) -> bool:
    """Tell whether a name means a thing."""
    document = sources.names.things[ref].document
    holder = document.holder
    whole = f"{holder.written}/{ref.id}" if holder and document.ref == ref else ref.written
    own = sources.own.get(document.source.path) == ref
    paths = (document.source.path, moved_to(document.source.path, "")[0]) if own else ()
    return name in (ref.id, ref.written, whole, *paths)


def _several(name: str, found: Iterable[Ref]) -> Refusal:
    found = tuple(found)
    listed = ", ".join(f"the {said(ref.kind)} “{ref.written}”" for ref in found[:8])
    more = f" and {len(found) - 8} more" if len(found) > 8 else ""
    kinds = dict.fromkeys(ref.kind for ref in found)
    by_kind = " or ".join(f"`--kind {one}`" for one in kinds) if len(kinds) > 1 else ""
    by_journey = "" if by_kind and "/" in name else "its journey before it"
    say = ", or ".join(filter(None, (by_kind, by_journey)))
    return Refusal(f"“{name}” means several things: {listed}{more}.", f"Say which with {say}.")


def _none(sources: Sources, name: str, kind: str, refs: Iterable[Ref]) -> Refusal:
    names = sources.names
    for old, ref in names.aliases.items():
        if name in (old.id, old.written) and kind in ("", ref.kind):
            return Refusal(
                f"“{name}” is an old id of the {said(ref.kind)} “{ref.written}”.",
                f"Write “{ref.written}”.",
            )
    what = f"There is no {said(kind)} “{name}”." if kind else f"Nothing is called “{name}”."
    meant = _nearest(sources, name, refs)
    return Refusal(what, f"Did you mean “{meant}”?" if meant else f"`{_list(name)}` tells what "
                   "there is.")  # fmt: skip


def _nearest(sources: Sources, name: str, refs: Iterable[Ref]) -> str:
    """Return the id of the thing that has a name for its title, or an id that is like it."""
    ids: dict[str, None] = {}
    for ref in sorted(refs):
        thing = sources.names.things[ref]
        title = find_data(thing.document.data, thing.path).get("title")
        if str(title).casefold() == name.casefold():
            return ref.written
        ids |= dict.fromkeys((ref.id, ref.written))
    near = difflib.get_close_matches(name, ids, 1, 0.6)
    longer = (each for each in ids if name and name in each)
    return near[0] if near else next(longer, "")


def _list(name: str) -> str:
    """Return the command that lists what somebody may look for, who may have typed a kind."""
    plural = BY_NAME[name].plural if name in BY_NAME else name
    return f"jmsite list {plural}" if plural in BY_PLURAL else "jmsite list"
