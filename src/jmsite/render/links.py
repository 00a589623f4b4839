"""Links as authors write them, to files of the project, turned into links between pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, unquote

from jmsite.content.hrefs import is_remote
from jmsite.content.layout import HOME as HOME_FILE
from jmsite.files.walk import CONTENT, STATIC
from jmsite.model.ids import Ref
from jmsite.model.kinds import BY_PLURAL
from jmsite.render.addresses import HOME, Addresses, anchor_of, index_of, link
from jmsite.render.headings import Headings
from jmsite.render.inventory import Inventory
from jmsite.render.versions import Archived
from jmsite.site.paths import find_file, find_path

MEDIA = "media/"
_NOT_IN_ADDRESS = re.compile(r"""[\s"<>\\^`{|}]""")


@dataclass(frozen=True)
class Links:
    """Where the links and pictures of source files lead in the site.

    ``files`` are the paths of the project. A past state (``archived``) uses files of the newest.
    """

    inventory: Inventory
    addresses: Addresses
    files: frozenset[str]
    archived: Archived | None = None

    def to(self, page: str, target: str, anchor: str = "") -> str:
        """Return the link on ``page`` to a page of the site or to a file of it."""
        past = self.archived
        start = past.place + page if past and target in past.at_root else page
        return link(start, quote(target), anchor)

    def resolve(self, page: str, source: str, href: str) -> str | None:
        """Return the link on ``page`` for what a source file wrote, or None where it leads nowhere.

        Links to other sites stay as they are, but for letters that no address has.
        """
        if is_remote(href):
            return _escaped(href)
        target = find_file(source, href, self.files)
        if target is None:
            return None
        if target.endswith((".md", ".yml")):
            return self._to_content(page, target, unquote(href.partition("#")[2]))
        return self.to(page, place_of_file(target)) + _escaped(_after_path(href))

    def file(self, page: str, source: str, path: str) -> str | None:
        """Return the link to a picture or another file beside ``source`` or in ``static/``."""
        target = find_path(source, path, self.files)
        return self.to(page, place_of_file(target)) if target else None

    def _to_content(self, page: str, target: str, fragment: str) -> str | None:
        inside = self.inventory.in_file(target)
        thing = _named(inside, fragment)
        if thing:
            return self.addresses.href(page, thing)
        if not inside and target != HOME_FILE:
            return None
        if not fragment:
            return link(page, *self._start(target, inside))
        heading = self._headings.at(target, fragment)
        return link(page, *heading) if heading else None

    def _start(self, path: str, inside: tuple[Ref, ...]) -> tuple[str, str]:
        """Return the page, and the place on it, that shows what a source file holds."""
        if path == HOME_FILE:
            return HOME, ""
        return _collection(path) or (self.addresses.page_of(inside[0]), anchor_of(inside[0]))

    @cached_property
    def _headings(self) -> Headings:
        return Headings(self.inventory, self.addresses)


def _after_path(href: str) -> str:
    """Return what an address asks of a file, and the place in it."""
    return href.removeprefix(re.split(r"[?#]", href, maxsplit=1)[0])


def _escaped(address: str) -> str:
    return _NOT_IN_ADDRESS.sub(lambda found: quote(found[0]), address)


def place_of_file(path: str) -> str:
    """Return where a file of the project that pages show stands in the site."""
    if path.startswith(STATIC):
        return path.removeprefix(STATIC)
    return MEDIA + path.removeprefix(CONTENT)


def _collection(path: str) -> tuple[str, str] | None:
    """Return the index that shows a collection file as a whole."""
    folder, _, name = path.rpartition("/")
    kind = BY_PLURAL.get(name.rpartition(".")[0])
    in_one_file = f"{folder}/" == CONTENT and name.endswith((".yml", ".yaml"))
    return (index_of(kind.name), "") if kind and in_one_file else None


def _named(inside: tuple[Ref, ...], fragment: str) -> Ref | None:
    """Return the thing of a file that goes by ``id`` or ``kind/id``; None where several do."""
    found = {ref for ref in inside if fragment in (ref.id, ref.local, anchor_of(ref) or ref.id)}
    return found.pop() if len(found) == 1 else None
