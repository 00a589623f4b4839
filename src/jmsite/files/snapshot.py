"""What the sources of a project look like from outside, at one moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TypeVar

from jmsite.files.folder import Folder, Stamp, look_at_top, look_into
from jmsite.files.walk import UnreadableFile, composed

TOP = ""
"""The path of the folder of the project itself."""

T = TypeVar("T")

_ABSENT = Folder({}, {}, {}, (), ())


@dataclass(frozen=True)
class Listing:
    """What there is: files by their path in the project, with their path on disk.

    `paths` are those of the files, sorted: the same object as before where none came or went.
    """

    files: Mapping[str, str]
    paths: tuple[str, ...]
    links: tuple[str, ...]
    unreadable: tuple[UnreadableFile, ...]


@dataclass(frozen=True)
class Snapshot:
    """The files of a project, and enough about them to tell whether one of them changed.

    `stamps` has every file, and None for links and for what cannot be read. `folders` is what
    the next look begins with.
    """

    listing: Listing
    stamps: Mapping[str, Stamp | None]
    folders: Mapping[str, Folder] = field(repr=False)

    def folders_on_disk(self) -> frozenset[str]:
        """Return the paths on disk of all folders, the project's own folder as an empty path."""
        inner = (paths for folder in self.folders.values() for paths in folder.folders.values())
        return frozenset((TOP, *chain.from_iterable(inner)))


NOTHING = Snapshot(Listing({}, (), (), ()), {}, {})
"""What is seen of a project before the first look."""


def snapshot(
    root: Path,
    configuration: str,
    before: Snapshot = NOTHING,
    *,
    is_over: Callable[[], bool] = lambda: False,
) -> Snapshot:
    """Look at everything; what is as it was `before` is shared with it.

    Where nothing changed, and where the look `is_over` before its end, that is `before` itself.
    """
    look = _Look(root, configuration, dict(before.folders), is_over)
    look.into(TOP, whole=True)
    return before if is_over() else _merged(before, look.folders)


def look_again(root: Path, configuration: str, before: Snapshot, hinted: Iterable[str]) -> Snapshot:
    """Look only where paths of the project may have come, gone or changed since `before`.

    A path that is hinted stands for itself, and for all that is in it where it is a folder.
    """
    look = _Look(root, configuration, dict(before.folders))
    paths = {composed(path) for path in hinted}
    for folder in sorted({_parent(path) for path in paths}):
        look.into(look.nearest(folder), whole=False)
    for path in sorted(paths):
        if path in look.folders:
            look.into(path, whole=True)
    return _merged(before, look.folders)


def changed_paths(before: Snapshot, after: Snapshot) -> tuple[str, ...]:
    """Return what is new, gone or another than before, sorted."""
    changed: set[str] = set()
    for old, new in _differing(before.folders, after.folders):
        changed.update(path for path, _ in old.stamps.items() ^ new.stamps.items())
        changed.update(refusal.path for refusal in {*old.refused} ^ {*new.refused})
    return tuple(sorted(changed))


@dataclass
class _Look:
    """A round through folders of a project that brings what is known of them up to date."""

    root: Path
    configuration: str
    folders: dict[str, Folder]
    is_over: Callable[[], bool] = lambda: False

    def into(self, path: str, *, whole: bool) -> None:
        """Look into a folder, and into those in it that are not known; `whole`: into all."""
        waiting = [(path, whole)]
        while waiting and not self.is_over():
            folder, is_whole = waiting.pop()
            old, new = self.folders.get(folder, _ABSENT), self._found(folder)
            self.folders[folder] = old if old == new else new
            self._forget(old.folders.keys() - new.folders.keys())
            waiting += (
                (inner, True)
                for inner, on_disk in new.folders.items()
                if is_whole or old.folders.get(inner) != on_disk
            )

    def nearest(self, path: str) -> str:
        """Return the folder of this path, or the nearest one above it that is known."""
        while path not in self.folders and path != TOP:
            path = _parent(path)
        return path

    def _found(self, folder: str) -> Folder:
        if folder == TOP:
            return look_at_top(self.root, self.configuration)
        return look_into(self.root, self.folders[_parent(folder)].folders[folder])

    def _forget(self, gone: Iterable[str]) -> None:
        waiting = list(gone)
        while waiting:
            waiting += self.folders.pop(waiting.pop(), _ABSENT).folders


def _parent(path: str) -> str:
    return path.rpartition("/")[0]


def _differing(
    before: Mapping[str, Folder], after: Mapping[str, Folder]
) -> Iterable[tuple[Folder, Folder]]:
    """Yield the folders that are not the same in two snapshots, as they were and as they are."""
    for path in before.keys() | after.keys():
        old, new = before.get(path, _ABSENT), after.get(path, _ABSENT)
        if old is not new:
            yield old, new


def _merged(before: Snapshot, folders: Mapping[str, Folder]) -> Snapshot:
    """Return the snapshot of folders, made of the one before: most of it is as it was."""
    differing = tuple(_differing(before.folders, folders))
    if not differing:
        return before
    files, stamps = dict(before.listing.files), dict(before.stamps)
    for old, new in differing:
        _replace(files, old.files, new.files)
        _replace(stamps, old.stamps, new.stamps)
    paths = _paths_like(before.listing, files)
    listing = Listing(files, paths, _links(folders), _unreadable(folders))
    return Snapshot(listing, stamps, folders)


def _replace(all_of_them: dict[str, T], old: Mapping[str, T], new: Mapping[str, T]) -> None:
    for path in old.keys() - new.keys():
        del all_of_them[path]
    all_of_them.update(new)


def _paths_like(before: Listing, files: Mapping[str, str]) -> tuple[str, ...]:
    return before.paths if before.files.keys() == files.keys() else tuple(sorted(files))


def _links(folders: Mapping[str, Folder]) -> tuple[str, ...]:
    return tuple(sorted(link for folder in folders.values() for link in folder.links))


def _unreadable(folders: Mapping[str, Folder]) -> tuple[UnreadableFile, ...]:
    refused = sorted(refusal for folder in folders.values() for refusal in folder.refused)
    return tuple(UnreadableFile(*refusal) for refusal in refused)
