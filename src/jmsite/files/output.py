"""What a build writes, and which paths a site may hold."""

import unicodedata
from dataclasses import dataclass, field
from pathlib import PureWindowsPath

from jmsite.files.refusals import Refusal, clash, unsafe_path
from jmsite.files.walk import UNPRINTABLE

MANIFEST_NAME = ".jmsite-manifest.json"
"""The file in a target that lists what a build wrote there."""


@dataclass(frozen=True, slots=True)
class Output:
    """One file of a site: its path in the site, with `/` between names, and its bytes."""

    path: str
    data: bytes


def why_unsafe(path: str) -> str | None:
    """Return why a path may not stand in a site, as the end of a sentence, or None."""
    if UNPRINTABLE.search(path):
        return "holds control characters or is not UTF-8"
    if "\\" in path:
        return "holds a backslash"
    if path.startswith("/") or PureWindowsPath(path).drive:
        return "is absolute"
    if not {"", ".", ".."}.isdisjoint(path.split("/")):
        return "holds an empty name, `.` or `..`"
    if as_disks_compare(path) == MANIFEST_NAME:
        return "is the one of jmsite's own manifest"
    return None


def as_disks_compare(path: str) -> str:
    """Return a path as a disk compares it that does not tell case or Unicode forms apart."""
    return unicodedata.normalize("NFC", path).lower()


@dataclass
class Places:
    """The places that are taken in a site, compared as the least exact disk does.

    On macOS and Windows `A.html` and `a.html` are one file: a site that holds both
    would be another site there, so it is refused everywhere.
    """

    _files: dict[str, str] = field(default_factory=dict)
    _folders: dict[str, str] = field(default_factory=dict)

    def take(self, path: str) -> Refusal | None:
        """Take the place of a file; return a refusal where the site cannot hold it."""
        if reason := why_unsafe(path):
            return unsafe_path(path, reason)
        key = as_disks_compare(path)
        other = self._files.get(key) or self._folders.get(key) or self._take_folders(path)
        if other is not None:
            return clash(path, other)
        self._files[key] = path
        return None

    def _take_folders(self, path: str) -> str | None:
        """Take the folders above a path; return what stands in the way of one of them."""
        folder = path
        while "/" in folder:
            folder = folder.rpartition("/")[0]
            key = as_disks_compare(folder)
            if key in self._files:
                return self._files[key]
            known = self._folders.get(key)
            if known is not None:
                return None if known.startswith(f"{folder}/") else known
            self._folders[key] = path
        return None
