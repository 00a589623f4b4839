"""Which places are never a target, whatever they hold."""

import os
from pathlib import Path

from jmsite.files.refusals import (
    Refusal,
    holds_home,
    holds_sources,
    is_root,
    is_source,
    not_a_folder,
    not_allowed,
)
from jmsite.files.walk import SOURCE_FOLDERS


def real(path: Path) -> Path:
    """Return where a path leads, absolute and past all links; nothing need be there."""
    return Path(os.path.realpath(path))


def dangerous_place(target: Path, project_root: Path) -> Refusal | None:
    """Refuse the machine's root, the home folder, and the sources of the project."""
    where = real(target)
    if where == where.parent:
        return is_root(target)
    if _contains(where, Path(os.path.expanduser("~"))):  # noqa: PTH111 - Path.home() may raise
        return holds_home(target)
    if _contains(where, project_root):
        return holds_sources(target)
    for folder in SOURCE_FOLDERS:
        if _contains(project_root / folder, where):
            return is_source(target, folder)
    return None


def closed_place(target: Path) -> Refusal | None:
    """Refuse a place in which this user cannot make or change files."""
    place = real(target)
    while not os.path.lexists(place):
        place = place.parent
    if not place.is_dir():
        return not_a_folder(place)
    if not os.access(place, os.W_OK | os.X_OK):
        return not_allowed(target, place)
    return None


def _contains(outer: Path, inner: Path) -> bool:
    """Say whether `inner` is `outer` or below it, by name and by what the disk says.

    The disk knows what names do not: that `Content` is `content` on macOS, and that a
    folder is mounted in two places.
    """
    inner = real(inner)
    if inner.is_relative_to(real(outer)):
        return True
    identity = _identity(outer)
    return identity is not None and identity in map(_identity, (inner, *inner.parents))


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
