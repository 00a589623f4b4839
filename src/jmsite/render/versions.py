"""The past states of a site beside the newest: their addresses, and the way from one to another.

A reader on the page of a thing goes to the page of the same thing in another state, by its id or by
an id that it had before. Where a past state does not know it, a page says so; where the newest does
not, it is the home page.
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

    ``own`` are the places of the files that it has and the newest has not or has changed, and
    ``gone`` the paths of those that nobody has: no page leads there.
    ``others`` gives the catalogues of the past states, this one too, by their ids.
    """

    version: Version
    newest: Catalogue
    own: frozenset[str] = frozenset()
    others: Callable[[], Mapping[str, Catalogue]] = field(default=dict, compare=False)
    gone: frozenset[str] = frozenset()

    @property
    def place(self) -> str:
        """Return the folder of the site that it stands in."""
        return place_of(self.version)

    @property
    def catalogue(self) -> Catalogue:
        """Return which pages it has."""
        return self.others()[self.version.place]

    def came_of(self, page: str) -> str | None:
        """Return the page of the newest that is about the same as one of this; None for none."""
        return self.newest.same(page, self.catalogue)

    @cached_property
    def at_root(self) -> frozenset[str]:
        """The files that its pages use and that are published with the newest."""
        return self.newest.files - self.catalogue.paths

    @property
    def stamp(self) -> object:
        """Return what is another as soon as its links to other states may be."""
        return self.version, self.newest, self.own, self.gone, self.others()


class Choice(NamedTuple):
    """A state that a reader can switch to: what it is called, and its page from the root."""

    title: str
    page: str
    is_current: bool


def choices(edition: Edition, page: str) -> Iterator[Choice]:
    """Yield the states that a reader of a page can switch to, the newest first.

    A past state has a page at every address of the newest, so that the pages of the newest need
    not know what was there when. A state that knows nothing of the page is called its home page.
    """
    here, words = edition.archived, edition.words
    current = here.version.place if here else None
    at: str | None = HOME if page == NOT_FOUND else page
    newest = here.came_of(page) if here else at
    states = [(words("versions.newest"), "", newest, here is None)]
    for version in edition.settings.versions:
        if here:
            at = here.others()[version.place].same(page, here.catalogue) or newest
        states.append((version.name, place_of(version), at, version.place == current))
    for name, place, found, is_current in states:
        title = name if found else words("versions.at_home", version=name)
        yield Choice(title, place + (found or HOME), is_current)


def leads(archived: Archived) -> Iterator[tuple[str, str | None]]:
    """Yield the addresses of the newest at which a past state has no page.

    Each comes with where it leads, None where the past state knows nothing of it.
    """
    own = archived.catalogue
    for page in archived.newest.pages:
        if page not in own.paths:
            yield page, own.same(page, archived.newest)


def _split(page: str) -> tuple[str, str]:
    """Return the folder of the thing that a page is about, and the rest of its path."""
    parts = page.split("/", 2)
    folder = "/".join(parts[:2])
    return folder, page[len(folder) :]
