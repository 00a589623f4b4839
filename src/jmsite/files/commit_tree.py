"""A project as a commit has it, read from the objects of its repository."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property

from jmsite.files.git import Entry, Repository
from jmsite.files.tree import DEFAULT_CONFIGURATION
from jmsite.files.walk import ODD_NAME, UNPRINTABLE, UnreadableFile, may_belong, printable


@dataclass(frozen=True)
class CommitTree:
    """The files of a project in a commit (its full name); the work tree is not looked at.

    The project is where the folder of the repository is. A commit that has no such folder is an
    empty project.
    """

    repository: Repository
    commit: str
    configuration: str = DEFAULT_CONFIGURATION

    def paths(self) -> tuple[str, ...]:
        """Return the paths of all files of the project, sorted."""
        return self._paths

    def links(self) -> tuple[str, ...]:
        """Return the paths of the symbolic links, sorted."""
        return tuple(sorted(path for path, entry in self._entries.items() if entry.is_link))

    def unreadable(self) -> tuple[UnreadableFile, ...]:
        """Return the files whose names nobody can print."""
        odd = (path for path, entry in self._entries.items() if entry.is_file and _is_odd(path))
        return tuple(UnreadableFile(printable(path), ODD_NAME) for path in sorted(odd))

    def read(self, path: str) -> bytes:
        """Return the content of a file; raises KeyError for a path that is not held.

        Raises GitError where a part of the repository was never fetched.
        """
        return self.repository.read(self._files[path].object)

    def stamp(self, path: str) -> Hashable:
        """Return the name that git gives to the content."""
        return self._files[path].object

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        return tuple(sorted(self._files))

    @cached_property
    def _files(self) -> Mapping[str, Entry]:
        return {
            path: entry
            for path, entry in self._entries.items()
            if entry.is_file and not _is_odd(path)
        }

    @cached_property
    def _entries(self) -> Mapping[str, Entry]:
        found = self.repository.files(self.commit)
        return {
            path: entry for path, entry in found.items() if may_belong(path, self.configuration)
        }


def _is_odd(path: str) -> bool:
    return UNPRINTABLE.search(path) is not None
