"""Symbols: what a file holds, as an outline, and the things of all projects, by title or id."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types as lsp

from jmsite.lsp.definition import place
from jmsite.lsp.open_file import OpenFile
from jmsite.lsp.outline import Entry
from jmsite.lsp.projects import Project
from jmsite.lsp.units import Units
from jmsite.model.ids import Ref
from jmsite.site.remarks import said

# What an editor can look through at a glance.
_MOST = 200
# The signs that editors have are those of programs; these look least odd beside a map.
_SIGNS = {
    "journey": lsp.SymbolKind.Namespace,
    "phase": lsp.SymbolKind.Class,
    "touchpoint": lsp.SymbolKind.Method,
    "step": lsp.SymbolKind.Function,
    "scenario": lsp.SymbolKind.Interface,
    "pain-point": lsp.SymbolKind.Event,
}


def document_symbols(file: OpenFile, units: Units) -> list[lsp.DocumentSymbol]:
    """Return the things of an open file, those inside others below them."""
    entries = [e for e in file.outline.entries if file.thing_at(e.path) is not None]
    top = file.thing_at(())
    if top is None:
        return [_symbol(file, entry, entries, units) for entry in entries]
    inner = [_symbol(file, e, entries, units) for e in _below(None, entries)]
    start, end = file.bounds
    title = file.words_at(("title",)) or top.id
    return [_made(title, top, units.range(file.source, 0, end),
                  units.range(file.source, 0, min(3, start)), inner)]  # fmt: skip


def workspace_symbols(project: Project, query: str, units: Units) -> list[lsp.WorkspaceSymbol]:
    """Return the things of a project whose title or id holds the words of a query."""
    known = project.knowledge
    found = []
    for ref in known.names.things if known else ():
        title = known.told(ref, "title") if known else ""
        text = f"{title} {ref.written} {said(ref.kind)}".casefold()
        if known and all(word in text for word in query.casefold().split()):
            at = place(project, known, known.names.things[ref].place, units)
            found.append(
                lsp.WorkspaceSymbol(
                    location=at,
                    name=title or ref.id,
                    kind=_sign(ref),
                    container_name=f"{said(ref.kind)} {ref.written}",
                )
            )
    return found[:_MOST]


def _symbol(file: OpenFile, entry: Entry, entries: list[Entry], units: Units) -> lsp.DocumentSymbol:
    ref = file.thing_at(entry.path)
    assert ref is not None
    title = file.words_at((*entry.path, "title")) or ref.id
    head = units.range(file.source, entry.start, max(entry.end, entry.value_end))
    inner = [_symbol(file, e, entries, units) for e in _below(entry, entries)]
    whole = lsp.Range(head.start, units.position(file.source, _end(file, entry)))
    return _made(title, ref, whole, head, inner)


def _below(parent: Entry | None, entries: list[Entry]) -> Iterator[Entry]:
    """Yield the things right inside another: none is between the two."""
    for entry in entries:
        above = entry.parent
        while above is not None and above not in entries:
            above = above.parent
        if above is parent:
            yield entry


def _end(file: OpenFile, entry: Entry) -> int:
    """Return where the mapping of an entry ends, the last of its values included."""
    depth = len(entry.path)
    inside = (e for e in file.outline.entries if e.path[:depth] == entry.path)
    return max(max(each.end, each.value_end) for each in inside)


def _made(
    title: str, ref: Ref, whole: lsp.Range, head: lsp.Range, inner: list[lsp.DocumentSymbol]
) -> lsp.DocumentSymbol:
    return lsp.DocumentSymbol(
        name=title, detail=f"{said(ref.kind)} {ref.id}", kind=_sign(ref),
        range=whole, selection_range=head, children=inner,
    )  # fmt: skip


def _sign(ref: Ref) -> lsp.SymbolKind:
    return _SIGNS.get(ref.kind, lsp.SymbolKind.Object)
