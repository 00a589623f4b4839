"""Where things stand: of an id in the front matter, and of a link in a body."""

from __future__ import annotations

import re
from urllib.parse import unquote

from lsprotocol import types as lsp

from jmsite.content.markdown import anchors_in
from jmsite.findings import Location
from jmsite.lsp.knowledge import Knowledge
from jmsite.lsp.naming import named_at
from jmsite.lsp.open_file import OpenFile
from jmsite.lsp.projects import Project
from jmsite.lsp.units import Units
from jmsite.model.fields import FILE, ICON, SERIES
from jmsite.site.paths import find_file, find_path

# A link, `[words](address)`, and the address of one, `[words]: address`, on a line of its own.
_LINK = re.compile(r"\[[^\[\]]*\]\([ \t]*<?([^\s<>()]+)|^[ \t]{0,3}\[[^\]]+\]:[ \t]*<?([^\s<>]+)")


def definition(project: Project, file: OpenFile, offset: int, units: Units) -> lsp.Location | None:
    """Return where the thing stands that is named at a place of a file, or that a link leads to."""
    known = project.knowledge
    if known is None:
        return None
    hit = named_at(file, offset, known)
    if hit:
        at: Location | None = known.names.things[hit.ref].place
    else:
        at = _shown(file, offset, known) or _linked(file, offset, known)
    return place(project, known, at, units) if at else None


def place(project: Project, known: Knowledge, at: Location, units: Units) -> lsp.Location:
    """Return a place of a source as the protocol says it."""
    return lsp.Location(project.address(at.path), units.range_of(known.text(at.path), at))


def _shown(file: OpenFile, offset: int, known: Knowledge) -> Location | None:
    """Return the picture or series that a field names."""
    cursor = file.cursor(offset)
    role = file.spot(cursor.path).role if cursor and not cursor.in_key else ""
    if cursor is None or role not in (FILE, ICON, SERIES):
        return None
    series = f"/data/{cursor.words.removeprefix('data/')}"
    words = series if role == SERIES else cursor.words
    target = find_path(file.source.path, words, known.sources.files)
    return Location(target) if target else None


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
    return (_place_in(target, anchor, known) if anchor else None) or Location(target)


def _place_in(path: str, anchor: str, known: Knowledge) -> Location | None:
    """Return the heading or the thing that an anchor of a file names."""
    source = known.text(path)
    for number in range(1, len(source.line_starts) + 1):
        line = source.line(number)
        if line.startswith("#") and anchor in anchors_in(line):
            return Location(path, number, 1, len(line))
    for ref in known.sources.inside.get(path, ()):
        if anchor in (ref.id, ref.local, f"{ref.kind}-{ref.id}"):
            return known.names.things[ref].place
    return None
