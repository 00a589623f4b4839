"""A tree that shows another one, and changes only what it names."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property

from jmsite.files.tree import Tree
from jmsite.files.walk import UnreadableFile


@dataclass(frozen=True)
class TreeOver:
    """The files of another tree; who builds on this says which paths there are and who holds them.

    What the other tree met and could not list is met here too.
    """

    under: Tree

    def paths(self) -> tuple[str, ...]:
        """Return the paths of all files of the project, sorted."""
        return self._paths

    def links(self) -> tuple[str, ...]:
        """Return the paths of the symbolic links that were met and not followed, sorted."""
        return self.under.links()

    def unreadable(self) -> tuple[UnreadableFile, ...]:
        """Return what could not even be listed, with the reason."""
        return self.under.unreadable()

    def read(self, path: str) -> bytes:
        """Return the content of a file; raises KeyError and UnreadableFile, as Tree says."""
        return self._holder(path).read(path)

    def stamp(self, path: str) -> Hashable:
        """Return what is another as soon as the content of a file is; raises KeyError."""
        return self._holder(path).stamp(path)

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        return self.under.paths()

    def _holder(self, _path: str) -> Tree:
        return self.under
