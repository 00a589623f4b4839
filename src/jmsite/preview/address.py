"""From the target of a request to a file of the site. No path is ever joined."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from urllib.parse import quote, unquote

INDEX = "index.html"


@dataclass(frozen=True)
class Found:
    """The path of a file of the site."""

    path: str


@dataclass(frozen=True)
class Moved:
    """Where to go instead: an address on this host."""

    location: str


def asked_for(target: str) -> str | None:
    """Return what the target of a request asks for, without the slash it begins with.

    None stands for a target that is no path, or whose escapes are no UTF-8.
    """
    path = target.partition("?")[0]
    if not path.startswith("/") or not path.isascii():
        return None
    try:
        return unquote(path[1:], errors="strict")
    except UnicodeDecodeError:
        return None


def find(wanted: str, paths: Container[str]) -> Found | Moved | None:
    """Return the file among ``paths`` that stands at an address, or where it is to be asked for.

    A folder without its slash is moved, because the relative links of its page need the slash.
    """
    if wanted == "" or wanted.endswith("/"):
        path = wanted + INDEX
        return Found(path) if path in paths else None
    if wanted in paths:
        return Found(wanted)
    return Moved(f"/{quote(wanted)}/") if f"{wanted}/{INDEX}" in paths else None
