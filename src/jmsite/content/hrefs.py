"""Addresses that links have: the schemes that there may be, and what of an address is a path."""

from __future__ import annotations

import re
from urllib.parse import unquote

# Schemes that a link may have; what has none is relative.
SCHEMES = ("http", "https", "mailto", "tel")
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
_HIDDEN = re.compile(r"[\x00-\x20\x7f]+")


def scheme_of(href: str) -> str:
    """Return the scheme of an address in lower case, or "" for a relative one."""
    found = _SCHEME.match(_HIDDEN.sub("", href))
    return found[1].lower() if found else ""


def is_remote(href: str) -> bool:
    """Tell whether an address leads to another host."""
    return scheme_of(href) != "" or href.startswith(("//", "\\\\", "/\\"))


def path_in(href: str) -> str:
    """Return the path that an address names, without escapes."""
    return unquote(href.partition("#")[0].partition("?")[0])
