"""Anchors: the places in a source file that a link can lead to."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from jmsite import forms
from jmsite.content.markdown import anchors_in
from jmsite.content.read import Content
from jmsite.findings import Finding, Location
from jmsite.model.ids import Ref
from jmsite.site.names import Names
from jmsite.site.remarks import old_id, said


@dataclass(frozen=True)
class Anchors:
    """The anchors of every source file: its headings, and the things that stand in it.

    A thing inside a file is ``id``, or ``kind/id`` where an id alone is not enough; ``kind-id``,
    its anchor in the site, is understood as well.
    """

    content: Content
    names: Names

    def documents_of(self, path: str) -> tuple[Ref, ...]:
        """Return the things whose documents stand in a file."""
        return self._documents.get(path, ())

    def things_at(self, path: str, anchor: str) -> tuple[Ref, ...]:
        """Return what a link to an anchor of a file may mean; all of the file without one."""
        if anchor:
            return tuple(self._things.get(path, {}).get(anchor, ()))
        return self.documents_of(path)

    def check(self, at: Location, path: str, anchor: str) -> Iterator[Finding]:
        """Yield what is wrong with a link to an anchor of a file."""
        if anchor in self._headings(path):
            return
        things = self._things.get(path, {}).get(anchor, ())
        if len(things) == 1:
            return
        name = path.rpartition("/")[2]
        if things:
            written = ", ".join(f"#{ref.local}" for ref in things)
            yield forms.BROKEN_ANCHOR.at(
                at, f"“#{anchor}” is several things in {name}", f"write one of {written}"
            )
            return
        if old := self._old.get(path, {}).get(anchor):
            yield _old_anchor(at, anchor, old)
            return
        known = [*sorted(self._headings(path)), *self._things.get(path, {})]
        written = anchor.lower().replace(" ", "-")
        near = difflib.get_close_matches(written, known, 1, 0.6)
        hint = f"did you mean “#{near[0]}”?" if near else "link to a heading or a thing in the file"
        yield forms.BROKEN_ANCHOR.at(at, f"{name} has no place “#{anchor}”", hint)

    def _headings(self, path: str) -> frozenset[str]:
        if path not in self._read:
            bodies = self._bodies.get(path, ())
            self._read[path] = frozenset(a for body in bodies for a in anchors_in(body))
        return self._read[path]

    @cached_property
    def _read(self) -> dict[str, frozenset[str]]:
        """The headings of files that a link led to: many links may lead to one file."""
        return {}

    @cached_property
    def _old(self) -> Mapping[str, Mapping[str, Ref]]:
        """What old ids mean that a thing in a file had, by the ways to write them."""
        found: dict[str, dict[str, Ref]] = defaultdict(dict)
        for old, ref in self.names.aliases.items():
            path = self.names.things[ref].document.source.path
            for name in (old.id, old.local, f"{old.kind}-{old.id}"):
                found[path].setdefault(name, ref)
        return found

    @cached_property
    def _bodies(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for document in self.content.documents:
            found[document.source.path].append(str(document.data.get("body", "")))
        if self.content.home.source is not None:
            found[self.content.home.source.path].append(self.content.home.home.body)
        return found

    @cached_property
    def _documents(self) -> Mapping[str, tuple[Ref, ...]]:
        found: dict[str, tuple[Ref, ...]] = {}
        for document in self.content.documents:
            path = document.source.path
            found[path] = (*found.get(path, ()), document.ref)
        return found

    @cached_property
    def _things(self) -> Mapping[str, Mapping[str, list[Ref]]]:
        found: dict[str, dict[str, list[Ref]]] = defaultdict(lambda: defaultdict(list))
        for ref, named in self.names.things.items():
            for name in (ref.id, ref.local, f"{ref.kind}-{ref.id}"):
                found[named.document.source.path][name].append(ref)
        return found


def _old_anchor(at: Location, anchor: str, ref: Ref) -> Finding:
    """Return what to say of an anchor by an old id: the page of a journey alone keeps one."""
    kept = ref.journey and anchor.startswith(f"{ref.kind}-")
    new = f"#{ref.kind}-{ref.id}" if kept else f"#{ref.id}"
    if kept:
        return old_id(at, f"#{anchor}", ref.kind, new)
    return forms.BROKEN_ANCHOR.at(
        at, f"“#{anchor}” is an old id of the {said(ref.kind)} “{ref.id}”", f"write “{new}”"
    )
