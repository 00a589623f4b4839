"""What is known of a project: the last state that was read, its names and its findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from jmsite.build import Memory, Options, check
from jmsite.checked import Checked
from jmsite.content.document import Document
from jmsite.content.read import read_content
from jmsite.content.source import read_source
from jmsite.content.text import SourceText
from jmsite.edit.sources import Sources
from jmsite.files.tree import DEFAULT_CONFIGURATION, Tree
from jmsite.findings import Finding
from jmsite.model.ids import Ref
from jmsite.model.kinds import INNER_KINDS
from jmsite.site.names import Names, collect_names, find_data
from jmsite.site.vocabulary import Vocabulary


@dataclass(frozen=True)
class Knowledge:
    """A project as it was read last, with what is to be said of it.

    ``sources`` hold what a file said before it broke, as long as it is broken. ``memory`` spares
    the next reading what did not change.
    """

    tree: Tree
    sources: Sources
    vocabulary: Vocabulary
    findings: tuple[Finding, ...]
    memory: Memory
    _texts: dict[str, SourceText] = field(default_factory=dict, compare=False)

    @property
    def names(self) -> Names:
        """Return the names of the things of the project."""
        return self.sources.names

    def text(self, path: str) -> SourceText:
        """Return the text of a file, empty where it cannot be read."""
        if path not in self._texts:
            found = read_source(self.tree, path)
            self._texts[path] = found if isinstance(found, SourceText) else SourceText(path, "")
        return self._texts[path]

    def of_kind(self, kind: str, journey: str) -> Iterator[tuple[str, Ref]]:
        """Yield the things of a kind that a reference may name, each as it is written there.

        ``journey`` is the journey in which the reference stands, or "". They come in the order of
        files and lines, which is that of the map.
        """
        found = [
            (named.place.path, named.place.line, named.place.column, ref)
            for ref, named in self.names.things.items()
            if ref.kind == kind and (not journey or ref.journey in ("", journey))
        ]
        for *_, ref in sorted(found):
            yield (ref.id if journey or kind not in INNER_KINDS else ref.written), ref

    def told(self, ref: Ref, key: str) -> str:
        """Return a text that a thing says of itself, as its title; "" where it says none."""
        named = self.names.things[ref]
        return str(find_data(named.document.data, named.path).get(key, ""))


def checked(tree: Tree, memory: Memory) -> Checked:
    """Return a project with all that is to be said of it."""
    return check(tree, Options(), memory)


def learn(tree: Tree, before: Knowledge | None) -> Knowledge:
    """Read a project and check it; ``before`` is what was known of it until now."""
    memory = before.memory if before else Memory()
    findings = checked(tree, memory).findings
    return Knowledge(
        tree,
        _sources(tree, memory, before),
        memory.vocabulary(tree),
        tuple(finding for finding in findings if not finding.waived),
        memory,
    )


def _sources(tree: Tree, memory: Memory, before: Knowledge | None) -> Sources:
    content = read_content(tree, memory.load.shelf)
    old = before.sources.content.documents if before else ()
    documents = _with_broken(content.documents, old, frozenset(tree.paths()))
    names, _ = collect_names(documents, content.unread_kinds)
    project = memory.load.project(tree, DEFAULT_CONFIGURATION)
    return Sources(replace(content, documents=documents), project, names)


def _with_broken(
    documents: tuple[Document, ...], old: tuple[Document, ...], paths: frozenset[str]
) -> tuple[Document, ...]:
    """Return the documents, and those of files that do not parse now as they were before."""
    broken = paths - {document.source.path for document in documents if document.node is not None}
    kept = tuple(document for document in old if document.source.path in broken)
    again = {document.source.path for document in kept}
    return (*(d for d in documents if d.source.path not in again), *kept) if kept else documents
