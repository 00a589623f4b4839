"""Pages as a program reads them: their links, anchors and words."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote, urlsplit


@dataclass
class Reading:
    """What stands on a page: addresses that it names, its anchors and its text."""

    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    attributes: set[str] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that stands between the tags."""
        return "".join(self.texts)


class BrokenLink(NamedTuple):
    """A link that leads nowhere: the page it stands on and what it says."""

    page: str
    link: str


def read(html: str | bytes) -> Reading:
    """Return what a program finds on a page."""
    reader = _Reader()
    reader.feed(html.decode() if isinstance(html, bytes) else html)
    return reader.reading


def broken_links(pages: Mapping[str, bytes]) -> Iterator[BrokenLink]:
    """Yield every link within a site that leads to no file of it, or to no anchor of a page.

    The page of an unknown address is left out: a host shows it at any depth.
    """
    paths = (path for path in pages if path.endswith(".html") and path != "404.html")
    readings = {path: read(pages[path]) for path in paths}
    anchors = {path: frozenset(reading.ids) for path, reading in readings.items()}
    for path, reading in readings.items():
        for link in dict.fromkeys(reading.links):
            if not urlsplit(link).scheme and not _leads_somewhere(path, link, pages, anchors):
                yield BrokenLink(path, link)


def _leads_somewhere(
    page: str, link: str, pages: Mapping[str, bytes], anchors: Mapping[str, frozenset[str]]
) -> bool:
    path, anchor = (unquote(part) for part in link.partition("#")[::2])
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if target not in pages or path.startswith("/"):
        return False
    return not anchor or target not in anchors or anchor in anchors[target]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.reading = Reading()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            self.reading.attributes.add(name)
            if name == "id":
                self.reading.ids.append(value or "")
            if name in ("href", "src") and tag != "base":
                self.reading.links.append(value or "")

    def handle_data(self, data: str) -> None:
        self.reading.texts.append(data)
