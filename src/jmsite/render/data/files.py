"""Which files of a site are for programs: JSON and Markdown beside its pages, and ``llms.txt``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from jmsite.files.walk import STATIC
from jmsite.model.fields import Thing
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.render.addresses import HOME, Addresses
from jmsite.render.data import documents, markdown_pages
from jmsite.render.data.places import FOR_LANGUAGE_MODELS, beside
from jmsite.render.edition import Edition
from jmsite.render.inventory import PAGE_KINDS
from jmsite.render.page import Planned

# The addresses of things, which hang on no owner or tag.
_UNSHARED = Addresses({})


def for_programs(edition: Edition) -> Iterator[Planned]:
    """Yield the files of a site that programs read; none of them is a page.

    A past state has none. A project that writes its own ``llms.txt`` knows best.
    """
    if edition.archived:
        return
    yield Planned(beside(HOME, "json"), documents.whole)
    yield Planned(beside(HOME, "md"), markdown_pages.of_home)
    if STATIC + FOR_LANGUAGE_MODELS not in edition.links.files:
        yield Planned(FOR_LANGUAGE_MODELS, markdown_pages.for_language_models)
    for files in edition.memory.each(_of_journey, edition.site.journeys.values()):
        yield from files
    for kind in PAGE_KINDS:
        if kind != "journey":
            things = edition.site.of_kind(kind)
            yield from edition.memory.of(things).kept(_of_kind, kind, things)
    for ref in edition.inventory.shared:
        path = edition.addresses.page_of(ref)
        yield Planned(beside(path, "json"), partial(documents.of_shared, ref=ref))
        yield Planned(beside(path, "md"), partial(markdown_pages.of_shared, ref=ref))


def _of_journey(journey: Journey) -> tuple[Planned, ...]:
    return tuple(_of_thing(Ref("journey", journey.id), journey))


def _of_kind(kind: str, things: Mapping[str, Thing]) -> tuple[Planned, ...]:
    found = (_of_thing(Ref(kind, id_), thing) for id_, thing in things.items())
    return tuple(planned for files in found for planned in files)


def _of_thing(ref: Ref, thing: Thing) -> Iterator[Planned]:
    path = _UNSHARED.page_of(ref)
    yield Planned(beside(path, "json"), partial(documents.of_thing, ref=ref, thing=thing))
    yield Planned(beside(path, "md"), partial(markdown_pages.of_thing, ref=ref, thing=thing))
