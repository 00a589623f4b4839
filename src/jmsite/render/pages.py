"""Which pages a site has: a plan of what could be written, each page made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from jinja2 import TemplateError

from jmsite.checklist import Outcome
from jmsite.files.tree import Tree
from jmsite.model.fields import Thing
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.render import home, print_pages, report
from jmsite.render.addresses import CHECKLIST, HOME, NOT_FOUND, index_of
from jmsite.render.assets import published
from jmsite.render.compare import comparisons
from jmsite.render.edition import Edition
from jmsite.render.faults import is_own, page_error
from jmsite.render.headings import anchors
from jmsite.render.inventory import PAGE_KINDS
from jmsite.render.journey import details_context
from jmsite.render.kinds import context_of
from jmsite.render.links import STATIC, place_of_file
from jmsite.render.listing import listing_of
from jmsite.render.media import shown_files
from jmsite.render.page import Page
from jmsite.render.paper import PaperSize, paper_pages
from jmsite.render.portfolio_pages import OVERVIEWS, index_page
from jmsite.render.search import SEARCH_INDEX, search_index
from jmsite.render.theme import Theme
from jmsite.render.theme_options import STYLESHEET
from jmsite.render.usage import uses_of, uses_of_shared
from jmsite.render.view import View
from jmsite.site.site import Site

MakeContext = Callable[[Edition], dict[str, Any]]


def plan(site: Site, outcome: Outcome, tree: Tree, theme: Theme) -> tuple[Page, ...]:
    """Return every file of the site that the sources make, in the order of their addresses.

    Nothing is rendered before a page is asked to.
    """
    edition = Edition(site, tree, theme, outcome)
    parts = (
        *(_single_pages, _pages_of_things, _details, _papers, _comparisons),
        *(_indexes, _shared_pages, _redirects, _files),
    )
    pages = (page for part in parts for page in part(edition))
    return tuple(sorted(pages, key=lambda page: page.path))


def _single_pages(edition: Edition) -> Iterator[Page]:
    yield _page(edition, HOME, "home.html", home.context)
    yield _page(edition, CHECKLIST, "checklist.html", report.context)
    yield _page(edition, NOT_FOUND, "not_found.html", lambda _: {})
    for path, (template, make) in OVERVIEWS.items():
        yield _page(edition, path, template, make)


def _pages_of_things(edition: Edition) -> Iterator[Page]:
    for kind in PAGE_KINDS:
        for id_, thing in edition.site.of_kind(kind).items():
            ref = Ref(kind, id_)
            yield Page(
                edition.addresses.page_of(ref),
                partial(_render_thing, edition, ref, thing),
                large=kind == "journey",
            )


def _render_thing(edition: Edition, ref: Ref, thing: Thing) -> bytes:
    named = anchors(thing) if isinstance(thing, Journey) else ()
    view = View(edition, edition.addresses.page_of(ref), ref, named)
    return _render_about(view, f"{ref.kind}.html", ref, thing, context_of(edition, ref, thing))


def _render_about(
    view: View, template: str, ref: Ref, thing: Thing, context: Mapping[str, Any]
) -> bytes:
    """Return a page about a thing, with what mentions it and what is missing of it."""
    edition = view.edition
    return _render(
        view,
        template,
        thing=thing,
        ref=ref,
        here=view.at(ref),
        uses=uses_of(edition.site, ref),
        gaps=edition.gaps.open(ref),
        waived=edition.gaps.waived(ref),
        **context,
    )


def _details(edition: Edition) -> Iterator[Page]:
    """Yield the page of words beside each map."""
    for id_, journey in edition.site.journeys.items():
        ref = Ref("journey", id_)
        path = edition.addresses.details_of(ref)
        yield Page(path, partial(_render_details, edition, path, ref, journey))


def _render_details(edition: Edition, path: str, ref: Ref, journey: Journey) -> bytes:
    view = View(edition, path, ref, anchors(journey))
    return _render_about(view, "details.html", ref, journey, details_context(edition, journey))


def _papers(edition: Edition) -> Iterator[Page]:
    """Yield the pages for paper of each map."""
    for journey in edition.site.journeys.values():
        for size, path in paper_pages(journey):
            render = partial(_render_paper, edition, path, journey, size)
            yield Page(path, render)


def _render_paper(edition: Edition, path: str, journey: Journey, size: PaperSize) -> bytes:
    ref = Ref("journey", journey.id)
    view = View(edition, path, ref)
    drawn = print_pages.context(edition, journey, size)
    return _render(view, "print/sheets.html", ref=ref, here=view.at(ref), **drawn)


def _indexes(edition: Edition) -> Iterator[Page]:
    for kind in PAGE_KINDS:
        things = tuple(Ref(kind, id_) for id_ in edition.site.of_kind(kind))
        if things:
            template, make = index_page(kind)
            yield _page(edition, index_of(kind), template, make)


def _comparisons(edition: Edition) -> Iterator[Page]:
    """Yield the pages that show journeys, or the personas of one, side by side."""
    for planned in comparisons(edition):
        yield _page(edition, planned.path, planned.template, planned.context)


def _shared_pages(edition: Edition) -> Iterator[Page]:
    shared = edition.inventory.shared
    for kind in dict.fromkeys(ref.kind for ref in shared):
        refs = tuple(ref for ref in shared if ref.kind == kind)
        make = partial(listing_of, kind=kind)
        yield _page(edition, index_of(kind), "index.html", make)
        for ref in refs:
            path = edition.addresses.page_of(ref)
            yield Page(path, partial(_render_shared, edition, ref))


def _render_shared(edition: Edition, ref: Ref) -> bytes:
    view = View(edition, edition.addresses.page_of(ref), ref)
    uses = uses_of_shared(edition.inventory.shared[ref])
    owner = edition.settings.owners.get(ref.id) if ref.kind == "owner" else None
    return _render(view, f"{ref.kind}.html", ref=ref, uses=uses, owner=owner)


def _redirects(edition: Edition) -> Iterator[Page]:
    """Yield a page at each old address that leads to the new one."""
    for kind in PAGE_KINDS:
        for id_, thing in edition.site.of_kind(kind).items():
            for alias in thing.aliases or ():
                old = edition.addresses.page_of(Ref(kind, alias))
                yield Page(old, partial(_render_redirect, edition, old, Ref(kind, id_)))


def _render_redirect(edition: Edition, old: str, ref: Ref) -> bytes:
    return _render(View(edition, old), "redirect.html", ref=ref)


def _files(edition: Edition) -> Iterator[Page]:
    """Yield what is copied as it is: the theme's assets, pictures of content and static files."""
    for path, read in edition.theme.assets():
        yield Page(f"assets/{path.removeprefix('assets/')}", partial(published, path, read))
    if edition.options:
        yield Page(STYLESHEET, edition.options.encode)
    yield Page(SEARCH_INDEX, partial(search_index, edition))
    static = (path for path in edition.tree.paths() if path.startswith(STATIC))
    for path in (*static, *shown_files(edition.inventory, edition.links.files)):
        yield Page(place_of_file(path), partial(edition.tree.read, path))


def _page(edition: Edition, path: str, template: str, make: MakeContext) -> Page:
    def render() -> bytes:
        return _render(View(edition, path), template, **make(edition))

    return Page(path, render)


def _render(view: View, template: str, **context: Any) -> bytes:
    theme = view.edition.theme
    try:
        drawn = theme.environment.get_template(template)
        return drawn.render(page=view, words=view.words, **context).encode()
    except Exception as error:
        if isinstance(error, TemplateError) or is_own(error):
            raise page_error(error, theme.name) from error
        raise
