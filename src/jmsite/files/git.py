"""What a git repository holds, asked of git itself; nothing in it is ever changed.

Only objects are read: no hook, filter or monitor of the repository runs, nothing is fetched, and
neither the index nor the work tree is touched.
"""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO
from weakref import finalize

from jmsite.files.walk import composed

# What of the surroundings git is given. All else that begins with GIT_ may lead it elsewhere than
# to the repository of the folder that it is asked in, as where a hook of another one runs.
_GIVEN = (
    "GIT_CONFIG",
    "GIT_CEILING_DIRECTORIES",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_EXEC_PATH",
)
_HARMLESS = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    # What was never fetched is not fetched now. Git before 2.45 knows only the second: no way to
    # another repository is allowed, whatever the settings of this one say.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",
    # A commit is what was committed, not what somebody put in its place.
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
}
_SETTINGS = (
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "log.showRoot=true"),
    *("-c", "log.showSignature=false"),
)
# Where a change goes to, if nobody says it: the first of these that there is.
_MAIN = ("origin/HEAD", "main", "master", "origin/main", "origin/master")


# What git says of that which a clone was promised and did not fetch.
_PROMISED = "from promisor remote"
_NEVER_FETCHED = "a part of this repository was never fetched; clone it without “--filter”"


class GitError(Exception):
    """Git could not be asked or gave no answer; the message says why, for people."""


class UnknownRevisionError(GitError):
    """There is no commit by a name."""

    def __init__(self, revision: str) -> None:
        """Keep what the commit was called."""
        super().__init__(f"there is no commit “{revision}” in this repository")
        self.revision = revision


@dataclass(frozen=True)
class Entry:
    """A file of a commit: how it is kept (``mode``), and the name of its content."""

    mode: str
    object: str

    @property
    def is_link(self) -> bool:
        """Tell whether it is a symbolic link."""
        return self.mode == "120000"

    @property
    def is_file(self) -> bool:
        """Tell whether it is a file, and neither a link nor another repository."""
        return self.mode.startswith("100")


@dataclass(frozen=True)
class Repository:
    """The repository that a folder is in; ``prefix`` is the path of the folder in it, with ``/``.

    ``way_up`` leads from the folder to the root of its work tree, and is empty in that itself.
    Every method raises GitError where git gives no answer.
    """

    folder: Path
    prefix: str
    way_up: str
    _objects: Objects = field(repr=False, compare=False)

    def commit(self, revision: str) -> str:
        """Return the full name of a commit; raise UnknownRevisionError where there is none."""
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        try:
            return _ask(self.folder, *asked).decode().strip()
        except GitError as error:
            raise UnknownRevisionError(revision) from error

    def has(self, commit: str, path: str) -> bool:
        """Tell whether a commit has a file, by its path in the repository."""
        try:
            _ask(self.folder, "rev-parse", "--verify", "--quiet", f"{commit}:{path}")
        except GitError:
            return False
        return True

    def merge_base(self, one: str, other: str) -> str | None:
        """Return the commit that two have in common; None where there is none."""
        try:
            return _ask(self.folder, "merge-base", one, other).decode().split()[0]
        except GitError:
            return None

    def main(self) -> str | None:
        """Return what the main line is called here: origin/HEAD, main or master."""
        for name in _MAIN:
            with suppress(UnknownRevisionError):
                self.commit(name)
                return name
        return None

    def default_branch(self) -> str | None:
        """Return the branch that the host publishes, as far as a clone knows; None for unknown."""
        return self._symbol("refs/remotes/origin/HEAD", "refs/remotes/origin/")

    def current_branch(self) -> str | None:
        """Return the branch that is checked out, also before its first commit; None for none."""
        return self._symbol("HEAD", "refs/heads/")

    def _symbol(self, name: str, kept_in: str) -> str | None:
        try:
            answer = _ask(self.folder, "symbolic-ref", "--quiet", name).decode().strip()
        except GitError:
            return None
        return answer.removeprefix(kept_in)

    @cached_property
    def is_shallow(self) -> bool:
        """Whether a part of the history was never fetched."""
        asked = _ask(self.folder, "rev-parse", "--is-shallow-repository")
        return asked.decode().strip() == "true"

    def files(self, commit: str) -> Mapping[str, Entry]:
        """Return the files of a commit in the folder, by their path there; none without folder."""
        inside = (self.prefix,) if self.prefix else ()
        listed = _ask(self.folder, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *inside)
        return {
            composed(path.removeprefix(self.prefix)): entry
            for path, entry in _entries(listed)
            if path.startswith(self.prefix)
        }

    def asked(self, *asked: str) -> bytes:
        """Return what git answers in the folder."""
        return _ask(self.folder, *asked)

    def read(self, name: str) -> bytes:
        """Return the content that an entry names."""
        return self._objects.read(name)


