"""List the files of a project on disk: which belong to it, and which cannot be read."""

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

SOURCE_FOLDERS = ("content", "data", "static", "themes")
"""The folders of a project that are read; the configuration file stands beside them."""

PUBLISHED_AS_IT_IS = "static"

# What no terminal, address or manifest can hold: control characters, and the lone
# surrogates that stand for bytes of a name that are not UTF-8.
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")

_EDITOR_LEFTOVER = re.compile(r"~$|\.bak$|\.swp$|^\.#|^\..*\.sw[a-z]$")

# Under static/ a dot file is meant for the visitors, unless it is one of these: tools
# put them there without being asked, and some hold what nobody should read.
_NEVER_PUBLISHED = re.compile(r"^\.(git.*|hg.*|svn|env.*|DS_Store|_.*)$", re.DOTALL)


class UnreadableFile(Exception):  # noqa: N818 - it names what is met, and is a value too
    """A file or folder of the project that the machine does not give out.

    `path` is relative to the project and can always be printed; `reason` is the
    end of a sentence that begins with the path.
    """

    def __init__(self, path: str, reason: str) -> None:
        """Keep the path as it is shown and the reason."""
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    @classmethod
    def because_of(cls, error: OSError, path: str) -> "UnreadableFile":
        """Return the error for a path that the operating system refused."""
        return cls(printable(path), f"cannot be read: {(error.strerror or str(error)).lower()}")


@dataclass(frozen=True)
class Listing:
    """What a walk found: files by their path in the project, with their path on disk."""

    files: Mapping[str, str]
    links: tuple[str, ...]
    unreadable: tuple[UnreadableFile, ...]


def list_project(root: Path, configuration: str) -> Listing:
    """List the configuration file and the source folders under `root`, sorted."""
    walk = _Walk(root)
    for name in (configuration, *SOURCE_FOLDERS):
        walk.start(name, is_folder=name in SOURCE_FOLDERS)
    return Listing(
        files=dict(sorted(walk.files.items())),
        links=tuple(sorted(walk.links)),
        unreadable=tuple(sorted(walk.unreadable, key=lambda problem: problem.path)),
    )


def is_passed_over(name: str, *, published_as_it_is: bool) -> bool:
    """Say whether a file or folder of this name is no part of a project.

    These are the backups of editors (`x~`, `x.bak`, `x.swp`, `.#x`) and dot files.
    Where files are published as they are, a dot file is part of the site, except
    those of version control and of the desktop, and `.env` files.
    """
    if _EDITOR_LEFTOVER.search(name):
        return True
    if published_as_it_is:
        return _NEVER_PUBLISHED.match(name) is not None
    return name.startswith(".")


def printable(path: str) -> str:
    """Return a path in which bytes that are no text, and control characters, are escaped."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


@dataclass
class _Walk:
    root: Path
    files: dict[str, str] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    unreadable: list[UnreadableFile] = field(default_factory=list)

    def start(self, name: str, *, is_folder: bool) -> None:
        full = self.root / name
        if full.is_symlink():
            self.links.append(name)
        elif is_folder and full.is_dir():
            self._walk_folder(name)
        elif full.is_file():
            self._add_file(name)

    def _walk_folder(self, top: str) -> None:
        waiting = [top]
        while waiting:
            folder = waiting.pop()
            for entry in self._entries(folder, published_as_it_is=top == PUBLISHED_AS_IT_IS):
                path = f"{folder}/{entry.name}"
                if entry.is_symlink():
                    self.links.append(printable(unicodedata.normalize("NFC", path)))
                elif entry.is_dir(follow_symlinks=False):
                    waiting.append(path)
                elif entry.is_file(follow_symlinks=False):
                    self._add_file(path)
                else:
                    self._refuse(path, "is neither a file nor a folder")

    def _entries(self, folder: str, *, published_as_it_is: bool) -> Iterator[os.DirEntry[str]]:
        try:
            with os.scandir(self.root / folder) as entries:
                found = list(entries)
        except OSError as error:
            self.unreadable.append(UnreadableFile.because_of(error, folder))
            return
        for entry in found:
            if not is_passed_over(entry.name, published_as_it_is=published_as_it_is):
                yield entry

    def _add_file(self, on_disk: str) -> None:
        if UNPRINTABLE.search(on_disk):
            self._refuse(on_disk, "has a name that holds control characters or is not UTF-8")
            return
        path = unicodedata.normalize("NFC", on_disk)
        rivals = {on_disk, self.files.get(path, on_disk)}
        # The order of a folder's entries is chance; which of two twins wins must not be.
        winner, *losers = sorted(rivals, key=lambda rival: (rival != path, rival))
        self.files[path] = winner
        for loser in losers:
            self._refuse(loser, "has the same name, letter for letter, as another file")

    def _refuse(self, path: str, reason: str) -> None:
        self.unreadable.append(UnreadableFile(printable(path), reason))
