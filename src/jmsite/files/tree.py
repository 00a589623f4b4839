"""What a project is read from: a folder, a commit, a test's dictionary."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol

from jmsite.files.snapshot import Listing, Snapshot, changed_paths, snapshot
from jmsite.files.walk import UnreadableFile

DEFAULT_CONFIGURATION = "jmsite.yml"


class Tree(Protocol):
    """The files of one project, at one moment.

    Paths are relative to the project, with `/` between names and letters in
    composed Unicode form (NFC), so that a link typed on one machine finds a file
    named on another.
    """

    def paths(self) -> tuple[str, ...]:
        """Return the paths of all files of the project, sorted."""
        ...

    def links(self) -> tuple[str, ...]:
        """Return the paths of the symbolic links that were met and not followed, sorted."""
        ...

    def unreadable(self) -> tuple[UnreadableFile, ...]:
        """Return what could not even be listed, with the reason; `paths()` does not hold it."""
        ...

    def read(self, path: str) -> bytes:
        """Return the content of a file.

        Raises KeyError for a path that `paths()` does not hold, and UnreadableFile
        when the file is there and the machine does not give it out.
        """
        ...

    def stamp(self, path: str) -> Hashable:
        """Return what is another as soon as the content of a file is, without reading it.

        Raises KeyError for a path that `paths()` does not hold.
        """
        ...


@dataclass(frozen=True)
class FolderTree:
    """A project in a folder on disk, looked at once: when it is first asked, or before (`seen`).

    It holds the configuration file and what is in `content/`, `data/`, `static/`
    and `themes/`, and nothing else: no `.git`, no `.venv`, no site built earlier.
    Dot files and editors' backups are passed over (see `walk.is_passed_over`);
    under `static/`, which is published as it is, dot files such as `.nojekyll` and
    `.well-known/` are kept.
    """

    root: Path
    configuration: str = DEFAULT_CONFIGURATION
    seen: Snapshot | None = field(default=None, repr=False)

    def paths(self) -> tuple[str, ...]:
        """Return the paths of all files of the project, sorted."""
        return self._listing.paths

    def links(self) -> tuple[str, ...]:
        """Return the paths of the symbolic links that were met and not followed, sorted."""
        return self._listing.links

    def unreadable(self) -> tuple[UnreadableFile, ...]:
        """Return what could not even be listed, with the reason."""
        return self._listing.unreadable

    def read(self, path: str) -> bytes:
        """Return the content of a file; raises KeyError and UnreadableFile, as Tree says."""
        on_disk = self._listing.files[path]
        try:
            return (self.root / on_disk).read_bytes()
        except OSError as error:
            raise UnreadableFile.because_of(error, path) from error

    def stamp(self, path: str) -> Hashable:
        """Return when a file was written, how long it is and which one it is on its disk."""
        return self._snapshot.stamps[path]

    def changed_since(self, before: "FolderTree") -> tuple[str, ...]:
        """Return the paths of the same project whose files are new, gone or another than before."""
        return changed_paths(before._snapshot, self._snapshot)  # noqa: SLF001 - of its own kind

    @cached_property
    def _snapshot(self) -> Snapshot:
        return self.seen or snapshot(self.root, self.configuration)

    @property
    def _listing(self) -> Listing:
        return self._snapshot.listing


def changed_between(before: Tree | None, now: Tree) -> tuple[str, ...] | None:
    """Return the paths that differ, None where nothing tells but a look at the stamp of each."""
    if not isinstance(before, FolderTree) or not isinstance(now, FolderTree):
        return None
    if (before.root, before.configuration) != (now.root, now.configuration):
        return None
    return now.changed_since(before)


@dataclass(frozen=True)
class DictTree:
    """A project in memory, as tests and previews write it; text stands for its UTF-8 bytes."""

    files: Mapping[str, bytes | str]
    symlinks: tuple[str, ...] = field(default=())

    def paths(self) -> tuple[str, ...]:
        """Return the paths of all files, sorted."""
        return tuple(sorted(self.files))

    def links(self) -> tuple[str, ...]:
        """Return the paths that stand for symbolic links, sorted."""
        return tuple(sorted(self.symlinks))

    def unreadable(self) -> tuple[UnreadableFile, ...]:
        """Return nothing: memory can always be read."""
        return ()

    def read(self, path: str) -> bytes:
        """Return the content of a file; raises KeyError for a path that is not held."""
        content = self.files[path]
        return content.encode() if isinstance(content, str) else content

    def stamp(self, path: str) -> Hashable:
        """Return the content itself."""
        return self.files[path]
