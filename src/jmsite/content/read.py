"""Reading a project: every document of it, with what is wrong, from a tree of files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jmsite import forms
from jmsite.content.document import Document, Reading
from jmsite.content.documents import read_collection, read_file, unreadable_document
from jmsite.content.home import HomeText, read_home
from jmsite.content.kpi_series import with_series
from jmsite.content.layout import Layout, Place, read_layout
from jmsite.content.source import read_source, unreadable
from jmsite.content.text import SourceText
from jmsite.content.unclaimed import kinds_meant, unclaimed
from jmsite.files.tree import Tree
from jmsite.findings import Finding, Location


@dataclass(frozen=True)
class Content:
    """What the sources of a project say, not yet linked.

    ``unread_kinds`` holds the kinds of files that could not be read or that no kind claims, so that
    nothing is known of what they name.
    """

    layout: Layout
    documents: tuple[Document, ...]
    home: HomeText
    unread_kinds: frozenset[str]
    findings: tuple[Finding, ...]


def read_content(tree: Tree) -> Content:
    """Read everything below ``content/``, and the series below ``data/`` that it names."""
    layout = read_layout(tree.paths())
    readings: list[Reading] = []
    unread = {kind for path in layout.unclaimed for kind in kinds_meant(path)}
    for place in layout.places:
        reading = _read(tree, place)
        readings.append(reading)
        if place.collection and reading.findings and not reading.documents:
            unread.add(place.kind.name)
    readings += [Reading((unreadable_document(place),)) for place in layout.unindexed]
    documents, series_findings = with_series(
        [document for reading in readings for document in reading.documents], layout, tree
    )
    home = read_home(tree, layout)
    findings = [finding for reading in readings for finding in reading.findings]
    return Content(
        layout,
        documents,
        home,
        frozenset(unread),
        (*layout.findings, *map(unclaimed, layout.unclaimed), *_not_followed(tree),
         *_emptiness(layout), *findings,
         *series_findings, *home.findings),
    )  # fmt: skip


def _read(tree: Tree, place: Place) -> Reading:
    source = read_source(tree, place.path)
    if isinstance(source, SourceText):
        return read_collection(place, source) if place.collection else read_file(place, source)
    if place.collection:
        return Reading((), (source,))
    return Reading((unreadable_document(place),), (source,))


def _not_followed(tree: Tree) -> Iterator[Finding]:
    for path in tree.links():
        yield forms.SYMLINK.at(
            Location(path), "a symbolic link is not followed", "put the file itself here"
        )
    for problem in tree.unreadable():
        yield unreadable(problem)


def _emptiness(layout: Layout) -> Iterator[Finding]:
    if not (layout.places or layout.home or layout.unclaimed or layout.findings):
        yield forms.EMPTY_PROJECT.at(
            Location("content"),
            "the project has no content",
            "begin with `jmsite new journey my-journey`",
        )
