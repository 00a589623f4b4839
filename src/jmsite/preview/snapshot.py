"""What the sources look like from outside: enough to tell whether one of them changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jmsite.files.walk import list_project


@dataclass(frozen=True, slots=True)
class Stamp:
    """When a file was last written or changed its rights, how long it is, and which one it is.

    Reading a file changes nothing of it. A file that is put in the place of another may have its
    time and its length, but not its number.
    """

    written: int
    changed: int
    length: int
    number: int


Snapshot = Mapping[str, Stamp | None]


def snapshot(root: Path, configuration: str) -> Snapshot:
    """Return the stamp of every file of a project; None for what cannot be read."""
    listing = list_project(root, configuration)
    stamps = {path: _stamp(root / on_disk) for path, on_disk in listing.files.items()}
    others = (*listing.links, *(problem.path for problem in listing.unreadable))
    return {**dict.fromkeys(others), **stamps}


def changed_paths(before: Snapshot, after: Snapshot) -> tuple[str, ...]:
    """Return what is new, gone or another than before, sorted."""
    paths = before.keys() | after.keys()
    return tuple(
        sorted(
            path
            for path in paths
            if path not in before or path not in after or before[path] != after[path]
        )
    )


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return Stamp(found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
