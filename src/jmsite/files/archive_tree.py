"""A past state of a project, dressed as the project is today."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from jmsite.files.digest import digest_of, is_kept_apart
from jmsite.files.tree import Tree
from jmsite.files.tree_over import TreeOver
from jmsite.files.walk import STATIC, THEMES, UnreadableFile


@dataclass(frozen=True)
class ArchiveTree(TreeOver):
    """The files of a past state (``under``) with configuration and themes of today (``now``).

    Files in ``static/`` that came later are there too: the configuration may name them.
    """

    now: Tree
    configuration: str

    def is_as_today(self, path: str) -> bool:
        """Tell whether a file is the same today, wherever git keeps it."""
        if not self._is_of_then(path):
            return True
        if path not in self._todays:
            return False
        try:
            now = self.now.read(path)
        except UnreadableFile:
            return False
        return digest_of(self.under.read(path)) == digest_of(now)

    def is_out_of_reach(self, path: str) -> bool:
        """Tell whether git keeps a file of then apart (LFS), and it is another today or gone."""
        is_apart = self._is_of_then(path) and is_kept_apart(self.under.read(path))
        return is_apart and not self.is_as_today(path)

    def _holder(self, path: str) -> Tree:
        return self.under if self._is_of_then(path) else self.now

    def _is_of_then(self, path: str) -> bool:
        return path in self._thens

    @cached_property
    def _thens(self) -> frozenset[str]:
        return frozenset(
            path
            for path in self.under.paths()
            if path != self.configuration and not path.startswith(THEMES)
        )

    @cached_property
    def _todays(self) -> frozenset[str]:
        return frozenset(self.now.paths())

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        given = (self.configuration, THEMES, STATIC)
        return tuple(sorted({*self._thens, *(p for p in self.now.paths() if p.startswith(given))}))
