"""The history of a project: the commits that changed it, and what each file went through.

What is told is the line that a site is published from, that is the first parents. What a merge
brings came into the site with the merge, on its day, and was written by those whose commits it
brings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from jmsite.files.commit_tree import CommitTree
from jmsite.files.git import Repository, UnknownRevisionError
from jmsite.files.git_commits import OF_HOSTS, Commit, FileChange, read_commits
from jmsite.files.git_moves import moved_in


class OwnChange(NamedTuple):
    """What one commit of those that a merge brought changed of a file, and who wrote it."""

    author: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Landing:
    """A commit of the published line, with those that it brought, the newest first."""

    commit: Commit
    brought: tuple[Commit, ...] = ()

    @property
    def authors(self) -> tuple[str, ...]:
        """Return who wrote what it brought, else it itself; the first to write comes first."""
        own = [commit.author for commit in reversed(self.brought) if commit.changed]
        return tuple(dict.fromkeys(filter(None, own or [self.commit.author])))

    @property
    def subject(self) -> str:
        """Return what it is called: where a host only says that it merged, by what it brought."""
        if OF_HOSTS.match(self.commit.subject) and len(self.brought) == 1:
            return self.brought[0].subject
        return self.commit.subject

    def own_changes(self) -> Mapping[str, Sequence[OwnChange]]:
        """Return what the commits that it brought changed of each file, the newest first."""
        found: dict[str, list[OwnChange]] = defaultdict(list)
        for commit in self.brought:
            for change in commit.changed:
                found[change.path].append(OwnChange(commit.author, change.was, change.now))
        return found


@dataclass(frozen=True, slots=True)
class LastChange:
    """When a file changed for the last time, and who wrote that; the author may be unknown.

    ``age`` counts the landings since: clocks differ, and commits may have one second.
    """

    time: datetime
    author: str
    age: int = 0

    @property
    def day(self) -> date:
        """Return the day of it in UTC."""
        return self.time.date()


@dataclass(frozen=True, slots=True)
class FileStep:
    """A change of a file on the published line: its content before and after, and by whom."""

    was: str
    now: str
    last: LastChange
    brought: tuple[OwnChange, ...]


@dataclass(frozen=True)
class Log:
    """What git knows of the history of a project, the newest first.

    ``cut`` is the commit at which a shallow clone begins: what changed until then is not known. It
    is None where the history is whole.
    """

    landings: tuple[Landing, ...] = ()
    cut: Commit | None = None

    @cached_property
    def last(self) -> Mapping[str, LastChange]:
        """The last change of each file, by path; one that was only moved did not change."""
        return {path: steps[0].last for path, steps in self.steps.items()}

    @cached_property
    def steps(self) -> Mapping[str, tuple[FileStep, ...]]:
        """The changes of each file, by the path that it has today, the newest first."""
        found: dict[str, list[FileStep]] = {}
        now: dict[str, str | None] = {}
        for age, landing in enumerate(self.landings):
            moved, own = _moved(landing.commit.changed), landing.own_changes()
            arrived = frozenset(moved.values())
            for change in landing.commit.changed:
                path = now.get(change.path, change.path)
                if path is not None and change.now and change.path not in arrived:
                    brought = tuple(own.get(change.path, ()))
                    found.setdefault(path, []).append(_step(landing.commit, change, age, brought))
            now = _before(now, moved)
        return {path: tuple(steps) for path, steps in found.items()}


def _step(commit: Commit, change: FileChange, age: int, brought: tuple[OwnChange, ...]) -> FileStep:
    author = brought[0].author if brought else commit.author
    return FileStep(change.was, change.now, LastChange(commit.time, author, age), brought)


def read_log(repository: Repository, commit: str, configuration: str) -> Log:
    """Return the history of a project up to a commit; raise GitError where git gives none.

    Git is asked once for all files and commits, and once more for each folder that the project
    stood in before.
    """
    log = _log_here(repository, commit, configuration)
    for age, landing in enumerate(log.landings):
        was = _folder_before(repository, landing.commit, configuration)
        if was is not None:
            older = read_log(was, f"{landing.commit.name}^1", configuration)
            moved = replace(landing, commit=_across(landing.commit, was, repository, configuration))
            return Log((*log.landings[:age], moved, *older.landings), older.cut)
    return log


def _log_here(repository: Repository, commit: str, configuration: str) -> Log:
    """Return the history of a project in its folder, without what it was in another."""
    known = {one.name: one for one in read_commits(repository, commit, configuration)}
    known |= _merged(known, repository, commit, configuration)
    if not repository.is_shallow:
        return Log(tuple(_landings(known)))
    # Git says that the commits at which a shallow clone begins brought all there is.
    cut = {one.name for one in known.values() if not one.parents and _is_first(repository, one)}
    known |= {name: replace(known[name], changed=()) for name in cut}
    landings = tuple(_landings(known))
    begun = tuple(landing for landing in landings if landing.commit.name not in cut)
    return Log(begun, landings[-1].commit if len(begun) < len(landings) else None)


def _merged(
    known: Mapping[str, Commit], repository: Repository, commit: str, configuration: str
) -> Mapping[str, Commit]:
    """Return the merge that brought the project as what it is, by its name; none for no such merge.

    Its first parent knew nothing of the project, so git tells the other one alone, as if that were
    the published line.
    """
    if all(one.changed or len(one.parents) != 1 for one in known.values()):
        return {}
    only_new = ("-1", "--diff-merges=first-parent", "--diff-filter=A", "--no-renames")
    asked = ("log", "--first-parent", "--format=%H", "--name-only", *only_new, "--end-of-options")
    path = f"{repository.prefix}{configuration}"
    told = repository.asked("-C", repository.way_up, *asked, commit, "--", path).decode()
    merge = known.get(told.partition("\n")[0])
    if merge is None or merge.changed or len(merge.parents) != 1:
        return {}
    whole = replace(merge, parents=("", *merge.parents))
    return {merge.name: _across(whole, repository, repository, configuration)}


def _is_first(repository: Repository, commit: Commit) -> bool:
    """Tell whether nothing is known of what was before a commit, in the project or around it."""
    try:
        repository.commit(f"{commit.name}^1")
    except UnknownRevisionError:
        return True
    return False


def _brings_project(commit: Commit, configuration: str) -> bool:
    return any(one.path == configuration and not one.was for one in commit.changed)


def _folder_before(repository: Repository, commit: Commit, configuration: str) -> Repository | None:
    """Return the repository at the folder that a commit moved to here; None where it did not."""
    is_new = _brings_project(commit, configuration)
    return moved_in(repository, commit.name, configuration) if is_new else None


def _across(commit: Commit, was: Repository, now: Repository, configuration: str) -> Commit:
    """Return a commit that moved the folder of a project, with what else it changed."""
    trees = (
        CommitTree(was, f"{commit.name}^1", configuration),
        CommitTree(now, commit.name, configuration),
    )
    before, after = ({path: str(tree.stamp(path)) for path in tree.paths()} for tree in trees)
    every = (FileChange(p, before.get(p, ""), after.get(p, "")) for p in sorted({*before, *after}))
    return replace(commit, changed=tuple(one for one in every if one.was != one.now))


def _landings(commits: Mapping[str, Commit]) -> Iterator[Landing]:
    """Yield the commits of the published line, the newest first, with what each brought."""
    line = list(_first_parents(commits))
    known: set[str] = set()
    found = []
    for commit in reversed(line):
        known.add(commit.name)
        found.append(Landing(commit, tuple(_brought(commit, commits, known))))
    return reversed(found)


def _first_parents(commits: Mapping[str, Commit]) -> Iterator[Commit]:
    commit = next(iter(commits.values()), None)
    while commit is not None:
        yield commit
        commit = commits.get(commit.parents[0]) if commit.parents else None


def _brought(commit: Commit, commits: Mapping[str, Commit], known: set[str]) -> Iterable[Commit]:
    """Return the commits that a merge brought, the newest first; they are ``known`` from then."""
    pending = [commits[name] for name in commit.parents[1:] if name in commits]
    found = []
    while pending:
        one = pending.pop()
        if one.name not in known:
            known.add(one.name)
            found.append(one)
            pending += [commits[name] for name in one.parents if name in commits]
    return sorted(found, key=lambda one: one.time, reverse=True)


def _moved(changed: Iterable[FileChange]) -> dict[str, str]:
    """Return where each file went that was moved as it is, by its path before."""
    gone = {change.was: change.path for change in changed if not change.now}
    new = ((change.now, change.path) for change in changed if not change.was)
    return {gone.pop(content): path for content, path in new if content in gone}


def _before(now: Mapping[str, str | None], moved: Mapping[str, str]) -> dict[str, str | None]:
    """Return what the files are called today by what they were called before a move.

    A path that a file was moved to held nothing of it before.
    """
    olds = {old: now.get(new, new) for old, new in moved.items()}
    return {**now, **dict.fromkeys(moved.values()), **olds}
