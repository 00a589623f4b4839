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
        known = [*self._headings(path), *self._things.get(path, {})]
        near = difflib.get_close_matches(anchor, known, 1, 0.6)
        hint = f"did you mean “#{near[0]}”?" if near else "link to a heading or a thing in the file"
        yield forms.BROKEN_ANCHOR.at(at, f"{name} has no place “#{anchor}”", hint)

    def _headings(self, path: str) -> tuple[str, ...]:
        if path not in self._bodies:
            return ()
        return tuple(a for body in self._bodies[path] for a in anchors_in(body))

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
