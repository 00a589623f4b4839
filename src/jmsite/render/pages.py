"""Which pages a site has: a plan of what could be written, each page made when it is asked for.

What is planned for a thing hangs on the thing alone, so it is planned once for all editions of the
site in which the thing stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain, islice
from typing import Any

from jmsite.files.walk import STATIC
from jmsite.model.fields import Thing
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.render import home, making, report
from jmsite.render.addresses import CHECKLIST, HOME, NOT_FOUND, Addresses, index_of
from jmsite.render.compare import comparisons
from jmsite.render.data.files import for_programs
from jmsite.render.edition import Edition
from jmsite.render.feeds import FEED, feed_of, has_feeds
from jmsite.render.folders import within
from jmsite.render.history import HISTORY, has_history, history_of
from jmsite.render.inventory import PAGE_KINDS
from jmsite.render.links import place_of_file
from jmsite.render.listing import listing_of
from jmsite.render.making import planned
from jmsite.render.media import shown_files
from jmsite.render.page import Plan, Planned
from jmsite.render.paper import paper_pages
from jmsite.render.portfolio_pages import OVERVIEWS, index_page
from jmsite.render.search import SEARCH_INDEX
from jmsite.render.theme import Theme
from jmsite.render.theme_options import STYLESHEET
from jmsite.render.versions import Archived, leads
from jmsite.render.web import web_files
from jmsite.site.site import journey_ref

# So many journeys the page of an unknown address names: one looks for one of few, or searches.
_NAMED = 12


def _not_found(edition: Edition) -> Mapping[str, Any]:
    return {"journeys": tuple(map(journey_ref, islice(edition.site.journeys.values(), _NAMED)))}


_SINGLE: Mapping[str, tuple[str, Callable[[Edition], Mapping[str, Any]]]] = {
    HOME: ("home.html", home.context),
    CHECKLIST: ("checklist.html", report.context),
    NOT_FOUND: ("not_found.html", _not_found),
    **OVERVIEWS,
}


def plan(edition: Edition) -> Plan:
    """Return every file of the site that the sources make, in the order of their addresses.

    Nothing is rendered before a page is asked to. The memory of the edition is handed on from one
    edition of a site to the next, which then plans and makes only what is new; the pages are the
    same with a new one. A past state has its own pages, and uses files of the newest.
    """
    site, memory = edition.site, edition.memory
    memory.forget_all_but((*site.journeys.values(), *map(site.of_kind, PAGE_KINDS)))
    pages_of = (_single_pages, _of_journeys, _of_others, comparisons, _indexes, _shared, _past)
    parts = (*pages_of, _files, for_programs)
    pages = tuple(chain.from_iterable(part(edition) for part in parts))
    return Plan(edition, (*pages, *web_files(edition, pages)))


def led_on(archived: Archived) -> Iterator[Planned]:
    """Yield the pages that a past state needs where the newest has some that it has not."""
    for path, target in leads(archived):
        told = partial(_leading, target=target) if target else _nothing
        yield planned(path, making.REDIRECT if target else "absent.html", told, listed=False)


def _leading(edition: Edition, target: str) -> Mapping[str, Any]:
    return {"title": edition.settings.title, "target": target}


def _nothing(_edition: Edition) -> Mapping[str, Any]:
    return {}


def _single_pages(edition: Edition) -> Iterator[Planned]:
    for path, (template, context) in _SINGLE.items():
        if path == NOT_FOUND and edition.archived:
            continue
        yield planned(path, template, context, listed=path != NOT_FOUND)


def _of_journeys(edition: Edition) -> Iterator[Planned]:
    journeys = edition.site.journeys.values()
    return chain.from_iterable(edition.memory.each(_of_journey, journeys))


def _of_others(edition: Edition) -> Iterator[Planned]:
    for kind in PAGE_KINDS:
        if kind != "journey":
            things = edition.site.of_kind(kind)
            yield from edition.memory.of(things).kept(_of_kind, kind, things)


def _of_journey(journey: Journey) -> tuple[Planned, ...]:
    """Return the map, the page of words beside it and the pages for paper, and what leads there."""
    ref = Ref("journey", journey.id)
    details = partial(making.details, ref=ref, journey=journey)
    papers = (
        Planned(path, partial(making.paper, journey=journey, size=size))
        for size, path in paper_pages(journey)
    )
    of_words = Planned(_UNSHARED.details_of(ref), details, listed=not journey.draft)
    pages = _page_of(ref, journey), of_words, *papers
    return (*pages, *making.moved(ref, journey, pages))


def _of_kind(kind: str, things: Mapping[str, Thing]) -> tuple[Planned, ...]:
    found = (_of_thing(Ref(kind, id_), thing) for id_, thing in things.items())
    return tuple(planned for pages in found for planned in pages)


def _of_thing(ref: Ref, thing: Thing) -> tuple[Planned, ...]:
    page = _page_of(ref, thing)
    return (page, *making.moved(ref, thing, (page,)))


def _page_of(ref: Ref, thing: Thing) -> Planned:
    make = partial(making.thing, ref=ref, thing=thing)
    path, large = _UNSHARED.page_of(ref), ref.kind == "journey"
    return Planned(path, make, large=large, listed=not thing.draft)


# The addresses of things, which hang on no owner or tag.
_UNSHARED = Addresses({})


def _past(edition: Edition) -> Iterator[Planned]:
    """Yield the pages of what changed, and the feeds of it."""
    if not has_history(edition):
        return
    yield Planned(HISTORY, making.history_of_site, listed=True)
    if has_feeds(edition):
        yield Planned(FEED, making.feed)
    for journey in edition.site.journeys.values():
        ref = Ref("journey", journey.id)
        make = partial(making.history_of, ref=ref, journey=journey)
        page = Planned(history_of(ref), make, listed=not journey.draft)
        yield from (page, *making.moved(ref, journey, (page,)))
        if has_feeds(edition):
            yield Planned(feed_of(ref), partial(making.feed, ref=ref))


def _indexes(edition: Edition) -> Iterator[Planned]:
    for kind in PAGE_KINDS:
        if edition.site.of_kind(kind):
            template, context = index_page(kind)
            yield planned(index_of(kind), template, context, listed=template != making.REDIRECT)


def _shared(edition: Edition) -> Iterator[Planned]:
    """Yield the pages of owners and tags, and their lists."""
    shared = edition.inventory.shared
    for kind in dict.fromkeys(ref.kind for ref in shared):
        yield planned(index_of(kind), "index.html", partial(listing_of, kind=kind))
    for ref in shared:
        make = partial(making.shared, ref=ref)
        yield Planned(edition.addresses.page_of(ref), make, listed=True)


def _files(edition: Edition) -> Iterator[Planned]:
    """Yield what is copied as it is: the theme's assets, pictures of content and static files."""
    yield Planned(SEARCH_INDEX, making.search)
    past = edition.archived
    if past is None:
        yield from edition.memory.kept(_assets, edition.theme)
        if edition.options:
            yield Planned(STYLESHEET, making.options, made_of=making.options)
    static = within(STATIC, edition.paths)
    for file in (*static, *shown_files(edition)):
        if past and place_of_file(file) not in past.own:
            continue
        copy, stamp = partial(making.copy, file=file), partial(making.stamp, file=file)
        yield Planned(place_of_file(file), copy, made_of=stamp)


def _assets(theme: Theme) -> tuple[Planned, ...]:
    return tuple(
        Planned(path, making.asset, made_of=making.stamp_of_asset) for path in theme.assets
    )
