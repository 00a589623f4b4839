"""What search engines are told: which pages there are, and where that is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from markupsafe import escape

from jmsite.model.ids import Ref
from jmsite.render.addresses import full_address
from jmsite.render.edition import Edition
from jmsite.render.history import last_change
from jmsite.render.inventory import PAGE_KINDS
from jmsite.render.page import Planned

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
# No sitemap may name more: further ones hold the rest, and the first names these.
MOST = 50_000

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemaps(pages: Sequence[str], most: int = MOST) -> Iterator[Planned]:
    """Yield the sitemap of some pages, or several and the one that names them.

    Each holds ``most`` pages at most.
    """
    parts = [pages[at : at + most] for at in range(0, len(pages), most)]
    if len(parts) < 2:
        yield _planned(SITEMAP, "urlset", "url", pages)
        return
    named = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield _planned(SITEMAP, "sitemapindex", "sitemap", named)
    for name, part in zip(named, parts, strict=True):
        yield _planned(name, "urlset", "url", part)


def robots(edition: Edition, _path: str) -> bytes:
    """Return what robots are told: they may read everything, and where all of it is named."""
    address = full_address(edition.settings.base_url, SITEMAP)
    return f"User-agent: *\nDisallow:\n\nSitemap: {address}\n".encode()


def _planned(path: str, whole: str, part: str, pages: Iterable[str]) -> Planned:
    return Planned(path, partial(_written, whole=whole, part=part, pages=pages))


def _written(edition: Edition, _path: str, whole: str, part: str, pages: Iterable[str]) -> bytes:
    days = dict(_days(edition))
    lines = "".join(f"<{part}>{_told(edition, page, days)}</{part}>\n" for page in sorted(pages))
    return f'{_HEAD}<{whole} xmlns="{_NAMESPACE}">\n{lines}</{whole}>\n'.encode()


def _told(edition: Edition, page: str, days: Mapping[str, date]) -> str:
    address = escape(full_address(edition.settings.base_url, page))
    day = f"<lastmod>{days[page]}</lastmod>" if page in days else ""
    return f"<loc>{address}</loc>{day}"


def _days(edition: Edition) -> Iterator[tuple[str, date]]:
    """Yield the pages about one thing with the day of its last change, as far as git knows it."""
    for kind in PAGE_KINDS:
        for id_ in edition.site.of_kind(kind):
            ref = Ref(kind, id_)
            if last := last_change(edition, ref):
                yield edition.addresses.page_of(ref), last.day
                yield edition.addresses.details_of(ref), last.day
