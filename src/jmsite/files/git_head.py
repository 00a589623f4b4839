"""Whether a repository moved on, told by its files alone, so that it can be asked at each save."""

from __future__ import annotations

import os
from collections.abc import Hashable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from jmsite.files.git import Repository

_REF = "ref: "


@dataclass(frozen=True)
class Head:
    """The files of a repository that are others as soon as another commit is checked out.

    ``own`` is the folder of the work tree's own state, ``common`` that of all work trees; ``names``
    is the file in which the repository says who is who.
    """

    own: Path
    common: Path
    names: Path

    def stamp(self) -> Hashable:
        """Return what is another as soon as HEAD, or what it stands for, may be."""
        return tuple(map(_stamp, self._files()))

    def _files(self) -> Iterator[Path]:
        head = self.own / "HEAD"
        yield from (head, self.own / "logs" / "HEAD", self.names)
        shared = ("packed-refs", "shallow", "reftable/tables.list")
        yield from (self.common / name for name in shared)
        with suppress(OSError, UnicodeDecodeError):
            told = head.read_text().strip()
            if told.startswith(_REF):
                yield self.common / told.removeprefix(_REF)


def head_of(repository: Repository) -> Head:
    """Return where the state of a repository is told; raise GitError where git does not say."""
    # Asked for one by one, as the name of a folder may have any letter in it, ends of lines too.
    own, common, top = (
        repository.folder / os.fsdecode(repository.asked("rev-parse", what).removesuffix(b"\n"))
        for what in ("--absolute-git-dir", "--git-common-dir", "--show-toplevel")
    )
    return Head(own, common, top / ".mailmap")


def _stamp(path: Path) -> Hashable:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
