"""What histories were told the last time, so that a commit is compared with another only once."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import TypeVar

import msgspec

from jmsite import __version__
from jmsite.change.told import Told
from jmsite.files.cache import cache_folder, write_whole

_V = TypeVar("_V")

# Of a history so many steps are kept, the newest; a branch that is left is forgotten in time.
_MOST = 2000
# What decides what is told of two commits, besides what is in them.
_TELLERS = ("change", "content", "model", "site", "words/catalogues")


class _Kept(msgspec.Struct):
    """The changes from commit to commit, and which states were broken."""

    told: dict[str, tuple[Told, ...]] = {}
    broken: dict[str, bool] = {}


class HistoryCache:
    """What was told of one project, kept in the user's cache; without one nothing is kept."""

    def __init__(self, name: str) -> None:
        """Begin with what was kept of a project by its name."""
        folder = cache_folder("history")
        told_by = f"{__version__} {_tellers()}\n{name}"
        self._path = folder / f"{sha256(told_by.encode()).hexdigest()}.json" if folder else None
        self._kept = _Kept()
        self._is_new = False
        if self._path is not None:
            with suppress(OSError, msgspec.MsgspecError):
                self._kept = msgspec.json.decode(self._path.read_bytes(), type=_Kept)

    def told(self, step: str) -> tuple[Told, ...] | None:
        """Return what was told of a step from one commit to another; None where it never was."""
        return self._kept.told.get(step)

    def is_broken(self, commit: str) -> bool | None:
        """Return whether a state was found broken; None where nobody looked."""
        return self._kept.broken.get(commit)

    def add(self, step: str, told: tuple[Told, ...]) -> None:
        """Note what is told of a step."""
        self._kept.told[step] = told
        self._is_new = True

    def judge(self, commit: str, *, is_broken: bool) -> None:
        """Note whether a state is broken."""
        self._kept.broken[commit] = is_broken
        self._is_new = True

    def keep(self) -> None:
        """Keep what was noted for the next time."""
        if not self._is_new or self._path is None:
            return
        newest = _Kept(_newest(self._kept.told), _newest(self._kept.broken))
        with suppress(OSError):
            write_whole(self._path, msgspec.json.encode(newest))


def _newest(noted: dict[str, _V]) -> dict[str, _V]:
    return dict(islice(noted.items(), max(0, len(noted) - _MOST), None))


@cache
def _tellers() -> str:
    """Return when the last of the files was written that say how changes are found and told."""
    package = Path(str(files("jmsite")))
    found = (file for room in _TELLERS for file in (package / room).iterdir() if file.is_file())
    return str(max((file.stat().st_mtime_ns for file in found), default=0))
