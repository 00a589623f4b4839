"""Links as authors write them, to files of the project, turned into links between pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, unquote

from jmsite.content.markdown import is_remote
from jmsite.model.ids import Ref
from jmsite.model.kinds import BY_PLURAL
from jmsite.render.addresses import HOME, Addresses, anchor_of, index_of, link
from jmsite.render.headings import HOME_FILE, Headings
from jmsite.render.inventory import Inventory, source_of
from jmsite.site.paths import find_file, find_path

CONTENT = "content/"
STATIC = "static/"
MEDIA = "media/"
_NOT_IN_ADDRESS = re.compile(r"""[\s"<>\\^`{|}]""")


@dataclass(frozen=True)
class Links:
    """Where the links and pictures of source files lead in the site.

    ``files`` are the paths of the project.
    """

    inventory: Inventory
    addresses: Addresses
    files: frozenset[str]

    def resolve(self, page: str, source: str, href: str) -> str | None:
        """Return the link on ``page`` for what a source file wrote, or None where it leads nowhere.

        Links to other sites stay as they are, but for letters that no address has.
        """
        if is_remote(href):
            return _NOT_IN_ADDRESS.sub(lambda found: quote(found[0]), href)
        target = find_file(source, href, self.files)
        if target is None:
            return None
        if target.endswith((".md", ".yml")):
            return self._to_content(page, target, unquote(href.partition("#")[2]))
        return link(page, address_of_file(target))

    def file(self, page: str, source: str, path: str) -> str | None:
        """Return the link to a picture or another file beside ``source`` or in ``static/``."""
        target = find_path(source, path, self.files)
        return link(page, address_of_file(target)) if target else None

    def _to_content(self, page: str, target: str, fragment: str) -> str | None:
        thing = self._inside.get((target, fragment))
        if thing:
            return self.addresses.href(page, thing)
        start = self._pages.get(target)
        if start is None:
            return None
        if not fragment:
            return link(page, *start)
        heading = self._headings.at(target, fragment)
        return link(page, *heading) if heading else None

    @cached_property
    def _headings(self) -> Headings:
        return Headings(self.inventory, self.addresses)

    @cached_property
    def _pages(self) -> dict[str, tuple[str, str]]:
        """The page, and the place on it, that shows what a source file holds."""
        pages = {HOME_FILE: (HOME, "")}
        for ref in self.inventory.things:
            path = source_of(self.inventory.site, ref)
            if path not in pages:
                pages[path] = _collection(path) or (self.addresses.page_of(ref), anchor_of(ref))
        return pages

    @cached_property
    def _inside(self) -> dict[tuple[str, str], Ref]:
        """What stands inside a source file, by ``id`` where that is enough and by ``kind/id``."""
        found: dict[tuple[str, str], Ref] = {}
        several = set()
        for ref in self.inventory.things:
            path = source_of(self.inventory.site, ref)
            for name in _names(ref):
                if (path, name) in found:
                    several.add((path, name))
                found[path, name] = ref
        return {key: ref for key, ref in found.items() if key not in several}


def place_of_file(path: str) -> str:
    """Return where a file of the project that pages show stands in the site."""
    if path.startswith(STATIC):
        return path.removeprefix(STATIC)
    return MEDIA + path.removeprefix(CONTENT)


def address_of_file(path: str) -> str:
    """Return the same as an address, in which any letter may stand."""
    return quote(place_of_file(path))


def _collection(path: str) -> tuple[str, str] | None:
    """Return the index that shows a collection file as a whole."""
    folder, _, name = path.rpartition("/")
    kind = BY_PLURAL.get(name.rpartition(".")[0])
    in_one_file = f"{folder}/" == CONTENT and name.endswith((".yml", ".yaml"))
    return (index_of(kind.name), "") if kind and in_one_file else None


def _names(ref: Ref) -> Iterator[str]:
    yield ref.id
    yield ref.local
    if anchor_of(ref):
        yield anchor_of(ref)
