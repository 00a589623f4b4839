"""Links and paths in sources: where each stands, to which file it leads and to what in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple
from urllib.parse import unquote

from jmsite.content.addresses import addresses_in
from jmsite.content.document import Document
from jmsite.content.hrefs import is_remote
from jmsite.content.markdown import links_in
from jmsite.content.nodes import Scalar, find
from jmsite.content.text import SourceText
from jmsite.edit.scalar_places import all_places, places_in, words_in
from jmsite.edit.sources import Sources
from jmsite.model.fields import FILE, ICON, LINK, OWN_KEYS, TEXT
from jmsite.model.ids import HOME, Ref
from jmsite.site.paths import find_file, find_path
from jmsite.site.references import Occurrence, Path, occurrences

_HOLD_LINKS = (FILE, ICON, LINK, TEXT)


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


class Aim(NamedTuple):
    """Where a link of a source leads: to a file, a place in it and what that is, if anything."""

    source: str
    target: str
    anchor: str
    thing: Ref | None


class _Text(NamedTuple):
    """A text that may hold links, or the address or path of a field: where it stands and by whom.

    ``scalar`` is the value that holds it, None for the body of a file from ``start`` on.
    """

    source: SourceText
    by: Ref
    field: str
    role: str
    text: str
    scalar: Scalar | None
    start: int = 0


def links_of(
    sources: Sources, wanted: Callable[[Aim], bool] = lambda _: True
) -> Iterator[FoundLink]:
    """Yield the links, pictures and paths in all sources that lead to files of the project.

    To find out where one leads is quick and where it stands is not: ``wanted`` tells which are.
    """
    for text in _texts_of(sources):
        is_path = text.role in (FILE, ICON)
        aims = {}
        for form, href in _forms(text):
            aim = _aim(sources, text.source.path, href, is_path=is_path)
            if aim is not None and wanted(aim):
                aims[form] = aim
        for start, end, aim in _places_in(text, aims):
            yield FoundLink(text.source, start, end, text.by, text.field, is_path, aim.target,
                            aim.anchor, aim.thing)  # fmt: skip


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


def _aim(sources: Sources, source: str, href: str, *, is_path: bool) -> Aim | None:
    """Return where an address leads; None where that is not to a file of the project."""
    target = (find_path if is_path else find_file)(source, href, sources.files)
    if is_remote(href) or target is None:
        return None
    anchor = "" if is_path else unquote(href.partition("#")[2])
    return Aim(source, target, anchor, thing_at(sources, target, anchor))


def _texts_of(sources: Sources) -> Iterator[_Text]:
    for document in sources.content.documents:
        if document.node is not None:
            yield from _texts_in(document)
    home = sources.content.home
    if home.source is not None:
        yield _body(home.source, HOME, home.body_start)


def _texts_in(document: Document) -> Iterator[_Text]:
    is_file = document.subject.origin == "file"
    for one in chain(occurrences(document.data, document.kind.type), _in_own_keys(document.data)):
        scalar = _scalar(document, one.path)
        is_own_body = is_file and one.path == ("body",)
        is_icon = one.role == ICON and not ("/" in one.value or "." in one.value)
        if scalar is not None and one.role in _HOLD_LINKS and not (is_own_body or is_icon):
            text = scalar.text if one.role == TEXT else one.value
            yield _Text(document.source, document.ref, str(one.path[0]), one.role, text, scalar)
    if is_file:
        yield _body(document.source, document.ref, document.body_start)


def _body(source: SourceText, by: Ref, start: int) -> _Text:
    return _Text(source, by, "", TEXT, source.shown(start), None, start)


def _scalar(document: Document, path: Path) -> Scalar | None:
    """Return the text at a path; one that stands for a mapping stands where that would."""
    for each in (path, path[:-1]):
        node = find(document.node, each) if document.node else None
        if isinstance(node, Scalar):
            return node
    return None


def _in_own_keys(data: Any, path: Path = ()) -> Iterator[Occurrence]:
    """Yield the texts below keys of the author's own, which templates may show."""
    own = data.get(OWN_KEYS, {}) if isinstance(data, dict) else {}
    for key, value in own.items():
        yield from _strings(value, (*path, key))


def _strings(value: Any, path: Path) -> Iterator[Occurrence]:
    if isinstance(value, str):
        yield Occurrence(path, TEXT, value)
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    if isinstance(value, (dict, list)):
        for key, inner in entries:
            yield from _strings(inner, (*path, key))


def _forms(text: _Text) -> tuple[tuple[str, str], ...]:
    """Return the ways in which a text may write the addresses of its links.

    With each goes the address itself: an author has written its escapes or has not.
    """
    if text.role != TEXT:
        return ((text.text, text.text),)
    hrefs = (link.href for link in links_in(text.text))
    forms = ((form, href) for href in hrefs for form in (href, unquote(href)) if form)
    return tuple(dict.fromkeys(forms))


def _places_in(text: _Text, aims: Mapping[str, Aim]) -> Iterator[tuple[int, int, Aim]]:
    """Yield where the addresses of a text stand in its source, from start up to end."""
    if text.role != TEXT and text.scalar is not None:
        for aim in aims.values():
            yield (*words_in(text.source, text.scalar), aim)
        return
    for form, at in addresses_in(text.text, aims):
        if text.scalar is None:
            yield (text.start + at, text.start + at + len(form), aims[form])
            continue
        written = places_in(text.source, text.scalar, form)
        for place, there in zip(written, all_places(text.text, form), strict=False):
            if there == at:
                yield (*place, aims[form])
