"""Reading a project: every document of it, with what is wrong, from a tree of files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from jmsite import forms
from jmsite.content.document import Document, Reading, Unread
from jmsite.content.documents import read_collection, read_file, unreadable_document
from jmsite.content.home import HomeText
from jmsite.content.kpi_series import with_series
from jmsite.content.layout import Layout, Place
from jmsite.content.readings import Readings
from jmsite.content.shelf import Shelf
from jmsite.content.source import read_source, unreadable
from jmsite.content.text import SourceText
from jmsite.content.unclaimed import kinds_meant, unclaimed
from jmsite.files.tree import Tree
from jmsite.findings import Finding, Location


@dataclass(frozen=True)
class Content:
    """What the sources of a project say, not yet linked.

    ``kpis`` are those of the documents that are about one. ``unread`` are the files that could not
    be read or that no kind claims, so that nothing is known of what they name.
    """

    layout: Layout
    documents: tuple[Document, ...]
    home: HomeText
    kpis: tuple[Document, ...]
    unread: tuple[Unread, ...]
    findings: tuple[Finding, ...]

    @property
    def unread_kinds(self) -> frozenset[str]:
        """Return the kinds of which nobody knows whether more is named."""
        return frozenset(one.kind for one in self.unread)


def read_content(tree: Tree, shelf: Shelf | None = None) -> Content:
    """Read everything below ``content/``, and the series below ``data/`` that it names.

    From a ``shelf`` comes what was read before of files that have not changed.
    """
    shelf = shelf or Shelf()
    layout = shelf.layout(tree)
    readings = shelf.readings(tree, layout.places, _read)
    missing = [shelf.missing(place, _missing) for place in layout.unindexed]
    kpis, series_findings = with_series(_of_kpis(layout, readings), layout, tree, shelf)
    home = shelf.home(tree, layout)
    loud = sorted(readings.loud)
    findings = [finding for number in loud for finding in readings.each[number].findings]
    shelf.turn()
    return Content(
        layout,
        _with_kpis(layout, readings, missing, kpis),
        home,
        kpis,
        tuple(_unread(layout, readings)),
        (*layout.findings, *map(unclaimed, layout.unclaimed), *_not_followed(tree),
         *_emptiness(layout), *findings,
         *series_findings, *home.findings),
    )  # fmt: skip


def _of_kpis(layout: Layout, readings: Readings) -> Iterator[Document]:
    return (each for number in layout.kpis for each in readings.each[number].documents)


def _with_kpis(
    layout: Layout, readings: Readings, missing: Iterable[Reading], kpis: Sequence[Document]
) -> tuple[Document, ...]:
    """Return all documents; the KPIs are those that have their series."""
    having = iter(kpis)
    found = list(readings.documents)
    for number in layout.kpis:
        start, end = readings.starts[number : number + 2]
        found[start:end] = islice(having, end - start)
    return (*found, *(document for reading in missing for document in reading.documents))


def _unread(layout: Layout, readings: Readings) -> Iterator[Unread]:
    for path in layout.unclaimed:
        yield from (Unread(path, kind, claimed=False) for kind in kinds_meant(path))
    for number in sorted(readings.loud):
        place = layout.places[number]
        if place.collection and not readings.each[number].documents:
            yield Unread(place.path, place.kind.name)


def _read(tree: Tree, place: Place) -> Reading:
    source = read_source(tree, place.path)
    if isinstance(source, SourceText):
        return read_collection(place, source) if place.collection else read_file(place, source)
    if place.collection:
        return Reading((), (source,))
    return Reading((unreadable_document(place),), (source,))


def _missing(place: Place) -> Reading:
    return Reading((unreadable_document(place),))


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
