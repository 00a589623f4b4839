"""Trees whose stamps follow from the contents of files, so that two of them can be compared."""

from __future__ import annotations

from collections.abc import Hashable
from hashlib import sha1, sha256
from typing import Final

from jmsite.files.commit_tree import CommitTree
from jmsite.files.tree import Tree
from jmsite.files.walk import UnreadableFile

_SHA256_LENGTH = 64


class ByContent:
    """The files of a tree, each with the name that git gives to its content for a stamp.

    ``like`` is the tree that it is compared with: repositories name contents in one of two ways.
    """

    def __init__(self, tree: Tree, like: Tree) -> None:
        """Read nothing yet."""
        self.tree: Final = tree
        self._hash = sha256 if _is_long(like) else sha1
        self._last: tuple[str, bytes] | None = None

    def paths(self) -> tuple[str, ...]:
        """Return the paths of all files of the project, sorted."""
        return self.tree.paths()

    def links(self) -> tuple[str, ...]:
        """Return the paths of the symbolic links, sorted."""
        return self.tree.links()

    def unreadable(self) -> tuple[UnreadableFile, ...]:
        """Return what could not even be listed."""
        return self.tree.unreadable()

    def read(self, path: str) -> bytes:
        """Return the content of a file; raises KeyError and UnreadableFile, as Tree says."""
        last = self._last
        return last[1] if last and last[0] == path else self.tree.read(path)

    def stamp(self, path: str) -> Hashable:
        """Return the name of the content of a file; raises KeyError, as Tree says."""
        if isinstance(self.tree, CommitTree):
            return self.tree.stamp(path)
        try:
            data = self.tree.read(path)
        except UnreadableFile:
            return self.tree.stamp(path)
        # A file is read right after it was looked at.
        self._last = (path, data)
        return self._hash(b"blob %d\0" % len(data) + data).hexdigest()


def _is_long(tree: Tree) -> bool:
    """Tell whether a tree is of a repository that names contents by the longer of two hashes."""
    if not isinstance(tree, CommitTree):
        return False
    return len(tree.commit) == _SHA256_LENGTH
