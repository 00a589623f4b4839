"""Putting things together: touchpoints into phases, phases into journeys, all into the site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import msgspec

from jmsite.content.document import Document, Unread
from jmsite.content.documents import CHILDREN
from jmsite.model.convert import convert
from jmsite.model.fields import Thing
from jmsite.model.ids import Ref
from jmsite.site.references import rewritten
from jmsite.site.resolve import Resolved


@dataclass(frozen=True)
class Assembled:
    """The things of a project, whole, by kind and id; and where something had to be left out.

    ``made`` holds every thing by itself, ``children`` what stands in each, and ``wrong`` are the
    documents that were left out.
    """

    things: Mapping[str, Mapping[str, Any]]
    incomplete: frozenset[Ref]
    incomplete_kinds: frozenset[str]
    made: Mapping[Ref, Thing]
    children: Mapping[Ref, Sequence[Ref]]
    wrong: tuple[Document, ...]

    @property
    def unread(self) -> tuple[Unread, ...]:
        """Return the pieces of the sources that were left out."""
        return tuple(map(_piece, self.wrong))


def assemble(
    documents: Iterable[Document],
    resolved: Mapping[Ref, Resolved],
    hidden: frozenset[Ref],
    kept: Mapping[str, Mapping[str, Any]] = MappingProxyType({}),
) -> Assembled:
    """Return the published things, each with those that stand in it.

    Those that are ``kept`` from before hold nothing that changed.
    """
    published = [document for document in documents if document.ref not in hidden]
    made = {d.ref: thing for d in published if (thing := _thing(d, resolved)) is not None}
    holders = {document.ref for document in published}
    children = _children(published, made)
    first = {document.ref: document for document in reversed(published)}
    wrong = tuple(
        d
        for d in published
        if d.ref not in made or (d.holder and d.holder not in holders) or first[d.ref] is not d
    )
    things: dict[str, dict[str, Thing]] = defaultdict(dict)
    for document in published:
        if document.holder is None and document.ref in made:
            before = kept.get(document.kind.name, {}).get(document.ref.id)
            whole = before or _whole(document.ref, made[document.ref], children, made)
            things[document.kind.name].setdefault(document.ref.id, whole)
    return Assembled(things, _ancestors(wrong), _kinds_lost(wrong), made, children, wrong)


def assemble_again(
    before: Assembled,
    changed: Iterable[Document],
    resolved: Mapping[Ref, Resolved],
    hidden: frozenset[Ref],
) -> Assembled | None:
    """Return the things where some documents were replaced by others of the same names.

    What does not hold a changed document is the same object as before. None is returned where a
    document is wrong or was: then more may change.
    """
    published = [document for document in changed if document.ref not in hidden]
    again = {document.ref: _thing(document, resolved) for document in published}
    if any(thing is None or ref not in before.made for ref, thing in again.items()):
        return None
    made = {**before.made, **{ref: thing for ref, thing in again.items() if thing is not None}}
    things = dict(before.things)
    for top in {Ref("journey", ref.journey) if ref.journey else ref for ref in again}:
        if top.id in things.get(top.kind, {}):
            whole = _whole(top, made[top], before.children, made)
            things[top.kind] = {**things[top.kind], top.id: whole}
    return replace(before, things=things, made=made)


def _thing(document: Document, resolved: Mapping[Ref, Resolved]) -> Thing | None:
    """Return the thing of a document with its references as they are resolved."""
    found = resolved.get(document.ref)
    if document.thing is None or found is None or found.lost:
        return None
    if not found.changes:
        return document.thing
    if document not in found.made:
        found.made[document] = _changed(document, found)
    return found.made[document]


def _changed(document: Document, found: Resolved) -> Thing | None:
    data = rewritten(document.data, found.changes)
    made = convert(data, document.kind.type)
    if made is None or document.kind.name != "kpi":
        return made
    return msgspec.structs.replace(made, series=getattr(document.thing, "series"))  # noqa: B009  # a KPI's own field


def _children(documents: Iterable[Document], made: Mapping[Ref, Thing]) -> Mapping[Ref, list[Ref]]:
    """Return what stands in each thing: files first, then what is written inline."""
    found: dict[Ref, list[Document]] = defaultdict(list)
    seen: set[Ref] = set()
    for document in documents:
        if document.holder is not None and document.ref in made and document.ref not in seen:
            seen.add(document.ref)
            found[document.holder].append(document)
    return {
        holder: [document.ref for document in sorted(inner, key=lambda d: d.inline)]
        for holder, inner in found.items()
    }


def _whole(
    ref: Ref,
    thing: Thing,
    children: Mapping[Ref, Sequence[Ref]],
    made: Mapping[Ref, Thing],
) -> Thing:
    if ref.kind not in CHILDREN:
        return thing
    key = CHILDREN[ref.kind][0]
    inner = tuple(_whole(child, made[child], children, made) for child in children.get(ref, ()))
    given = getattr(thing, key)
    return msgspec.structs.replace(thing, **{key: inner or given})


def _ancestors(wrong: Iterable[Document]) -> frozenset[Ref]:
    found: set[Ref] = set()
    for document in wrong:
        if document.holder is not None:
            found.add(document.holder)
        if document.ref.journey:
            found.add(Ref("journey", document.ref.journey))
    return frozenset(found)


def _piece(document: Document) -> Unread:
    source, node, ref = document.source, document.node, document.ref
    journey = ref.id if ref.kind == "journey" else ref.journey
    if document.subject.origin == "file":
        return Unread(source.path, ref.kind, journey)
    part = source.text[node.start : node.end] if node else ""
    return Unread(source.path, ref.kind, journey, f"{ref.id} {part}")


def _kinds_lost(wrong: Iterable[Document]) -> frozenset[str]:
    """Return the kinds of which something is missing: with a journey its phases are, too."""
    below = {
        "journey": ("journey", "phase", "touchpoint"),
        "phase": ("phase", "touchpoint"),
    }
    return frozenset(
        kind for document in wrong for kind in below.get(document.ref.kind, (document.ref.kind,))
    )
