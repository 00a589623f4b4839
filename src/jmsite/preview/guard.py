"""Who may ask: this machine by its own names, and pages of the preview itself.

A page on the web can make a browser ask a server on this machine, under a name that leads here.
It cannot choose the Host header, and a browser tells where a request comes from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus

METHODS = ("GET", "HEAD")
OWN_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})

_HOST = re.compile(r"(?:\[(?P<six>[0-9a-f:.]+)\]|(?P<name>[^\s:/@\[\]]+))(?::[0-9]{1,5})?")
# A host that listens to both families of addresses writes those of the older one so.
_MAPPED = "::ffff:"


@dataclass(frozen=True)
class Refused:
    """Why a request is not answered: the status, and one line that says it."""

    status: HTTPStatus
    words: str


def refusal(method: str, headers: Message, names: frozenset[str]) -> Refused | None:
    """Return why a request is refused, or None. ``names`` are those the server goes by."""
    if not _is_for(names, headers.get_all("Host", ())):
        return Refused(HTTPStatus.FORBIDDEN, "This preview answers to its own address alone.")
    if method not in METHODS:
        return Refused(HTTPStatus.METHOD_NOT_ALLOWED, "A preview can be read, and nothing else.")
    return None


def is_own_page(headers: Message) -> bool:
    """Tell whether a request comes from a page of the preview, not from one of another site."""
    origin = headers.get("Origin")
    if origin is not None and origin != f"http://{headers.get('Host')}":
        return False
    return headers.get("Sec-Fetch-Site", "none") in {"none", "same-origin"}


def plain_name(host: str) -> str:
    """Return a host as names are compared."""
    return host.lower().removeprefix(_MAPPED)


def _is_for(names: frozenset[str], hosts: Sequence[str]) -> bool:
    if len(hosts) != 1:
        return False
    host = _HOST.fullmatch(hosts[0].strip().lower())
    return host is not None and plain_name(host["six"] or host["name"]) in names
