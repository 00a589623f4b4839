"""Paths as authors write them, from a source file to another file of the project."""

from __future__ import annotations

import posixpath
from collections.abc import Set as AbstractSet
from urllib.parse import unquote

INDEX = "index.md"


def find_file(source: str, href: str, files: AbstractSet[str]) -> str | None:
    """Return the file of the project that a link or a path in a source file means, or None.

    A path is relative to the folder of ``source``; one that begins with ``/`` to the project, as
    a git host reads it, and one that begins with ``static/`` may be. A folder means its index,
    and no path at all the file itself.
    """
    path = unquote(href.partition("#")[0].partition("?")[0])
    if not path:
        return source
    rooted = posixpath.normpath(path.lstrip("/"))
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    candidates = [rooted] if path.startswith("/") else [beside]
    if path.startswith("static/"):
        candidates.append(rooted)
    readings = (each for found in candidates for each in (found, f"{found}/{INDEX}"))
    return next((found for found in readings if found in files), None)
