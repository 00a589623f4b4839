"""Renaming: links and paths that lead to what moves, and to what gets another anchor."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

from jmsite.content.hrefs import path_in
from jmsite.edit.changes import Edit, Plan
from jmsite.edit.links import Aim, FoundLink, links_of, names_of
from jmsite.edit.renamed_names import Renaming
from jmsite.model.ids import Ref
from jmsite.site.paths import as_address, find_file, find_path


def edits_of_links(renaming: Renaming, moves: Plan) -> Iterator[Edit]:
    """Yield the edits after which every link leads to where it led before."""
    files = frozenset(map(moves.moved, renaming.sources.files))

    @cache
    def anchors(path: str) -> tuple[Ref, ...]:
        return tuple(map(renaming.after, renaming.sources.inside.get(path, ())))

    def wanted(aim: Aim) -> bool:
        moves_on = moves.moved(aim.target) != aim.target or moves.moved(aim.source) != aim.source
        return moves_on or aim.thing == renaming.ref or renaming.new in aim.anchor

    for link in links_of(renaming.sources, wanted):
        path = _path_after(link, moves, files)
        anchor = _anchor_after(renaming, link, anchors(link.target))
        if (path, anchor) != (_path_written(link), _anchor_written(link)):
            text = path + _query(link) + (f"#{anchor}" if anchor else "")
            yield Edit(link.source.path, link.start, link.end, text)


def _path_written(link: FoundLink) -> str:
    written = link.written
    return written if link.is_path else written.partition("#")[0].partition("?")[0]


def _anchor_written(link: FoundLink) -> str:
    return "" if link.is_path else link.written.partition("#")[2]


def _query(link: FoundLink) -> str:
    question = "" if link.is_path else link.written.partition("#")[0].partition("?")
    return "".join(question[1:])


def _path_after(link: FoundLink, moves: Plan, files: frozenset[str]) -> str:
    """Return the path of a link afterwards: the same where it still leads to the same file."""
    written = _path_written(link)
    source, target = moves.moved(link.source.path), moves.moved(link.target)
    find = find_path if link.is_path else find_file
    for path in (written, _with_new_names(written, moves)):
        if find(source, path, files) == target:
            return path
    bare = written if link.is_path else path_in(written)
    if bare.startswith("/"):
        path = f"/{target}"
    else:
        path = posixpath.relpath(target, posixpath.dirname(source) or ".")
    if not bare.endswith(posixpath.basename(target)):
        path = path.removesuffix("/index.md") + ("/" if bare.endswith("/") else "")
    return path if link.is_path else as_address(path)


def _with_new_names(path: str, moves: Plan) -> str:
    """Return a path with the names of what moves in place of the old ones."""
    names = {posixpath.basename(old): posixpath.basename(new) for old, new in moves.moves}
    return "/".join(names.get(name, name) for name in path.split("/"))


def _anchor_after(renaming: Renaming, link: FoundLink, things: tuple[Ref, ...]) -> str:
    """Return the anchor of a link afterwards, as its author would write it."""
    written, thing = _anchor_written(link), link.thing
    headings = renaming.sources.headings(link.target)
    anchor = unquote(written)
    if not anchor or thing is None or anchor in headings:
        return written
    wanted = renaming.after(thing)
    if thing == renaming.ref:
        names = dict(zip(names_of(thing), names_of(wanted), strict=True))
        anchor = names.get(anchor) or _like(anchor, wanted)
    if anchor in headings or [ref for ref in things if anchor in names_of(ref)] != [wanted]:
        return wanted.local if thing == renaming.ref or _several(anchor, things) else written
    return anchor if anchor != unquote(written) else written


def _like(old: str, ref: Ref) -> str:
    """Return the anchor of a thing in the form that one by an old id of it has."""
    id_, local, on_page = names_of(ref)
    if old.startswith(f"{ref.kind}/"):
        return local
    return on_page if old.startswith(f"{ref.kind}-") else id_


def _several(anchor: str, things: tuple[Ref, ...]) -> bool:
    return len([ref for ref in things if anchor in names_of(ref)]) > 1
