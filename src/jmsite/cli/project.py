"""Finding the project that a command works on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jmsite.files.tree import DEFAULT_CONFIGURATION, FolderTree


class NoProjectError(Exception):
    """There is no project where a command was told to look; the message says what to do."""


@dataclass(frozen=True)
class ProjectFolder:
    """A project on disk: its folder and the name of its configuration file."""

    root: Path
    configuration: str = DEFAULT_CONFIGURATION

    @property
    def tree(self) -> FolderTree:
        """Return the files of the project as they are now."""
        return FolderTree(self.root, self.configuration)

    @property
    def site(self) -> Path:
        """Return where the site goes unless somebody says otherwise."""
        return self.root / "site"


def find_project(start: Path | None = None, configuration: Path | None = None) -> ProjectFolder:
    """Return the project of a configuration file, of a folder, or of the folder one is in.

    Without a configuration file the project is the nearest folder, from ``start`` upwards, that
    holds a ``jmsite.yml``. Raises NoProjectError where there is none.
    """
    if configuration is not None:
        if not configuration.is_file():
            raise NoProjectError(f"there is no file {configuration}")
        return ProjectFolder(configuration.parent, configuration.name)
    folder = Path() if start is None else start
    if not folder.exists():
        raise NoProjectError(f"there is no file or folder {folder}")
    if folder.is_file():
        folder = folder.parent
    for candidate in (folder, *_above(folder)):
        if (candidate / DEFAULT_CONFIGURATION).is_file():
            return ProjectFolder(candidate)
    raise NoProjectError(
        f"there is no {DEFAULT_CONFIGURATION} in {folder.resolve()} or above it; "
        "run “jmsite init” to begin a project here"
    )


def _above(folder: Path) -> list[Path]:
    """Return the folders above one, the nearest first."""
    return list(folder.resolve().parents)
