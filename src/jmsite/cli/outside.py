"""``jmsite check --external``: the addresses on the web that a project leads to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from jmsite.build import Memory
from jmsite.change.ratchet import Brought
from jmsite.checked import Checked
from jmsite.cli.check import is_within
from jmsite.cli.progress import progress
from jmsite.content.read import read_content
from jmsite.files.tree import Tree
from jmsite.findings import Location, in_order
from jmsite.links.answer import Answer, Limits
from jmsite.links.crowd import ask_all
from jmsite.links.told import findings_of
from jmsite.site.outside import outside_links


@dataclass(frozen=True)
class Outside:
    """How addresses on the web are asked about, and in which paths of a project (none: in all)."""

    configuration: str
    inside: tuple[str, ...]
    local: bool
    cached: bool
    quiet: bool

    def checked(self, checked: Checked, tree: Tree, memory: Memory) -> Checked:
        """Return a checked project with what is wrong with the addresses that it leads to.

        The ``memory`` is that of the check, so that nothing is read twice.
        """
        places = self._places(tree, memory)
        found = findings_of(places, self._asked(places))
        return replace(checked, form=in_order((*checked.form, *found)))

    def brought(self, brought: Brought, before: Tree, after: Tree) -> Brought:
        """Return what a change brings with what is wrong with the addresses that it brings.

        Addresses that were there before are not asked.
        """
        known = self._places(before, Memory())
        places = self._places(after, Memory())
        new = {address: at for address, at in places.items() if address not in known}
        found = findings_of(new, self._asked(new))
        return replace(brought, new=in_order((*brought.new, *found)))

    def _asked(self, addresses: Mapping[str, object]) -> Mapping[str, Answer]:
        with progress("Asking other hosts", quiet=self.quiet, every=1) as tell:
            limits = Limits(local=self.local)
            return ask_all(addresses, limits, cached=self.cached, progress=tell)

    def _places(self, tree: Tree, memory: Memory) -> dict[str, tuple[Location, ...]]:
        """Return the addresses that are asked about, each with all places that name it."""
        content = read_content(tree, memory.load.shelf)
        project = memory.load.project(tree, self.configuration)
        passed_over = project.settings.links.ignore
        asked = {
            address: tuple(at for at in places if is_within(at.path, self.inside))
            for address, places in outside_links(content, project).items()
            if not any(fnmatchcase(address, pattern) for pattern in passed_over)
        }
        return {address: places for address, places in asked.items() if places}
