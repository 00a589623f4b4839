"""Where jmsite keeps what it can make again: nothing of it is ever needed."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

# Of files that are kept by what they are made of, so many are; then the oldest half goes.
_MOST = 4000


def cache_folder(name: str) -> Path | None:
    """Return a folder of the user's cache, made if it was not there; None where that cannot be.

    It is the one that the system keeps for such files: below ``XDG_CACHE_HOME`` where that is
    set, else ``~/Library/Caches`` on macOS and ``~/.cache`` elsewhere. Only the user can read it.
    """
    try:
        home = Path.home()
        usual = home / "Library" / "Caches" if sys.platform == "darwin" else home / ".cache"
        given = os.environ.get("XDG_CACHE_HOME", "")
        folder = (Path(given) if given.startswith("/") else usual) / "jmsite" / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return folder if os.access(folder, os.W_OK | os.X_OK) and _is_ours(folder) else None


def kept(folder: Path | None, name: str, make: Callable[[], bytes]) -> bytes:
    """Return what a function makes, as a folder of the cache holds it where it was made before.

    ``name`` says all that it is made of. Without a folder nothing is kept.
    """
    if folder is None:
        return make()
    with suppress(OSError):
        return (folder / name).read_bytes()
    made = make()
    with suppress(OSError):
        _make_room(folder)
        write_whole(folder / name, made)
    return made


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: another run may read it at the same moment."""
    number, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(number, "wb") as file:
        file.write(data)
    Path(name).replace(path)


def _make_room(folder: Path) -> None:
    with os.scandir(folder) as entries:
        files = sorted(entries, key=lambda entry: entry.stat().st_mtime)
    for entry in files[: len(files) // 2] if len(files) >= _MOST else ():
        Path(entry.path).unlink(missing_ok=True)


def _is_ours(folder: Path) -> bool:
    """Tell whether a folder belongs to the user: compiled templates of another are not run."""
    return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()
