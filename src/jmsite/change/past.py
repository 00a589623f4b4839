"""What git knows of how a project came to be, asked when somebody wants to know it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TypeVar

from jmsite.change.entries import Blocks, Entries, blocks_of
from jmsite.change.history import Entry, Walk, is_older
from jmsite.files.commit_tree import CommitTree
from jmsite.files.git import GitError, Repository, find_repository
from jmsite.files.git_head import Head, head_of
from jmsite.files.git_log import LastChange, Log, read_log
from jmsite.files.tree import FolderTree, Tree
from jmsite.files.walk import CONTENT
from jmsite.model.settings import Settings
from jmsite.site.vocabulary import Vocabulary

_V = TypeVar("_V")

# The ending of files that hold many things.
COLLECTION = ".yml"


@dataclass(frozen=True)
class Past:
    """The past of a project; ``stamp`` is another as soon as it may be, None where there is none.

    There is none outside of a repository, and where nobody wants it told. ``read`` asks git for the
    commits, ``walk`` compares them, so many (``most``) at most; ``content`` gives what
    git holds by a name. ``refused`` is why git gave no answer of a project that is in a repository.
    """

    stamp: Hashable = None
    most: int = 0
    read: Callable[[], Log] = Log
    walk: Callable[[Log, int], tuple[Entry, ...]] = lambda _log, _most: ()
    content: Callable[[str], bytes] = lambda _name: b""
    refused: str = ""
    _entries: dict[str, Mapping[str, LastChange] | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def is_there(self) -> bool:
        """Tell whether there is a past that git was or can be asked for."""
        return self.stamp is not None

    @cached_property
    def log(self) -> Log:
        """The commits that changed the project; none where git gives no answer."""
        return self._log[0]

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """What the newest commits changed in the journeys, the newest first."""
        return self._walked[0]

    @property
    def problem(self) -> str:
        """Return why git does not tell all of it, in its words; empty where it does."""
        return self.refused or self._log[1] or self._walked[1]

    def known(self) -> Past:
        """Return the past once git was asked all of it, as before several processes tell it."""
        for path in () if self.problem else self.log.steps:
            if path.startswith(CONTENT) and path.count("/") == 1 and path.endswith(COLLECTION):
                self._entries_of(path)
        return self

    @property
    def goes_on(self) -> bool:
        """Tell whether older commits are known of which nothing is told."""
        return is_older(self.log, self.most)

    def last_change(self, paths: Iterable[str]) -> LastChange | None:
        """Return the last change of some files; None where nobody knows it."""
        found = [self.log.last[path] for path in paths if path in self.log.last]
        return min(found, key=lambda change: change.age, default=None)

    def last_change_of_entry(self, path: str, id_: str) -> LastChange | None:
        """Return the last change of an entry of a file; None where nobody knows it.

        It is that of the file where the file does not tell its entries apart.
        """
        entries = self._entries_of(path)
        return self.log.last.get(path) if entries is None else entries.get(id_)

    @cached_property
    def _log(self) -> tuple[Log, str]:
        return _or_why(self.read, Log())

    @cached_property
    def _walked(self) -> tuple[tuple[Entry, ...], str]:
        return _or_why(partial(self.walk, self.log, self.most), ())

    def _entries_of(self, path: str) -> Mapping[str, LastChange] | None:
        if path not in self._entries:
            steps = self.log.steps.get(path)
            self._entries[path] = None
            with suppress(GitError):
                self._entries[path] = Entries(steps, cache(self._blocks)).last() if steps else None
        return self._entries[path]

    def _blocks(self, name: str) -> Blocks | None:
        return blocks_of(self.content(name).decode("utf-8", "replace"))


NO_PAST = Past()


def _or_why(ask: Callable[[], _V], nothing: _V) -> tuple[_V, str]:
    """Return what git answers; where it does not, nothing and why."""
    try:
        return ask(), ""
    except GitError as error:
        return nothing, str(error)


class PastMemory:
    """Where the past of one project is asked for, and what it was the last time."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._found: dict[Path, tuple[Repository, Head] | Past] = {}
        self._last = NO_PAST

    def of(
        self,
        tree: Tree,
        configuration: str,
        settings: Settings,
        vocabulary: Callable[[Tree], Vocabulary],
    ) -> Past:
        """Return the past of a project; the same as the last time while nothing was committed.

        Only a folder and a commit have one.
        """
        asked = _asked(tree, self._repository) if settings.history.commits > 0 else NO_PAST
        if isinstance(asked, Past):
            return asked
        repository, revision, head = asked
        stamp = (head, configuration, settings.history.commits, settings.language)
        if self._last.stamp != stamp:
            self._last = _past(repository, revision, stamp, vocabulary)
        return self._last

    def stamp(self, folder: Path) -> Hashable:
        """Return what is another as soon as the past of the project in a folder may be."""
        found = self._repository(folder)
        return None if isinstance(found, Past) else found[1].stamp()

    def _repository(self, folder: Path) -> tuple[Repository, Head] | Past:
        if folder not in self._found:
            self._found[folder] = _found_at(folder)
        return self._found[folder]


_Asked = tuple[Repository, str, Hashable]
_Stamp = tuple[Hashable, str, int, str]


def _asked(tree: Tree, find: Callable[[Path], tuple[Repository, Head] | Past]) -> _Asked | Past:
    """Return the repository of a project, the commit that it is at, and what tells of another."""
    if isinstance(tree, CommitTree):
        return tree.repository, tree.commit, tree.commit
    found = find(tree.root) if isinstance(tree, FolderTree) else NO_PAST
    return found if isinstance(found, Past) else (found[0], "HEAD", found[1].stamp())


def _past(
    repository: Repository, revision: str, stamp: _Stamp, vocabulary: Callable[[Tree], Vocabulary]
) -> Past:
    """Return the past of what is checked out now, though git is asked of it later."""
    _, configuration, most, language = stamp
    try:
        commit = repository.commit(revision)
    except GitError:
        return Past(stamp, most)
    read = partial(read_log, repository, commit, configuration)
    walk = Walk(repository, configuration, language, vocabulary).entries
    return Past(stamp, most, read, walk, repository.read)


def _found_at(folder: Path) -> tuple[Repository, Head] | Past:
    try:
        repository = find_repository(folder)
        return (repository, head_of(repository)) if repository else NO_PAST
    except GitError as error:
        # Whoever uses no git need not hear that it is not there.
        above = (folder.absolute(), *folder.absolute().parents)
        return Past(refused=str(error) if any((one / ".git").exists() for one in above) else "")
