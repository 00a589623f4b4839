"""Paths as authors write them, from a source file to another file of the project."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Set as AbstractSet
from urllib.parse import quote

from jmsite.content.hrefs import path_in
from jmsite.content.layout import INDEX
from jmsite.files.walk import STATIC

# What ends an address, or the link that it stands in, or begins an escape.
_SPECIAL = re.compile(r"""[\s"#%()<>?\\]""")


def find_file(source: str, href: str, files: AbstractSet[str]) -> str | None:
    """Return the file of the project that a link in a source file means, or None.

    An address is relative to the folder of ``source``; one that begins with ``/`` to the project,
    as a git host reads it, and one that begins with ``static/`` may be. A folder means its index,
    and no path at all the file itself.
    """
    path = path_in(href)
    return _at(source, path, files) if path else source


def find_path(source: str, path: str, files: AbstractSet[str]) -> str | None:
    """Return the file of the project that the path in a field means, or None.

    The path is the name of the file as it is, with any letter in it; where no file is called so,
    it is read as the address of one.
    """
    return _at(source, path, files) or find_file(source, path, files)


def as_address(path: str) -> str:
    """Return a path as a link has to write it: with escapes where a letter means something."""
    return _SPECIAL.sub(lambda found: quote(found[0]), path)


def _at(source: str, path: str, files: AbstractSet[str]) -> str | None:
    rooted = posixpath.normpath(path.lstrip("/"))
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    candidates = [rooted] if path.startswith("/") else [beside]
    if path.startswith(STATIC):
        candidates.append(rooted)
    readings = (each for found in candidates for each in (found, f"{found}/{INDEX}"))
    return next((found for found in readings if found in files), None)
