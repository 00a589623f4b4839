"""The series of KPIs: read from the CSV files that they name, or checked where they stand."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from functools import partial

import msgspec

from jmsite import forms
from jmsite.content.document import Document
from jmsite.content.layout import Layout
from jmsite.content.nodes import find
from jmsite.content.series import out_of_order, read_csv
from jmsite.content.shelf import Shelf, WithSeries
from jmsite.content.source import read_source
from jmsite.files.tree import Tree
from jmsite.findings import Finding, Location
from jmsite.model.kpi import KPI, Measurement


def with_series(
    kpis: Iterable[Document], layout: Layout, tree: Tree, shelf: Shelf
) -> tuple[tuple[Document, ...], tuple[Finding, ...]]:
    """Return the documents of KPIs with their series, and what is wrong with those."""
    pairs = [_with_own_series(document, layout, tree, shelf) for document in kpis]
    found = tuple(finding for _, findings in pairs for finding in findings)
    return tuple(document for document, _ in pairs), found


def _with_own_series(document: Document, layout: Layout, tree: Tree, shelf: Shelf) -> WithSeries:
    series = document.data.get("series")
    if isinstance(series, str):
        path = path_of_series(series, layout.series)
        stamp = tree.stamp(path) if path in layout.series else None
        make = partial(_from_file, document, series, layout, tree)
        return shelf.with_series(document, (layout.series, stamp), make)
    if not series or document.thing is None:
        return document, ()
    return shelf.with_series(document, None, partial(_from_list, document))


def _from_list(document: Document) -> WithSeries:
    found = tuple(out_of_order(_rows(document)))
    return replace(document, thing=None) if found else document, found


def path_of_series(name: str, paths: Container[str]) -> str:
    """Return the path that a name of a series means, which may hold no file of the project."""
    return name if name in paths else posixpath.normpath(f"data/{name}")


def _from_file(document: Document, name: str, layout: Layout, tree: Tree) -> WithSeries:
    path = path_of_series(name, layout.series)
    if path not in layout.series:
        return replace(document, thing=None), (_missing(document, name, layout),)
    source = read_source(tree, path)
    measurements: Sequence[Measurement] = ()
    if isinstance(source, Finding):
        findings: tuple[Finding, ...] = (source,)
    else:
        measurements, findings = read_csv(source)
    if findings or document.thing is None:
        return replace(document, thing=None), findings
    assert isinstance(document.thing, KPI)
    thing = msgspec.structs.replace(document.thing, series=tuple(measurements))
    return replace(document, thing=thing), ()


def _missing(document: Document, name: str, layout: Layout) -> Finding:
    path = posixpath.normpath(f"data/{name.removeprefix('data/')}")
    names = [each.removeprefix("data/") for each in sorted(layout.series)]
    near = difflib.get_close_matches(path.removeprefix("data/"), names, 1, 0.7)
    if near:
        hint = f"did you mean “{near[0]}”?"
    elif path.startswith("data/"):
        hint = f"add the file {path}"
    else:
        hint = "series are CSV files in data/: move the file there"
    return forms.MISSING_SERIES.at(_at(document, "series"), f"there is no series “{path}”", hint)


def _rows(document: Document) -> list[tuple[Measurement, Location]]:
    assert isinstance(document.thing, KPI)
    return [
        (measurement, _at(document, "series", index, "date"))
        for index, measurement in enumerate(document.thing.measurements)
    ]


def _at(document: Document, *path: str | int) -> Location:
    node = find(document.node, path) if document.node else None
    return document.source.at(node.start, node.end) if node else document.opening
