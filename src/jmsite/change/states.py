"""The states that a project went through, each loaded from what the one before it came to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from jmsite.files.commit_tree import CommitTree
from jmsite.files.git import Repository
from jmsite.files.git_commits import FileChange
from jmsite.files.git_log import Log
from jmsite.files.object_tree import ObjectTree
from jmsite.files.store import Store
from jmsite.files.tree import Tree
from jmsite.files.walk import THEMES, may_belong
from jmsite.findings import Severity
from jmsite.load import Loaded, LoadMemory, load
from jmsite.site.site import Site
from jmsite.site.vocabulary import Vocabulary

# So many states are at hand: the two of a step, and one between them that is wrong.
_KEPT = 3

NOTHING = ""
"""The name of the state of a project that had not begun."""


@dataclass(frozen=True)
class PastState:
    """A state of the project: its files by the names of their contents, and what they say."""

    tree: ObjectTree
    loaded: Loaded

    @property
    def site(self) -> Site:
        """Return the site that it was."""
        return self.loaded.site

    @property
    def is_broken(self) -> bool:
        """Tell whether an error of form hides a part of it; those of the settings hide nothing."""
        errors = (f for f in self.loaded.findings if f.severity is Severity.ERROR)
        return any(error.location.path != self.loaded.configuration for error in errors)


class States:
    """Gives the states of a project, best from the oldest to the newest."""

    def __init__(
        self,
        repository: Repository,
        log: Log,
        configuration: str,
        vocabulary: Callable[[Tree], Vocabulary],
    ) -> None:
        """Begin with none."""
        self._repository = repository
        self._configuration = configuration
        self._vocabulary = vocabulary
        self._line = [landing.commit for landing in reversed(log.landings)]
        self._places = {commit.name: place for place, commit in enumerate(self._line)}
        begun = (log.cut,) if log.cut else ()
        self._folders = {commit.name: commit.folder for commit in (*self._line, *begun)}
        self._memory = LoadMemory()
        self._vocabularies: Store[Vocabulary] = Store()
        # In the order in which they were asked for: what is after one step is before the next.
        self._known: dict[str, PastState] = {}

    def at(self, commit: str, day: date) -> PastState:
        """Return the state of a commit of the published line, as it was on a day."""
        known = self._known.pop(commit, None) or self._loaded(commit, day)
        last = list(self._known.items())[1 - _KEPT :]
        self._known = {**dict(last), commit: known}
        return known

    def _loaded(self, commit: str, day: date) -> PastState:
        tree = ObjectTree(self._repository, self._files(commit))
        themes = tuple(path for path in tree.paths() if path.startswith(THEMES))
        loaded = load(
            tree,
            self._vocabularies.get("", themes, partial(self._vocabulary, tree)),
            configuration=self._configuration,
            today=day,
            memory=self._memory,
        )
        return PastState(tree, loaded)

    def _files(self, commit: str) -> Mapping[str, str]:
        """Return the files of a commit: those of the state before, with what changed since."""
        if commit == NOTHING:
            return {}
        before = next(reversed(self._known), NOTHING)
        start, end = self._places.get(before), self._places.get(commit)
        if start is None or end is None or start > end:
            there = replace(self._repository, prefix=self._folders[commit])
            tree = CommitTree(there, commit, self._configuration)
            return {path: str(tree.stamp(path)) for path in tree.paths()}
        found = dict(self._known[before].tree.objects)
        for one in self._line[start + 1 : end + 1]:
            _apply(found, one.changed, self._configuration)
        return found


def _apply(files: dict[str, str], changes: Iterable[FileChange], configuration: str) -> None:
    for change in changes:
        if change.now and may_belong(change.path, configuration):
            files[change.path] = change.now
        else:
            files.pop(change.path, None)
