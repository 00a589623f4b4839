"""Whether the links of pages that were made lead somewhere: a last look at templates of one's own.

What content links to was followed before any page was made, and the templates that come along
are held to it by tests. A template of the project may link to anything.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import unquote

from jmsite.content.hrefs import is_remote
from jmsite.files.tree import Tree
from jmsite.files.walk import STATIC
from jmsite.findings import Finding, Location
from jmsite.forms import BROKEN_LINK
from jmsite.render.folders import within
from jmsite.render.theme_layers import OWN

# In text no bracket stands as it is, though quotation marks do.
_TAG = re.compile(rb"""<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = re.compile(
    rb"""\s([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""",
)
_NAMES = frozenset({b"href", b"src", b"id"})


class Leads:
    """The links and anchors of pages, looked at as they are made.

    ``pages`` are the addresses of the site; what is made besides is only there to be led to.
    """

    def __init__(self, tree: Tree, pages: Iterable[str]) -> None:
        """Take the templates that the project has; where it has none nothing is looked at."""
        self._own = frozenset(pages)
        self._templates = tuple(p for p in within(OWN, tree.paths()) if p.endswith(".html"))
        self._as_it_is = {path.removeprefix(STATIC) for path in within(STATIC, tree.paths())}
        self._tree = tree
        self._pages: dict[str, frozenset[str]] = {}
        # Of each place that is linked to a page that does so, and how it is written there.
        self._wanted: dict[tuple[str, str], tuple[str, str]] = {}

    def look(self, path: str, data: bytes) -> None:
        """Take notice of a file of the site."""
        if not self._templates:
            return
        is_page = path.endswith(".html") and path not in self._as_it_is
        found = set(_attributes(data)) if is_page else set()
        self._pages[path] = frozenset(value for name, value in found if name == b"id")
        links = {value for name, value in found if name != b"id"} if path in self._own else ()
        for written in sorted(links):
            if not is_remote(written) and not written.startswith("/"):
                self._wanted.setdefault(_target(path, written), (path, written))

    def broken(self) -> Finding | None:
        """Return the first link that leads nowhere, once all files were looked at."""
        missing = list(self._missing())
        if not missing:
            return None
        page, written = missing[0]
        more = f"; so do {len(missing) - 1} more" if len(missing) > 1 else ""
        return BROKEN_LINK.at(
            self._place_of(written),
            f"the page “{page}” links to “{written}”, which the site does not have{more}",
            "mend the link in the template of your theme that writes it",
        )

    def _missing(self) -> Iterator[tuple[str, str]]:
        for (target, anchor), where in self._wanted.items():
            ids = self._pages.get(target)
            has_anchors = target.endswith(".html") and target not in self._as_it_is
            if ids is None or (has_anchors and anchor and anchor != "top" and anchor not in ids):
                yield where

    def _place_of(self, written: str) -> Location:
        """Return the line of a template that has the link in it, else the first template."""
        for path in self._templates:
            lines = self._tree.read(path).decode("utf-8", "replace").splitlines()
            for number, line in enumerate(lines, start=1):
                if f'"{written}"' in line:
                    return Location(path, number, line.index(written) + 1, len(written))
        return Location(self._templates[0])


def _attributes(data: bytes) -> Iterator[tuple[bytes, str]]:
    """Yield the links and anchors of a page, each with the name of its attribute."""
    for tag in set(_TAG.findall(data)):
        for name, *values in _ATTRIBUTE.findall(tag):
            if name in _NAMES:
                yield name, unescape(b"".join(values).decode())


def _target(page: str, written: str) -> tuple[str, str]:
    """Return the file and the anchor that a link on a page leads to."""
    path, _, anchor = written.partition("#")
    path = unquote(path.partition("?")[0])
    if not path:
        return page, unquote(anchor)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    is_folder = path.endswith(("/", "/.", "/..")) or path in (".", "..")
    return posixpath.normpath(posixpath.join(target, "index.html" * is_folder)), unquote(anchor)
