"""The commits that changed a project, asked of git in one pass."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

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
    "--use-mailmap",
    "--encoding=UTF-8",
    "--format=%x01" + "%x00".join(f"%{field}" for field in _FIELDS),
)
# A broken clock, or a broken commit, may say any number of seconds: years have four digits here.
_LAST = int(datetime(9999, 12, 31, tzinfo=UTC).timestamp())
# What hosts write as the subject of a merge tells nobody what it brings.
OF_HOSTS = re.compile(r"Merge (pull request|branch|remote-tracking branch|tag|branches) ")


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
    of its first parent, told from the ``folder`` of the repository that the project stood in. No
    e-mail address is in any text.
    """

    name: str
    parents: tuple[str, ...]
    time: datetime
    author: str
    subject: str
    changed: tuple[FileChange, ...]
    folder: str = ""

    @property
    def day(self) -> date:
        """Return the day of it in UTC, so that it is the same for all who build the site."""
        return self.time.date()


def read_commits(repository: Repository, commit: str, configuration: str) -> Iterator[Commit]:
    """Yield a commit and those before it that changed a project, the newest first.

    Git is asked for the files of the project alone. Raises GitError where it gives no answer.
    """
    folder = repository.prefix
    told_from = f"--relative={folder}" if folder else "--no-relative"
    paths = (f"{folder}{name}" for name in (configuration, *SOURCE_FOLDERS))
    asked = (*_ASKED, told_from, "--end-of-options", commit, "--", *paths)
    told = repository.asked("-C", repository.way_up, *asked)
    return _commits(told.split(b"\0"), folder)


def _commits(told: Sequence[bytes], folder: str) -> Iterator[Commit]:
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
            folder,
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
    return first if first and OF_HOSTS.match(subject) else subject


def _clean(text: str) -> str:
    """Return a text for everyone: of an e-mail address only the name before the sign is left."""
    return UNPRINTABLE.sub("", names_alone(text)).strip()
