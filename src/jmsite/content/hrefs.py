"""Addresses that links have: the schemes that there may be, and what of an address is a path."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

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


def why_no_base(address: str) -> str:
    """Return why no other address can begin with an address, and what to do; empty where one can.

    Neither what is asked nor a place in a page can stand in it; nor a password, which it would
    tell everyone.
    """
    if scheme_of(address) not in ("http", "https"):
        return "begin it with https://"
    if found := re.search(r"[?#]", address):
        return f"end it before “{found[0]}”: other addresses begin with it"
    try:
        parts = urlsplit(address)
        is_found = bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_found = False
    if is_found and "@" in parts.netloc:
        return "leave out what stands before “@”: everyone would read it"
    folders = parts.path.rstrip("/").split("/")[1:] if is_found else [""]
    is_clean = not re.search(r"[\s\\]", address) and not {"", ".", ".."} & {*folders}
    return "" if is_clean else "write it as https://example.org/maps/"
