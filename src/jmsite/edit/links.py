"""Links and paths in sources: where each stands, to which file it leads and to what in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple
from urllib.parse import unquote

from jmsite.content.document import Document
from jmsite.content.markdown import Link, is_remote, links_in
from jmsite.content.nodes import Scalar, find
from jmsite.content.text import SourceText
from jmsite.edit.scalar_places import all_places, places_in, words_in
from jmsite.edit.sources import Sources
from jmsite.model.fields import FILE, ICON, LINK, OWN_KEYS, TEXT
from jmsite.model.ids import Ref
from jmsite.site.paths import find_file, find_path
from jmsite.site.references import Occurrence, Path, occurrences

# Stands for the address of a link to see whether one is there: no author writes it.
_MARK = "mark-of-a-link"
_HOME = Ref("home", "")


class FoundLink(NamedTuple):
    """An address or a path in a source, as it is written from ``start`` up to ``end``.

    ``is_path`` tells that it is the bare name of a file, without escapes. ``target`` is the file
    that it leads to, ``anchor`` the place there and ``thing`` what that is, if anything. ``by`` is
    the thing that it stands in, and ``field`` its field, or empty in the body of a file.
    """

    source: SourceText
    start: int
    end: int
    by: Ref
    field: str
    is_path: bool
    target: str
    anchor: str
    thing: Ref | None

    @property
    def written(self) -> str:
        """Return the address as its author wrote it."""
        return self.source.text[self.start : self.end]


class _Spot(NamedTuple):
    """A link before it is known where it leads."""

    start: int
    end: int
    href: str
    field: str = ""
    is_path: bool = False


def links_of(sources: Sources) -> Iterator[FoundLink]:
    """Yield the links, pictures and paths of all sources that lead to a file of the project."""
    for document in sources.content.documents:
        if document.node is not None:
            spots = chain(_in_fields(document), _in_body(document))
            yield from _leading(sources, document.source, document.ref, spots)
    home = sources.content.home
    if home.source is not None:
        yield from _leading(
            sources, home.source, _HOME, _in_markdown(home.source, home.body_start)
        )  # fmt: skip


def thing_at(sources: Sources, path: str, anchor: str) -> Ref | None:
    """Return what a link to a file, or to an anchor in it, leads to; a heading is of its file."""
    if not anchor or anchor in sources.headings(path):
        return sources.own.get(path)
    things = [ref for ref in sources.inside.get(path, ()) if anchor in names_of(ref)]
    if things:
        return things[0] if len(things) == 1 else None
    aliases = sources.names.aliases.items()
    old = [ref for name, ref in aliases if anchor in names_of(name)
           and ref in sources.inside.get(path, ())]  # fmt: skip
    return old[0] if old else None


def names_of(ref: Ref) -> tuple[str, str, str]:
    """Return the anchors that name a thing in its file: ``id``, ``kind/id`` and ``kind-id``."""
    return (ref.id, ref.local, f"{ref.kind}-{ref.id}")


def _leading(
    sources: Sources, source: SourceText, by: Ref, spots: Iterator[_Spot]
) -> Iterator[FoundLink]:
    for spot in spots:
        if is_remote(spot.href):
            continue
        find_target = find_path if spot.is_path else find_file
        target = find_target(source.path, spot.href, sources.files)
        if target is not None:
            anchor = "" if spot.is_path else unquote(spot.href.partition("#")[2])
            yield FoundLink(source, spot.start, spot.end, by, spot.field, spot.is_path, target,
                            anchor, thing_at(sources, target, anchor))  # fmt: skip


def _in_body(document: Document) -> Iterator[_Spot]:
    if document.subject.origin == "file":
        yield from _in_markdown(document.source, document.body_start)


def _in_markdown(source: SourceText, start: int) -> Iterator[_Spot]:
    text = source.shown(start)
    for link in _each_once(text):
        for at in _places_of(text, link):
            yield _Spot(start + at, start + at + len(link.written), link.href)


def _in_fields(document: Document) -> Iterator[_Spot]:
    own_body = ("body",) if document.subject.origin == "file" else None
    for one in chain(occurrences(document.data, document.kind.type), _in_own_keys(document.data)):
        scalar = find(document.node, one.path) if document.node else None
        if isinstance(scalar, Scalar) and one.path != own_body:
            yield from _in_field(document.source, scalar, one)


def _in_field(source: SourceText, scalar: Scalar, one: Occurrence) -> Iterator[_Spot]:
    field = str(one.path[0])
    if one.role == LINK:
        yield _Spot(*words_in(source, scalar), one.value, field)
    elif one.role == FILE or (one.role == ICON and ("/" in one.value or "." in one.value)):
        yield _Spot(*words_in(source, scalar), one.value, field, is_path=True)
    elif one.role == TEXT:
        for link in _each_once(scalar.text):
            written = list(places_in(source, scalar, link.written))
            real = set(_places_of(scalar.text, link))
            for place, at in zip(written, all_places(scalar.text, link.written), strict=False):
                if at in real:
                    yield _Spot(*place, link.href, field)


def _in_own_keys(data: Any, path: Path = ()) -> Iterator[Occurrence]:
    """Yield the texts below keys of the author's own, which templates may show."""
    own = data.get(OWN_KEYS, {}) if isinstance(data, dict) else {}
    for key, value in own.items():
        yield from _texts(value, (*path, key))


def _texts(value: Any, path: Path) -> Iterator[Occurrence]:
    if isinstance(value, str):
        yield Occurrence(path, TEXT, value)
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    if isinstance(value, (dict, list)):
        for key, inner in entries:
            yield from _texts(inner, (*path, key))


def _each_once(text: str) -> tuple[Link, ...]:
    """Return the links of a Markdown text, one for each way to write them."""
    return tuple({link.written: link for link in links_in(text)}.values())


def _places_of(text: str, link: Link) -> Iterator[int]:
    """Yield where the address of a link stands: not where it is only shown, in code say."""
    for at in all_places(text, link.written):
        marked = f"{text[:at]}{_MARK}{text[at + len(link.written) :]}"
        if any(each.href == _MARK for each in links_in(marked)):
            yield at
