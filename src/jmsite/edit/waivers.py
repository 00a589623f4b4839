"""Which things and files the waivers of a project name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jmsite.content.layout import INDEX
from jmsite.content.nodes import Scalar, find
from jmsite.content.text import SourceText
from jmsite.edit.scalar_places import words_in
from jmsite.edit.sources import Sources
from jmsite.model.ids import Ref


class FoundWaiver(NamedTuple):
    """What a waiver says in ``at``: a file or folder, and perhaps a thing, from start up to end.

    ``refs`` are the things that it may name, one where it is certain.
    """

    source: SourceText
    start: int
    end: int
    place: str
    thing: str
    refs: tuple[Ref, ...]


def waivers_of(sources: Sources) -> Iterator[FoundWaiver]:
    """Yield where the waivers of a project apply, as `jmsite.yml` says it."""
    for number, waiver in enumerate(sources.project.settings.checklist.waivers):
        node = find(sources.project.node, ("checklist", "waivers", number, "at"))
        if isinstance(node, Scalar):
            place, _, thing = waiver.at.partition("#")
            refs = tuple(_named(sources, place.removeprefix("./").rstrip("/"), thing))
            yield FoundWaiver(
                sources.project.source, *words_in(sources.project.source, node), place, thing, refs
            )


def _named(sources: Sources, place: str, thing: str) -> Iterator[Ref]:
    """Yield the things of a name that gaps at a place may be about, their holders among them."""
    if not thing:
        ref = sources.own.get(place) or sources.own.get(f"{place}/{INDEX}")
        yield from [ref] if ref else []
        return
    for ref, named in sources.names.things.items():
        path = named.document.source.path
        folder = path.removesuffix(f"/{INDEX}")
        if thing in (ref.id, ref.local) and (_covers(place, path) or _covers(folder, place)):
            yield ref


def _covers(place: str, path: str) -> bool:
    return place in ("", ".", path) or path.startswith(f"{place}/")
