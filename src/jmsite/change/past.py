"""What git knows of how a project came to be, asked when somebody wants to know it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jmsite.files.commit_tree import CommitTree
from jmsite.files.git import GitError, Repository, find_repository
from jmsite.files.git_head import Head, head_of
from jmsite.files.git_log import LastChange, Log, read_log
from jmsite.files.tree import FolderTree, Tree


@dataclass(frozen=True)
class Past:
    """The past of a project; ``stamp`` is another as soon as it may be, None where there is none.

    There is none outside of a repository, and where nobody wants it told.
    """

    stamp: Hashable = None
    read: Callable[[], Log] = Log

    @property
    def is_there(self) -> bool:
        """Tell whether there is a past that git was or can be asked for."""
        return self.stamp is not None

    @cached_property
    def log(self) -> Log:
        """The commits that changed the project; none where git gives no answer."""
        try:
            return self.read()
        except GitError:
            return Log()

    def last_change(self, paths: Iterable[str]) -> LastChange | None:
        """Return the last change of some files; None where nobody knows it."""
        found = [self.log.last[path] for path in paths if path in self.log.last]
        return max(found, key=lambda change: change.time, default=None)


NO_PAST = Past()


class PastMemory:
    """Where the past of one project is asked for, and what it was the last time."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._found: dict[Path, tuple[Repository, Head] | None] = {}
        self._last = NO_PAST

    def of(self, tree: Tree, configuration: str) -> Past:
        """Return the past of a project; the same as the last time while nothing was committed.

        Only a folder and a commit have one.
        """
        if isinstance(tree, CommitTree):
            commit, repository = tree.commit, tree.repository
            return Past(commit, lambda: read_log(repository, commit, configuration))
        if not isinstance(tree, FolderTree):
            return NO_PAST
        found = self._repository(tree)
        if found is None:
            return NO_PAST
        repository, head = found
        stamp = (head.stamp(), configuration)
        if self._last.stamp != stamp:
            self._last = Past(stamp, lambda: _read(repository, configuration))
        return self._last

    def _repository(self, tree: FolderTree) -> tuple[Repository, Head] | None:
        if tree.root not in self._found:
            self._found[tree.root] = _found_at(tree.root)
        return self._found[tree.root]


def _found_at(folder: Path) -> tuple[Repository, Head] | None:
    try:
        repository = find_repository(folder)
        return (repository, head_of(repository)) if repository else None
    except GitError:
        return None


def _read(repository: Repository, configuration: str) -> Log:
    return read_log(repository, repository.commit("HEAD"), configuration)
