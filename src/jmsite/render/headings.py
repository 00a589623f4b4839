"""Where the headings of texts stand in the site: one page may show the texts of many files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from jmsite.content.markdown import anchors_in
from jmsite.model.fields import Thing
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.render.addresses import HOME, Addresses, anchor_of
from jmsite.render.inventory import Inventory, inside, source_of

HOME_FILE = "content/index.md"


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
        for page in self._pages.get(file, ()):
            if (file, anchor) in self._on(page):
                return page, self._on(page)[file, anchor]
        return None

    def _on(self, page: str) -> dict[tuple[str, str], str]:
        """Return the anchors of the headings on a page, by file and anchor in that file."""
        if page not in self._read:
            taken = set(self._things_on(page))
            found: dict[tuple[str, str], str] = {}
            for file, body in self._texts[page]:
                written, shown = anchors_in(body), anchors_in(body, taken)
                for name, anchor in zip(written, shown, strict=True):
                    found.setdefault((file, name), anchor)
            self._read[page] = found
        return self._read[page]

    def _things_on(self, page: str) -> Iterator[str]:
        for journey in self.inventory.site.journeys.values():
            if page == self.addresses.details_of(Ref("journey", journey.id)):
                yield from anchors(journey)

    @cached_property
    def _read(self) -> dict[str, dict[tuple[str, str], str]]:
        """The headings of pages that a link led to: many links may lead to one page."""
        return {}

    @cached_property
    def _texts(self) -> dict[str, list[tuple[str, str]]]:
        """The files and texts of each page that shows texts, in the order of the page."""
        texts: dict[str, list[tuple[str, str]]] = {
            HOME: [(HOME_FILE, self.inventory.site.home.body)]
        }
        for ref, thing in self.inventory.things.items():
            if isinstance(thing, Thing) and thing.body:
                file = source_of(self.inventory.site, ref)
                texts.setdefault(self.addresses.details_of(ref), []).append((file, thing.body))
        return texts

    @cached_property
    def _pages(self) -> dict[str, tuple[str, ...]]:
        """The pages that show the texts of each file."""
        pages: dict[str, dict[str, None]] = {}
        for page, texts in self._texts.items():
            for file, _ in texts:
                pages.setdefault(file, {})[page] = None
        return {file: tuple(shown) for file, shown in pages.items()}


def anchors(journey: Journey) -> Iterator[str]:
    """Yield the anchors that the pages of a journey have besides the headings of its texts."""
    for ref, thing in inside(journey):
        yield anchor_of(ref)
        for alias in getattr(thing, "aliases", None) or ():
            yield anchor_of(ref._replace(id=alias))
