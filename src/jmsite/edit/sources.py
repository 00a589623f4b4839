"""The sources of a project, read but not judged: what is there, under which names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from jmsite.content.markdown import anchors_in
from jmsite.content.read import Content, read_content
from jmsite.content.text import SourceText
from jmsite.files.tree import Tree
from jmsite.model.ids import Ref
from jmsite.site.names import Names, collect_names
from jmsite.site.project import Project, read_project


@dataclass(frozen=True)
class Sources:
    """A project as those read it who change it or look something up in it."""

    content: Content
    project: Project
    names: Names

    @cached_property
    def files(self) -> frozenset[str]:
        """Return the files that a link may lead to."""
        layout = self.content.layout
        places = frozenset(place.path for place in layout.places)
        home = frozenset({layout.home} if layout.home else ())
        return places | layout.assets | layout.static | layout.series | home

    @cached_property
    def texts(self) -> Mapping[str, SourceText]:
        """Return every source file as text, by its path."""
        found = {document.source.path: document.source for document in self.content.documents}
        if self.content.home.source is not None:
            found[self.content.home.source.path] = self.content.home.source
        return found | {self.project.source.path: self.project.source}

    @cached_property
    def own(self) -> Mapping[str, Ref]:
        """Return the thing that each file is of, by path; a collection is of none."""
        documents = self.content.documents
        return {d.source.path: d.ref for d in documents if d.subject.origin == "file"}

    @cached_property
    def inside(self) -> Mapping[str, tuple[Ref, ...]]:
        """Return the things that stand in each file, by its path."""
        found: dict[str, list[Ref]] = {}
        for ref, named in self.names.things.items():
            found.setdefault(named.document.source.path, []).append(ref)
        return {path: tuple(refs) for path, refs in found.items()}

    def headings(self, path: str) -> frozenset[str]:
        """Return the anchors of the headings of a file: they come before those of things."""
        if path not in self._headings:
            bodies = self._bodies.get(path, ())
            self._headings[path] = frozenset(a for body in bodies for a in anchors_in(body))
        return self._headings[path]

    @cached_property
    def _headings(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _bodies(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for document in self.content.documents:
            found.setdefault(document.source.path, []).append(str(document.data.get("body", "")))
        home = self.content.home
        return found | ({home.source.path: [home.home.body]} if home.source else {})


def read_sources(tree: Tree, configuration: str) -> Sources:
    """Return the sources of a project, also where some of them are wrong."""
    content = read_content(tree)
    names, _ = collect_names(content.documents, content.unread_kinds)
    return Sources(content, read_project(tree, configuration), names)
