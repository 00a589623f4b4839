"""The past states of a site beside the newest: their addresses, and the way from one to another.

A reader on the page of a thing goes to the page of the same thing in another state, by its id or by
an id that it had before; where that state does not know it, to the home page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from jmsite.model.settings import Version
from jmsite.render.addresses import HOME, NOT_FOUND, folder_of
from jmsite.render.inventory import PAGE_KINDS
from jmsite.site.site import Site
from jmsite.site.versions import FOLDER

if TYPE_CHECKING:
    from jmsite.render.edition import Edition


def place_of(version: Version) -> str:
    """Return the folder of the site that holds a past state, with a slash at its end."""
    return f"{FOLDER}{version.place}/"


@dataclass(frozen=True)
class Catalogue:
    """Which pages and files a state of the site has, and by which folders its things went.

    ``names`` has for the folder of each thing (``journeys/buying``) those of its old ids.
    """

    paths: frozenset[str]
    names: Mapping[str, tuple[str, ...]]

    def same(self, page: str, of: Catalogue) -> str | None:
        """Return the page here that is about the same as one of another state; None for none."""
        folder, rest = _split(page)
        for name in (folder, *of.names.get(folder, ())):
            living = self._living.get(name)
            if living:
                found = living + rest
                return found if found in self.paths else f"{living}/{HOME}"
        return page if page in self.paths else None

    @cached_property
    def files(self) -> frozenset[str]:
        """What is no page."""
        return frozenset(path for path in self.paths if not path.endswith(".html"))

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The pages that a reader stays on, sorted: none leads on from an old id."""
        pages = (path for path in self.paths if path.endswith(".html") and path != NOT_FOUND)
        return tuple(sorted(page for page in pages if self._stays(_split(page)[0])))

    def _stays(self, folder: str) -> bool:
        return self._living.get(folder, folder) == folder

    @cached_property
    def _living(self) -> Mapping[str, str]:
        old = {name: folder for folder, names in self.names.items() for name in names}
        return {**old, **{folder: folder for folder in self.names}}


def catalogue(site: Site, paths: Iterable[str]) -> Catalogue:
    """Return the catalogue of a site that has pages and files at some paths."""
    names = {
        f"{folder_of(kind)}/{id_}": tuple(f"{folder_of(kind)}/{a}" for a in thing.aliases or ())
        for kind in PAGE_KINDS
        for id_, thing in site.of_kind(kind).items()
    }
    return Catalogue(frozenset(paths), names)


@dataclass(frozen=True)
class Archived:
    """That an edition is a past state, and what is published around it.

    ``own`` are the places of the files that it has and the newest has not or has changed.
    ``others`` gives the catalogues of the past states, this one too, by their ids.
    """

    version: Version
    newest: Catalogue
    own: frozenset[str] = frozenset()
    others: Callable[[], Mapping[str, Catalogue]] = field(default=dict, compare=False)

    @property
    def place(self) -> str:
        """Return the folder of the site that it stands in."""
        return place_of(self.version)

    @property
    def catalogue(self) -> Catalogue:
        """Return which pages it has."""
        return self.others()[self.version.place]

    @cached_property
    def at_root(self) -> frozenset[str]:
        """The files that its pages use and that are published with the newest."""
        return self.newest.files - self.catalogue.paths

    @property
    def stamp(self) -> object:
        """Return what is another as soon as its links to other states may be."""
        return self.version, self.newest, self.own, self.others()


class Choice(NamedTuple):
    """A state that a reader can switch to: what it is called, and its page from the root."""

    title: str
    page: str
    is_current: bool


def choices(edition: Edition, page: str) -> Iterator[Choice]:
    """Yield the states that a reader of a page can switch to, the newest first.

    A past state has a page at every address of the newest, so that the pages of the newest need
    not know what was there when.
    """
    here = edition.archived
    at = HOME if page == NOT_FOUND else page
    same = here.newest.same(page, here.catalogue) if here else at
    yield Choice(edition.words("versions.newest"), same or HOME, here is None)
    for version in edition.settings.versions:
        if here:
            at = here.others()[version.place].same(page, here.catalogue) or HOME
        is_current = here is not None and version.place == here.version.place
        yield Choice(version.name, place_of(version) + at, is_current)


def leads(archived: Archived) -> Iterator[tuple[str, str]]:
    """Yield the addresses of the newest at which a past state has no page, and where each leads."""
    own = archived.catalogue
    for page in archived.newest.pages:
        if page not in own.paths:
            yield page, own.same(page, archived.newest) or HOME


def _split(page: str) -> tuple[str, str]:
    """Return the folder of the thing that a page is about, and the rest of its path."""
    parts = page.split("/", 2)
    folder = "/".join(parts[:2])
    return folder, page[len(folder) :]
