"""The history of a project: the commits that changed it, asked of git in one pass.

What is told is the line that a site is published from, that is the first parents. What a merge
brings came into the site with the merge, on its day, and was written by those whose commits it
brings.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import NamedTuple

from jmsite.files.git import Repository
from jmsite.files.mail import names_alone
from jmsite.files.walk import SOURCE_FOLDERS, UNPRINTABLE

# An odd character before each commit; then its fields, each closed by a zero as paths are.
_BEGIN = "\x01"
_FIELDS = ("H", "P", "ct", "aN", "s", "b")
_ASKED = (
    "log",
    "-z",
    "--raw",
    "--no-renames",
    "--no-abbrev",
    "--no-color",
    "--no-notes",
    "--no-ext-diff",
    "--full-history",
    "--parents",
    "--diff-merges=first-parent",
    "--relative",
    "--use-mailmap",
    "--encoding=UTF-8",
    "--format=%x01" + "%x00".join(f"%{field}" for field in _FIELDS),
)
# A broken clock, or a broken commit, may say any number of seconds: years have four digits here.
_LAST = int(datetime(9999, 12, 31, tzinfo=UTC).timestamp())
# What hosts write as the subject of a merge tells nobody what it brings.
_OF_HOSTS = re.compile(r"Merge (pull request|branch|remote-tracking branch|tag|branches) ")


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that a commit changed: its path in the project and the names of its content.

    ``was`` is empty for a file that is new, ``now`` for one that is gone; a link is no file.
    """

    path: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit that changed the project, or that brings some that did.

    ``time`` is when it came to be where it is, in UTC. ``changed`` is what it changed of the state
    of its first parent. No e-mail address is in any text.
    """

    name: str
    parents: tuple[str, ...]
    time: datetime
    author: str
    subject: str
    changed: tuple[FileChange, ...]

    @property
    def day(self) -> date:
        """Return the day of it in UTC, so that it is the same for all who build the site."""
        return self.time.date()


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
        if _OF_HOSTS.match(self.commit.subject) and len(self.brought) == 1:
            return self.brought[0].subject
        return self.commit.subject

    def changes_of(self, path: str) -> tuple[OwnChange, ...]:
        """Return what the commits that it brought changed of a file, the newest first."""
        return tuple(
            OwnChange(commit.author, change.was, change.now)
            for commit in self.brought
            for change in commit.changed
            if change.path == path
        )


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
            moved = _moved(landing.commit.changed)
            for change in landing.commit.changed:
                path = now.get(change.path, change.path)
                if path is not None and change.now and change.path not in moved.values():
                    found.setdefault(path, []).append(_step(landing, change, age))
            now = _before(now, moved)
        return {path: tuple(steps) for path, steps in found.items()}


def _step(landing: Landing, change: FileChange, age: int) -> FileStep:
    own = landing.changes_of(change.path)
    author = own[0].author if own else landing.commit.author
    last = LastChange(landing.commit.time, author, age)
    return FileStep(change.was, change.now, last, own)


def read_log(repository: Repository, commit: str, configuration: str) -> Log:
    """Return the history of a project up to a commit; raise GitError where git gives none.

    Git is asked once, for the files of the project alone, however many files and commits there
    are.
    """
    paths = (configuration, *SOURCE_FOLDERS)
    told = repository.asked(*_ASKED, "--end-of-options", commit, "--", *paths)
    found = _commits(told.split(b"\0"))
    if not repository.is_shallow:
        return Log(tuple(_landings({one.name: one for one in found})))
    # Git says that the commits at which a shallow clone begins brought all there is.
    known = {one.name: one if one.parents else replace(one, changed=()) for one in found}
    landings = tuple(_landings(known))
    begun = tuple(landing for landing in landings if landing.commit.parents)
    return Log(begun, landings[-1].commit if landings else None)


def _commits(told: Sequence[bytes]) -> Iterator[Commit]:
    at = 0
    while at < len(told) and told[at]:
        fields = (text.decode("utf-8", "replace") for text in told[at : at + len(_FIELDS)])
        name, parents, seconds, author, subject, body = fields
        at += len(_FIELDS)
        changed = []
        while at + 1 < len(told) and told[at].lstrip(b"\n").startswith(b":"):
            changed.append(_change(told[at].decode(), os.fsdecode(told[at + 1])))
            at += 2
        yield Commit(
            name.removeprefix(_BEGIN),
            tuple(parents.split()),
            moment(seconds),
            _clean(author),
            _clean(_title(subject, body)),
            tuple(changed),
        )


def moment(seconds: str) -> datetime:
    """Return the time, in UTC, that git tells in seconds (``%ct``); nothing is the first of all."""
    return datetime.fromtimestamp(min(int(seconds or 0), _LAST), UTC)


def _change(told: str, path: str) -> FileChange:
    was_kept, is_kept, was, now, _ = told.strip().removeprefix(":").split()
    was, now = (_content(*kept) for kept in ((was_kept, was), (is_kept, now)))
    return FileChange(unicodedata.normalize("NFC", path), was, now)


def _content(mode: str, name: str) -> str:
    """Return the name of the content of a file; empty for none, and for a link."""
    return name if mode.startswith("100") else ""


def _title(subject: str, body: str) -> str:
    """Return what a commit is called: hosts write the title of what is merged below the subject."""
    first = next(filter(None, map(str.strip, body.splitlines())), "")
    return first if first and _OF_HOSTS.match(subject) else subject


def _clean(text: str) -> str:
    """Return a text for everyone: of an e-mail address only the name before the sign is left."""
    return UNPRINTABLE.sub("", names_alone(text)).strip()


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
