"""The hidden folder in which the next site grows until it is whole."""

import fcntl
import os
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from jmsite.files.holdings import STAGE_PREFIX

_MARKER = "jmsite-stage.txt"
_MARKER_TEXT = """\
jmsite writes the next site here and puts it in place when it is whole.
What an interrupted build leaves here is cleared away by the next build.
"""
_PATIENCE = 10.0
"""Seconds to wait for another build that puts its site in place."""


class BusyError(Exception):
    """Another build holds the folder of the target for longer than is worth waiting."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A folder on the disk of the target, with the next site and what it takes the place of."""

    root: Path

    @property
    def new(self) -> Path:
        """The next site."""
        return self.root / "new"

    @property
    def old(self) -> Path:
        """The site before, moved here as a whole; it goes back if the next one fails."""
        return self.root / "old"

    @property
    def replaced(self) -> Path:
        """Single files of the site before; they go back if the next one fails."""
        return self.root / "replaced"

    @property
    def outdated(self) -> Path:
        """The site before, when the next one is in place and nothing goes back."""
        return self.root / "outdated"


def new_stage_beside(target: Path) -> Stage:
    """Make a stage beside the target, from where the site is moved as one folder."""
    return _make_stage(target.parent, _prefix_beside(target))


def new_stage_inside(target: Path) -> Stage:
    """Make a stage inside the target, for a target that cannot itself be moved."""
    return _make_stage(target, STAGE_PREFIX)


@contextmanager
def in_use(stage: Stage) -> Iterator[bool]:
    """Hold a stage; yield whether it could be held, so that it may be cleared away."""
    with (stage.root / _MARKER).open("a") as marker:
        try:
            fcntl.flock(marker, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True


def left_stages(target: Path) -> Iterator[Stage]:
    """Yield the stages of this target that builds have left, or still use."""
    for folder, prefix in ((target.parent, _prefix_beside(target)), (target, STAGE_PREFIX)):
        named = re.compile(re.escape(prefix) + r"\w+").fullmatch
        with suppress(OSError):
            for path in sorted(folder.iterdir()):
                if named(path.name) and _is_stage(path):
                    yield Stage(path)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a folder against other builds for a moment.

    Raises BusyError where another build holds it for long. Where the disk knows no
    locks (some network disks), nothing is held.
    """
    handle = None
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
    try:
        if handle is not None:
            _lock_in_time(handle, folder)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _lock_in_time(handle: int, folder: Path) -> None:
    end = time.monotonic() + _PATIENCE
    with suppress(OSError):
        while not _is_locked(handle):
            if time.monotonic() > end:
                raise BusyError(str(folder))
            time.sleep(0.02)


def _is_locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_stage(path: Path) -> bool:
    if path.is_symlink() or not path.is_dir():
        return False
    return (path / _MARKER).is_file() or not any(path.iterdir())


def _prefix_beside(target: Path) -> str:
    return f".{target.name}.jmsite-"


def _make_stage(place: Path, prefix: str) -> Stage:
    stage = Stage(Path(tempfile.mkdtemp(prefix=prefix, dir=place)))
    (stage.root / _MARKER).write_text(_MARKER_TEXT)
    stage.new.mkdir()
    return stage
