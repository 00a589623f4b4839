"""Where things stand: of an id in the front matter, and of a link in a body."""

from __future__ import annotations

import re
from urllib.parse import unquote

from lsprotocol import types as lsp

from jmsite.findings import Location
from jmsite.lsp.knowledge import Knowledge
from jmsite.lsp.naming import named_at
from jmsite.lsp.open_file import OpenFile
from jmsite.lsp.projects import Project
from jmsite.lsp.units import Units
from jmsite.site.paths import find_file

# A link, `[words](address)`, and the address of one, `[words]: address`, on a line of its own.
_LINK = re.compile(r"\[[^\[\]]*\]\([ \t]*<?([^\s<>()]+)|^[ \t]{0,3}\[[^\]]+\]:[ \t]*<?([^\s<>]+)")


def definition(project: Project, file: OpenFile, offset: int, units: Units) -> lsp.Location | None:
    """Return where the thing stands that is named at a place of a file, or that a link leads to."""
    known = project.knowledge
    if known is None:
        return None
    hit = named_at(file, offset, known)
    at = known.names.things[hit.ref].place if hit else _linked(file, offset, known)
    return place(project, known, at, units) if at else None


def place(project: Project, known: Knowledge, at: Location, units: Units) -> lsp.Location:
    """Return a place of a source as the protocol says it."""
    return lsp.Location(project.address(at.path), units.range_of(known.text(at.path), at))


def _linked(file: OpenFile, offset: int, known: Knowledge) -> Location | None:
    at = file.source.at(offset)
    line, column = file.source.line(at.line), at.column - 1
    found = (f for f in _LINK.finditer(line) if f.start() <= column <= f.end())
    link = next(found, None)
    href = (link[1] or link[2]) if link else ""
    target = find_file(file.source.path, href, known.sources.files) if href else None
    if target is None:
        return None
    anchor = unquote(href.partition("#")[2])
    names = {anchor, anchor.replace("/", "-", 1)}
    for ref in known.sources.inside.get(target, ()) if anchor else ():
        if {ref.id, f"{ref.kind}-{ref.id}"} & names:
            return known.names.things[ref].place
    return Location(target)
