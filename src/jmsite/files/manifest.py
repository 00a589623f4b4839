"""The manifest: what a build wrote into a target, so that the next one deletes nothing else."""

import json
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from jmsite.files.output import MANIFEST_NAME, why_unsafe

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """What a file was when it was written: its size in bytes and its SHA-256 in hex."""

    size: int
    sha256: str


Manifest = Mapping[str, Entry]
"""Entries by the path of their file in the site."""


class BadManifestError(Exception):
    """A manifest is there and does not tell what was written."""


def entry_of(data: bytes) -> Entry:
    """Return the entry for a file of these bytes."""
    return Entry(len(data), sha256(data).hexdigest())


def is_as_written(file: Path, entry: Entry, settled: int = 0) -> bool:
    """Say whether a file on disk still holds the bytes of its entry.

    A file of the right size that was last changed before the moment `settled`
    (nanoseconds, as in `st_mtime_ns`) is believed without being read.
    """
    try:
        status = file.lstat()
    except FileNotFoundError:
        return False
    if not stat.S_ISREG(status.st_mode) or status.st_size != entry.size:
        return False
    return status.st_mtime_ns < settled or entry_of(file.read_bytes()) == entry


def dump(manifest: Manifest) -> bytes:
    """Return the bytes of a manifest: the same for the same entries, a line for each file."""
    files = {
        path: {"sha256": entry.sha256, "size": entry.size}
        for path, entry in sorted(manifest.items())
    }
    lines = ",\n".join(
        f"  {json.dumps(path, ensure_ascii=False)}: {json.dumps(entry)}"
        for path, entry in files.items()
    )
    return f'{{"version": {_VERSION}, "files": {{\n{lines}\n}}}}\n'.encode()


def load(folder: Path) -> Manifest | None:
    """Return the manifest of a folder, or None where there is none.

    Raises BadManifestError where it is no manifest, or one of a later version.
    """
    file = folder / MANIFEST_NAME
    if not file.is_file() or file.is_symlink():
        return None
    try:
        content = json.loads(file.read_bytes())
        if content["version"] != _VERSION:
            raise BadManifestError(str(file))
        return {path: _entry(path, fields) for path, fields in content["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadManifestError(str(file)) from error


def folders_of(paths: Iterable[str]) -> frozenset[str]:
    """Return the folders that these files stand in, as paths in the site."""
    direct = {path.rpartition("/")[0] for path in paths} - {""}
    above = {str(parent) for folder in direct for parent in PurePosixPath(folder).parents}
    return frozenset((direct | above) - {"."})


def _entry(path: str, fields: Mapping[str, object]) -> Entry:
    size, digest = fields["size"], fields["sha256"]
    if why_unsafe(path) or not isinstance(size, int) or not isinstance(digest, str):
        raise ValueError(path)
    return Entry(size, digest)
