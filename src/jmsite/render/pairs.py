"""Which journeys are shown side by side, and at which address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jmsite.model.journey import Journey
from jmsite.site.site import Site
from jmsite.swimlane.together import tells_apart


class JourneyPair(NamedTuple):
    """Two journeys of a site by their ids, in the order in which they are read."""

    before: str
    after: str

    @property
    def page(self) -> str:
        """Return the page that shows both."""
        return f"journeys/{self.before}/compare/{self.after}/index.html"


def pairs_of(site: Site) -> tuple[JourneyPair, ...]:
    """Return the pairs that the settings and the journeys name, each once.

    The current state comes before the future one; two of one state keep the order of who names
    them.
    """
    found: dict[frozenset[str], JourneyPair] = {}
    for one, other in _named(site):
        if one != other and one in site.journeys and other in site.journeys:
            found.setdefault(frozenset((one, other)), _ordered(site, one, other))
    return tuple(found.values())


def compare_page_of(site: Site, one: str, other: str) -> str:
    """Return the page that shows two journeys, by ids in any order; empty where there is none."""
    both = frozenset((one, other))
    return next((pair.page for pair in pairs_of(site) if frozenset(pair) == both), "")


def personas_page_of(site: Site, journey: Journey) -> str:
    """Return the page that shows the personas of a journey; empty where they are not told apart."""
    return f"journeys/{journey.id}/personas/index.html" if tells_apart(site, journey) else ""


def _named(site: Site) -> Iterator[tuple[str, str]]:
    yield from site.settings.compare
    for journey in site.journeys.values():
        if journey.compare_with:
            yield journey.id, journey.compare_with


def _ordered(site: Site, one: str, other: str) -> JourneyPair:
    first_is_future = site.journeys[one].state == "future"
    swap = first_is_future and site.journeys[other].state == "current"
    return JourneyPair(other, one) if swap else JourneyPair(one, other)
