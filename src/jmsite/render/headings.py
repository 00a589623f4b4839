"""Where the headings of texts stand in the site: one page may show the texts of many files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from jmsite.content.layout import HOME as HOME_FILE
from jmsite.content.markdown import anchors_in
from jmsite.model.fields import Fields, Thing
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.render.addresses import HOME, Addresses, anchor_of
from jmsite.render.inventory import Inventory, inside, source_of


@dataclass(frozen=True)
class Headings:
    """The headings of the published texts, by the file that holds them.

    The texts of a journey, its phases and its touchpoints stand on one page, in the order of the
    project, so a heading may have another anchor there than in its file.
    """

    inventory: Inventory
    addresses: Addresses

    def at(self, file: str, anchor: str) -> tuple[str, str] | None:
        """Return the page and the anchor of a heading of a source file, None for another name."""
        for page, about in self._pages_of(file).items():
            if page not in self._read:
                self._read[page] = self._on(about)
            if (file, anchor) in self._read[page]:
                return page, self._read[page][file, anchor]
        return None

    def _pages_of(self, file: str) -> dict[str, Ref | None]:
        """Return the pages that show the texts of a file, each with what it is about."""
        if file == HOME_FILE:
            return {HOME: None}
        pages: dict[str, Ref | None] = {}
        for ref in self.inventory.in_file(file):
            if _body(self.inventory.things[ref]):
                about = Ref("journey", ref.journey) if ref.journey else ref
                pages.setdefault(self.addresses.details_of(ref), about)
        return pages

    def _on(self, about: Ref | None) -> dict[tuple[str, str], str]:
        """Return the anchors of the headings on a page, by file and anchor in that file."""
        journeys = self.inventory.site.journeys
        is_journey = about and about.kind == "journey"
        taken = set(anchors(journeys[about.id])) if about and is_journey else set()
        found: dict[tuple[str, str], str] = {}
        for file, body in self._texts(about):
            written, shown = anchors_in(body), anchors_in(body, taken)
            for name, anchor in zip(written, shown, strict=True):
                found.setdefault((file, name), anchor)
        return found

    def _texts(self, about: Ref | None) -> Iterator[tuple[str, str]]:
        """Yield the files and texts of a page that shows texts, in the order of the page."""
        site, things = self.inventory.site, self.inventory.things
        if about is None:
            yield HOME_FILE, site.home.body
            return
        inner = things.inside(site.journeys[about.id]) if about.kind == "journey" else ()
        for ref in (about, *inner):
            if body := _body(things[ref]):
                yield source_of(site, ref), body

    @cached_property
    def _read(self) -> dict[str, dict[tuple[str, str], str]]:
        """The headings of pages that a link led to: many links may lead to one page."""
        return {}


def _body(thing: Fields) -> str:
    return thing.body if isinstance(thing, Thing) else ""


def anchors(journey: Journey) -> Iterator[str]:
    """Yield the anchors that the pages of a journey have besides the headings of its texts."""
    for ref, thing in inside(journey):
        yield anchor_of(ref)
        for alias in getattr(thing, "aliases", None) or ():
            yield anchor_of(ref._replace(id=alias))
