"""The navigation: what the project asks for, or the kinds that it has and its free pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmsite.content.hrefs import is_remote
from jmsite.model.ids import Ref
from jmsite.model.kinds import KINDS
from jmsite.model.page import Page
from jmsite.model.settings import NavigationLink
from jmsite.render.addresses import CHECKLIST, HOME, SHARED_KINDS, index_of
from jmsite.render.inventory import PAGE_KINDS
from jmsite.render.links import place_of_file
from jmsite.site.paths import find_file

if TYPE_CHECKING:
    from jmsite.render.edition import Edition

PORTFOLIO = "portfolio/index.html"
PAIN_POINTS = "pain-points/index.html"

# What the settings may name, besides free pages, other parts of the site and links of their own.
_LISTS = {kind.plural: kind.name for kind in KINDS if not kind.parent} | {
    plural: kind for kind, plural in SHARED_KINDS.items()
}
# What stands in the navigation of a project that does not choose; the rest is in the footer.
_USUAL = ("persona", "kpi", "opportunity")


@dataclass(frozen=True)
class Entry:
    """One entry of the navigation.

    ``page`` is a page of the site; an entry without one leads to ``link``, outside. ``title`` is
    inline Markdown where ``authored``. An entry is current on every page below ``folder``.
    """

    title: str
    page: str = ""
    link: str = ""
    folder: str = ""
    authored: bool = False

    def is_current(self, page: str) -> bool:
        """Tell whether a reader on ``page`` is at this entry or below it."""
        return page == self.page or bool(self.folder and page.startswith(self.folder))


def navigation(edition: Edition) -> tuple[Entry, ...]:
    """Return the entries of the navigation, in order."""
    chosen = edition.settings.navigation
    if chosen is None:
        return tuple(_usual(edition))
    return tuple(entry for item in chosen if (entry := _chosen(edition, item)))


def directory(edition: Edition) -> tuple[Entry, ...]:
    """Return an entry for every list that the site has, for the foot of its pages."""
    kinds = [kind for kind in PAGE_KINDS if kind != "journey" and edition.site.of_kind(kind)]
    shared = {ref.kind: None for ref in edition.inventory.shared}
    lists = tuple(of_kind(edition, kind) for kind in (*kinds, *shared))
    return (*_overviews(edition), *lists)


def has_pain_points(edition: Edition) -> bool:
    """Tell whether any journey names a pain point."""
    return next(edition.site.pain_points(), None) is not None


def of_kind(edition: Edition, kind: str) -> Entry:
    """Return the entry of the list of a kind."""
    page = index_of(kind)
    return Entry(edition.words(f"kinds.{kind}"), page, folder=page.removesuffix("index.html"))


def _usual(edition: Edition) -> Iterator[Entry]:
    yield _journeys(edition)
    if has_pain_points(edition):
        yield _pain_points(edition)
    for kind in _USUAL:
        if edition.site.of_kind(kind):
            yield of_kind(edition, kind)
    yield _checklist(edition)
    for page in free_pages(edition):
        yield _free_page(edition, page)


def free_pages(edition: Edition) -> list[Page]:
    """Return the free pages of the navigation: those with a number by it, then the others."""
    listed = [page for page in edition.site.pages.values() if page.nav is not False]
    return sorted(listed, key=lambda page: float("inf") if page.nav is None else page.nav)


def _chosen(edition: Edition, item: str | NavigationLink) -> Entry | None:
    if isinstance(item, NavigationLink):
        file = "" if is_remote(item.link) else find_file("", item.link, edition.links.files)
        place = place_of_file(file) if file else ""
        return Entry(item.title, place, link=item.link, authored=True)
    make = _PARTS.get(item)
    if make:
        return make(edition)
    if item in _LISTS:
        return of_kind(edition, _LISTS[item])
    page = edition.site.pages.get(item)
    return _free_page(edition, page) if page else None


def _journeys(edition: Edition) -> Entry:
    # The home page is the list of journeys, so these two need one entry.
    return Entry(edition.words("kinds.journey"), HOME, folder="journeys/")


def _overviews(edition: Edition) -> Iterator[Entry]:
    """Yield the pages over all journeys; the list of journeys is the portfolio."""
    if edition.site.journeys:
        yield _portfolio(edition)
    if has_pain_points(edition):
        yield _pain_points(edition)


def _portfolio(edition: Edition) -> Entry:
    return Entry(edition.words("portfolio.title"), PORTFOLIO)


def _pain_points(edition: Edition) -> Entry:
    return Entry(edition.words("kinds.pain-point"), PAIN_POINTS)


def _free_page(edition: Edition, page: Page) -> Entry:
    return Entry(page.title, edition.addresses.page_of(Ref("page", page.id)), authored=True)


def _checklist(edition: Edition) -> Entry:
    return Entry(edition.words("checklist.title"), CHECKLIST)


# Parts of a site that are no list of a kind, by the name that the settings give them.
_PARTS: Mapping[str, Callable[[Edition], Entry]] = {
    "journeys": _journeys,
    "portfolio": _portfolio,
    "pain-points": _pain_points,
    "checklist": _checklist,
}
