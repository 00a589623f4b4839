"""The files of a project as an editor sees them: what is not saved yet stands before the disk."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property

from jmsite.files.tree_over import TreeOver


@dataclass(frozen=True)
class OverlayTree(TreeOver):
    """A tree with the texts of open files, by path, before those of the tree under it."""

    texts: Mapping[str, str]

    def read(self, path: str) -> bytes:
        """Return the content of a file; raises KeyError and UnreadableFile, as Tree says."""
        if path in self.texts:
            return self.texts[path].encode("utf-8", "surrogatepass")
        return super().read(path)

    def stamp(self, path: str) -> Hashable:
        """Return the text of an open file, else the stamp of the tree under it; raises KeyError."""
        return self.texts[path] if path in self.texts else super().stamp(path)

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        below = self.under.paths()
        new = self.texts.keys() - set(below)
        return tuple(sorted((*below, *new))) if new else below
