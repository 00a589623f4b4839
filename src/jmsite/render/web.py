"""What the web asks of a site whose address is known, besides its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jmsite.files.walk import STATIC
from jmsite.render.cards import cards
from jmsite.render.edition import Edition
from jmsite.render.page import Planned
from jmsite.render.sitemap import ROBOTS, robots, sitemaps


def web_files(edition: Edition, pages: Iterable[Planned]) -> Iterator[Planned]:
    """Yield what search engines are told of the pages of a site, and what others show of them.

    All of it names full addresses, so a site without a base address has none of it; of a past state
    they are told nothing. A file that the project puts in the same place stands there instead.
    """
    if not edition.settings.base_url or edition.archived:
        return
    listed = [page.path for page in pages if page.listed]
    for planned in (*sitemaps(listed), Planned(ROBOTS, robots), *cards(edition)):
        if STATIC + planned.path not in edition.links.files:
            yield planned
