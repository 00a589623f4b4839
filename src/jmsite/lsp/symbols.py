"""Symbols: what a file holds, as an outline, and the things of all projects, by title or id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

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
    things = _Things.of(file)
    inner = [_symbol(file, entry, things, units) for entry in things.below[None]]
    top = file.thing_at(())
    if top is None:
        return inner
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


@dataclass(frozen=True)
class _Things:
    """The entries of a file that are things, by the one around each, and where each entry ends."""

    below: Mapping[Entry | None, list[Entry]]
    ends: Mapping[Entry, int]

    @classmethod
    def of(cls, file: OpenFile) -> _Things:
        below: dict[Entry | None, list[Entry]] = defaultdict(list)
        ends: dict[Entry, int] = {}
        around: dict[Entry | None, Entry | None] = {None: None}
        # An entry comes after the one that it stands in.
        for entry in file.outline.entries:
            is_thing = file.thing_at(entry.path) is not None
            if is_thing:
                below[around[entry.parent]].append(entry)
            around[entry] = entry if is_thing else around[entry.parent]
        for entry in reversed(file.outline.entries):
            ends[entry] = max(ends.get(entry, 0), entry.end, entry.value_end)
            if entry.parent:
                ends[entry.parent] = max(ends.get(entry.parent, 0), ends[entry])
        return cls(below, ends)


def _symbol(file: OpenFile, entry: Entry, things: _Things, units: Units) -> lsp.DocumentSymbol:
    ref = file.thing_at(entry.path)
    assert ref is not None
    title = file.words_at((*entry.path, "title")) or ref.id
    head = units.range(file.source, entry.start, max(entry.end, entry.value_end))
    whole = lsp.Range(head.start, units.position(file.source, things.ends[entry]))
    inner = [_symbol(file, each, things, units) for each in things.below.get(entry, ())]
    return _made(title, ref, whole, head, inner)


def _made(
    title: str, ref: Ref, whole: lsp.Range, head: lsp.Range, inner: list[lsp.DocumentSymbol]
) -> lsp.DocumentSymbol:
    return lsp.DocumentSymbol(
        name=title, detail=f"{said(ref.kind)} {ref.id}", kind=_sign(ref),
        range=whole, selection_range=head, children=inner,
    )  # fmt: skip


def _sign(ref: Ref) -> lsp.SymbolKind:
    return _SIGNS.get(ref.kind, lsp.SymbolKind.Object)
