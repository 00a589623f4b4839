"""The files of a project as an editor sees them: what is not saved yet stands before the disk."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property

from jmsite.files.tree import Tree
from jmsite.files.walk import UnreadableFile


@dataclass(frozen=True)
class OverlayTree:
    """A tree with the texts of open files, by path, before those of the tree below."""

    below: Tree
    texts: Mapping[str, str]

    def paths(self) -> tuple[str, ...]:
        """Return the paths of all files, sorted; an open file is there before it is saved."""
        return self._paths

    def links(self) -> tuple[str, ...]:
        """Return the paths of symbolic links in the tree below."""
        return self.below.links()

    def unreadable(self) -> tuple[UnreadableFile, ...]:
        """Return what the tree below could not list."""
        return self.below.unreadable()

    def read(self, path: str) -> bytes:
        """Return the content of a file; raises KeyError and UnreadableFile, as Tree says."""
        if path in self.texts:
            return self.texts[path].encode("utf-8", "surrogatepass")
        return self.below.read(path)

    def stamp(self, path: str) -> Hashable:
        """Return the text of an open file, else what the tree below says, as Tree says."""
        return self.texts[path] if path in self.texts else self.below.stamp(path)

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        below = self.below.paths()
        new = self.texts.keys() - set(below)
        return tuple(sorted((*below, *new))) if new else below
