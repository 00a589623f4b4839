"""A project by the names of its contents, as a walk over its history knows them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property

from jmsite.files.git import Repository
from jmsite.files.walk import UnreadableFile


@dataclass(frozen=True)
class ObjectTree:
    """The files of a project in a repository: ``objects`` names the content of each path."""

    repository: Repository
    objects: Mapping[str, str]

    def paths(self) -> tuple[str, ...]:
        """Return the paths of all files of the project, sorted."""
        return self._paths

    def links(self) -> tuple[str, ...]:
        """Return nothing: whether something was a link is not looked at."""
        return ()

    def unreadable(self) -> tuple[UnreadableFile, ...]:
        """Return nothing: what a commit lists it has."""
        return ()

    def read(self, path: str) -> bytes:
        """Return the content of a file; raises KeyError for a path that is not held.

        Raises GitError where a part of the repository was never fetched.
        """
        return self.repository.read(self.objects[path])

    def stamp(self, path: str) -> Hashable:
        """Return the name that git gives to the content."""
        return self.objects[path]

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        return tuple(sorted(self.objects))
