"""Trees whose stamps follow from the contents of files, so that two of them can be compared."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha1, sha256

from jmsite.files.commit_tree import CommitTree
from jmsite.files.tree import Tree
from jmsite.files.tree_over import TreeOver
from jmsite.files.walk import UnreadableFile

_SHA256_LENGTH = 64


@dataclass(frozen=True)
class ByContent(TreeOver):
    """The files of a tree, each with the name that git gives to its content for a stamp.

    ``like`` is the tree that it is compared with: repositories name contents in one of two ways.
    """

    like: Tree
    _last: dict[str, bytes] = field(default_factory=dict, init=False, compare=False, repr=False)

    def read(self, path: str) -> bytes:
        """Return the content of a file; raises KeyError and UnreadableFile, as Tree says."""
        return self._last[path] if path in self._last else self.under.read(path)

    def stamp(self, path: str) -> Hashable:
        """Return the name of the content of a file; raises KeyError, as Tree says."""
        if isinstance(self.under, CommitTree):
            return self.under.stamp(path)
        try:
            data = self.under.read(path)
        except UnreadableFile:
            return self.under.stamp(path)
        # A file is read right after it was looked at.
        self._last.clear()
        self._last[path] = data
        named = sha256 if self._is_long else sha1
        return named(b"blob %d\0" % len(data) + data).hexdigest()

    @cached_property
    def _is_long(self) -> bool:
        return _is_long(self.like)


def _is_long(tree: Tree) -> bool:
    """Tell whether a tree is of a repository that names contents by the longer of two hashes."""
    if not isinstance(tree, CommitTree):
        return False
    return len(tree.commit) == _SHA256_LENGTH