def find_repository(folder: Path) -> Repository | None:
    """Return the repository of a folder, None where it is in none.

    Raises GitError where git is not there or refuses to look.
    """
    try:
        answer = _ask(folder, "rev-parse", "--show-prefix", "--show-cdup")
    except GitError as error:
        if "not a git repository" in str(error):
            return None
        raise
    prefix, _, way_up = os.fsdecode(answer.removesuffix(b"\n")).rpartition("\n")
    return Repository(folder, prefix, way_up, Objects(folder))


class Objects:
    """Reads contents by their names, all through one git that is kept waiting for the next."""

    def __init__(self, folder: Path) -> None:
        """Begin with no git; the first content that is read starts it."""
        self._folder = folder
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._asker = 0

    def read(self, name: str) -> bytes:
        """Return a content; raise GitError where the repository does not have it."""
        with self._lock:
            # Two processes that ask one git get each other's answers.
            known = self._process if self._asker == os.getpid() else None
            process = known or self._started()
            try:
                return _answered(process, name)
            except (OSError, EOFError) as error:
                _end(process)
                self._process = None
                raise self._why_not(name) from error

    def _why_not(self, name: str) -> GitError:
        """Return why there was no answer: a git that answers many tells nobody."""
        try:
            _ask(self._folder, "cat-file", "blob", name)
        except GitError as error:
            return GitError(f"there is no content {name}: {error}")
        return GitError(f"git ended before it gave the content {name}")

    def _started(self) -> subprocess.Popen[bytes]:
        # Nobody reads what it complains of, so it must not wait for a reader.
        process = _start(self._folder, ("cat-file", "--batch"), complaints=subprocess.DEVNULL)
        self._process, self._asker = process, os.getpid()
        finalize(self, _end, process)
        return process


def _answered(process: subprocess.Popen[bytes], name: str) -> bytes:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{name}\n".encode())
    process.stdin.flush()
    return _content(process.stdout, name)


def _content(answers: IO[bytes], name: str) -> bytes:
    head = answers.readline().split()
    if len(head) != 3:
        raise EOFError(name)
    data = answers.read(int(head[2]))
    answers.read(1)
    return data


def _end(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
    process.wait()


def _entries(listed: bytes) -> Iterator[tuple[str, Entry]]:
    for line in listed.split(b"\0"):
        if line:
            told, _, path = line.partition(b"\t")
            mode, _, name = told.decode().split()
            yield os.fsdecode(path), Entry(mode, name)


def _ask(folder: Path, *asked: str) -> bytes:
    """Return what git answers; raise GitError with its words where it does not."""
    process = _start(folder, asked, complaints=subprocess.PIPE)
    answer, complaint = process.communicate()
    if process.returncode:
        said = complaint.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise GitError(_NEVER_FETCHED if _PROMISED in said else said)
    return answer


def _start(folder: Path, asked: Iterable[str], complaints: int) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            ("git", *_SETTINGS, *asked),  # noqa: S607 - whichever git the user has
            cwd=folder,
            env=_surroundings(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
        )
    except FileNotFoundError as error:
        raise GitError("git is not installed, or not where programs are looked for") from error
    except ValueError as error:
        raise GitError("no name that git knows has a zero in it") from error


def _surroundings() -> Mapping[str, str]:
    given = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(_GIVEN)
    }
    return given | _HARMLESS
