"""What of a project one has to read to make something new: not what stands in other journeys."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property

from jmsite.content.layout import CONTENT, INDEX, split_name
from jmsite.files.tree import Tree
from jmsite.files.walk import UnreadableFile

_JOURNEYS = f"{CONTENT}/journeys/"


@dataclass(frozen=True)
class Nearby:
    """The files of a project without what stands in journeys other than one.

    Of the others their own files are left, which say what they are called.
    """

    tree: Tree
    journey: str

    def paths(self) -> tuple[str, ...]:
        """Return the paths of the files that are left, sorted."""
        return self._paths

    def links(self) -> tuple[str, ...]:
        """Return the paths of the symbolic links that were met, sorted."""
        return self.tree.links()

    def unreadable(self) -> tuple[UnreadableFile, ...]:
        """Return what could not even be listed, with the reason."""
        return self.tree.unreadable()

    def read(self, path: str) -> bytes:
        """Return the content of a file; raises KeyError and UnreadableFile, as Tree says."""
        return self.tree.read(path)

    def stamp(self, path: str) -> Hashable:
        """Return what is another as soon as the content of a file is; raises KeyError."""
        return self.tree.stamp(path)

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        return tuple(path for path in self.tree.paths() if self._is_near(path))

    def _is_near(self, path: str) -> bool:
        if not path.startswith(_JOURNEYS):
            return True
        folder, _, file = path.removeprefix(_JOURNEYS).partition("/")
        return file == INDEX or split_name(folder)[1] == self.journey
