"""The files of a folder among those of a project."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def within(folder: str, paths: Sequence[str]) -> Sequence[str]:
    """Return the paths below a folder (which ends with a slash) among sorted ones."""
    start = bisect_left(paths, folder)
    # The sign after the slash: what begins with it comes after everything in the folder.
    return paths[start : bisect_left(paths, f"{folder[:-1]}0", start)]
