"""Where jmsite keeps what it can make again: nothing of it is ever needed."""

from __future__ import annotations

import os
import sys
from pathlib import Path


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


def _is_ours(folder: Path) -> bool:
    """Tell whether a folder belongs to the user: compiled templates of another are not run."""
    return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()
