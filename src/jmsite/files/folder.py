"""Look into a folder of a project: which files are there, and which cannot be read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from jmsite.files.walk import (
    ODD_NAME,
    PUBLISHED_AS_IT_IS,
    SOURCE_FOLDERS,
    UNPRINTABLE,
    UnreadableFile,
    composed,
    is_passed_over,
    printable,
)


class Stamp(NamedTuple):
    """When a file was last written or changed its rights, how long it is, and which one it is.

    Reading a file changes nothing of it. A file that is put in the place of another may have its
    time and its length, but not its number.
    """

    written: int
    changed: int
    length: int
    number: int


class Refusal(NamedTuple):
    """A path that cannot be listed, as it can be printed, and why (see UnreadableFile)."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Folder:
    """What one folder of a project holds, without what is in the folders in it.

    Keys are paths in the project, in composed letters (NFC). Folders on disk whose names differ
    only in how letters are composed are one folder here, so a folder has one or more on disk.
    `stamps` has every file, and None for links and for what is refused.
    """

    files: Mapping[str, str]
    stamps: Mapping[str, Stamp | None]
    folders: Mapping[str, tuple[str, ...]]
    links: tuple[str, ...]
    refused: tuple[Refusal, ...]


def look_at_top(root: Path, configuration: str) -> Folder:
    """Return the configuration file of a project and the source folders that there are."""
    found = _Found(root)
    found.add_top(configuration, is_folder=False)
    for name in SOURCE_FOLDERS:
        found.add_top(name, is_folder=True)
    return found.folder()


def look_into(root: Path, on_disk: Iterable[str]) -> Folder:
    """Return what is in the folders on disk that are one folder of the project."""
    found = _Found(root)
    for folder in on_disk:
        found.add_entries(folder)
    return found.folder()


@dataclass
class _Found:
    root: Path
    files: dict[str, str] = field(default_factory=dict)
    stamps: dict[str, Stamp | None] = field(default_factory=dict)
    folders: dict[str, tuple[str, ...]] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)

    def folder(self) -> Folder:
        others = (*self.links, *(refusal.path for refusal in self.refused))
        return Folder(
            files=self.files,
            stamps={**dict.fromkeys(others), **self.stamps},
            folders=self.folders,
            links=tuple(sorted(self.links)),
            refused=tuple(sorted(self.refused)),
        )

    def add_top(self, name: str, *, is_folder: bool) -> None:
        try:
            found = (self.root / name).lstat()
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            self._refuse_because_of(error, name)
            return
        if stat.S_ISLNK(found.st_mode):
            self.links.append(name)
        elif is_folder and stat.S_ISDIR(found.st_mode):
            self._add_folder(name)
        elif stat.S_ISREG(found.st_mode):
            self._add_file(name, _stamp(found))

    def add_entries(self, folder: str) -> None:
        for entry in self._entries(folder):
            path = f"{folder}/{entry.name}"
            if entry.is_file(follow_symlinks=False):
                self._add_file(path, _stamp_of(entry))
            elif entry.is_dir(follow_symlinks=False):
                self._add_folder(path)
            elif entry.is_symlink():
                self.links.append(printable(composed(path)))
            else:
                self._refuse(path, "is neither a file nor a folder")

    def _entries(self, folder: str) -> Iterator[os.DirEntry[str]]:
        published_as_it_is = folder.partition("/")[0] == PUBLISHED_AS_IT_IS
        try:
            with os.scandir(f"{self.root}/{folder}") as entries:
                found = list(entries)
        except (FileNotFoundError, NotADirectoryError):
            return  # gone since the folder that it is in was looked into
        except OSError as error:
            self._refuse_because_of(error, folder)
            return
        for entry in found:
            if not is_passed_over(entry.name, published_as_it_is=published_as_it_is):
                yield entry

    def _add_folder(self, on_disk: str) -> None:
        path = composed(on_disk)
        self.folders[path] = tuple(sorted((*self.folders.get(path, ()), on_disk)))

    def _add_file(self, on_disk: str, stamp: Stamp | None) -> None:
        if UNPRINTABLE.search(on_disk):
            self._refuse(on_disk, ODD_NAME)
            return
        path = composed(on_disk)
        rival = self.files.get(path)
        # The order of a folder's entries is chance; which of two twins wins must not be.
        if rival is None or (on_disk != path, on_disk) < (rival != path, rival):
            self.files[path] = on_disk
            self.stamps[path] = stamp
        if rival is not None:
            loser = rival if self.files[path] == on_disk else on_disk
            self._refuse(loser, "has the same name, letter for letter, as another file")

    def _refuse(self, path: str, reason: str) -> None:
        self.refused.append(Refusal(printable(path), reason))

    def _refuse_because_of(self, error: OSError, path: str) -> None:
        problem = UnreadableFile.because_of(error, path)
        self.refused.append(Refusal(problem.path, problem.reason))


def _stamp_of(entry: os.DirEntry[str]) -> Stamp | None:
    try:
        return _stamp(entry.stat(follow_symlinks=False))
    except OSError:
        return None


def _stamp(found: os.stat_result) -> Stamp:
    return Stamp(found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
