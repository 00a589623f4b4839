"""The pictures and other files beside content that the published pages show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from jmsite.content.layout import HOME as HOME_FILE
from jmsite.content.markdown import links_in
from jmsite.files.walk import CONTENT
from jmsite.model.fields import FILE, ICON, LINK, Fields, Thing
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.shape import EXTRAS, fields_of
from jmsite.model.source import Source
from jmsite.model.value import Value
from jmsite.render.inventory import PAGE_KINDS, inside, source_of
from jmsite.site.paths import find_file, find_path
from jmsite.site.site import journey_ref

if TYPE_CHECKING:
    from jmsite.render.edition import Edition

_OURS = (CONTENT, "data/")
_HOME = Ref("page", "index")
# Things that are read with the one that they stand in.
_PARTS = ("step", "scenario", "pain-point")
# Fields that hold things which are read by themselves.
_INSIDE = ("phases", "touchpoints")


class Shown(NamedTuple):
    """The paths and the addresses of files that a thing shows or links to, as it writes them."""

    ref: Ref
    paths: tuple[str, ...]
    addresses: tuple[str, ...]


def shown_files(edition: Edition) -> tuple[str, ...]:
    """Return the files below ``content/`` and ``data/`` that pages show or link to, sorted.

    What only a draft or a confidential source shows is not among them.
    """
    found = set()
    for target in _targets(edition):
        if target and target.startswith(_OURS) and not target.endswith((".md", ".yml")):
            found.add(target)
    return tuple(sorted(found))


def _targets(edition: Edition) -> Iterator[str | None]:
    """Yield the file that each path and address in what is published means."""
    files = edition.links.files
    home = edition.memory.kept(_shown_by, _HOME, edition.site.home)
    yield from _files_of(home, HOME_FILE, files)
    for shown in _published(edition):
        yield from _files_of(shown, source_of(edition.site, shown.ref), files)


def _published(edition: Edition) -> Iterator[Shown]:
    """Yield what each published thing shows, where it shows anything."""
    site, memory = edition.site, edition.memory
    for kind in PAGE_KINDS:
        things = site.of_kind(kind)
        if kind != "journey":
            yield from memory.of(things).kept(_shown_by_kind, kind, things)
            continue
        yield from chain.from_iterable(memory.each(_shown_in, site.journeys.values()))


def _files_of(shown: Shown, source: str, files: frozenset[str]) -> Iterator[str | None]:
    yield from (find_path(source, path, files) for path in shown.paths)
    yield from (find_file(source, address, files) for address in shown.addresses)


def _shown_by_kind(kind: str, things: Mapping[str, Thing]) -> tuple[Shown, ...]:
    return tuple(_showing((Ref(kind, id_), thing) for id_, thing in things.items()))


def _shown_in(journey: Journey) -> tuple[Shown, ...]:
    return tuple(_showing(((journey_ref(journey), journey), *inside(journey))))


def _showing(things: Iterable[tuple[Ref, Fields]]) -> Iterator[Shown]:
    """Yield what things show; a part of one is read with it, and what is secret shows nothing."""
    for ref, thing in things:
        if ref.kind not in _PARTS and not (isinstance(thing, Source) and thing.confidential):
            shown = _shown_by(ref, thing)
            if shown.paths or shown.addresses:
                yield shown


def _shown_by(ref: Ref, thing: Fields) -> Shown:
    files, links, texts = _fields_by_part(type(thing))
    paths = [path for name in files if (path := getattr(thing, name))]
    addresses = [address for name in links if (address := getattr(thing, name))]
    for name in texts:
        if value := getattr(thing, name):
            _collect(value, addresses)
    return Shown(ref, tuple(paths), tuple(addresses))


@cache
def _fields_by_part(kind: type[Fields]) -> tuple[tuple[str, ...], ...]:
    """Return the fields of a type that name files, those that are links, and all others.

    What stands inside of a thing by a name of its own is read by itself.
    """
    fields = [field for field in fields_of(kind).values() if field.name not in _INSIDE]
    files = tuple(field.name for field in fields if field.role in (FILE, ICON))
    links = tuple(field.name for field in fields if field.role == LINK)
    read = {*files, *links}
    return files, links, (*(field.name for field in fields if field.name not in read), EXTRAS)


def _collect(value: Any, addresses: list[str]) -> None:
    """Add the addresses of the links in all texts that a value holds."""
    if isinstance(value, str):
        addresses += [link.href for link in links_in(value)]
        return
    parts: Iterable[Any] = ()
    if isinstance(value, dict):
        parts = value.values()
    elif isinstance(value, (tuple, list)):
        parts = value
    elif isinstance(value, msgspec.Struct):
        parts = msgspec.structs.asdict(value).values()
    elif isinstance(value, Value):
        parts = vars(value).values()
    for part in parts:
        _collect(part, addresses)
