"""Who may ask: this machine by its own names, and pages of the preview itself.

A page on the web can make a browser ask a server on this machine, under a name that leads here.
It cannot choose the Host header, and a browser tells where a request comes from.
"""

from __future__ import annotations

import re
from http import HTTPStatus

from jmsite.preview.address import asked_for
from jmsite.preview.head import Refused, Request, hosts_in, read
from jmsite.preview.reserved import OWN

METHODS = ("GET", "HEAD")
OWN_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})

_HOST = re.compile(r"(?:\[(?P<six>[0-9a-f:.]+)\]|(?P<name>[^\s:/@\[\]]+))(?::[0-9]{1,5})?")
# A host that listens to both families of addresses writes those of the older one so.
_MAPPED = "::ffff:"


def admitted(head: bytes, names: frozenset[str]) -> Request | Refused:
    """Return the request of a head, or why it is refused. ``names`` are those the server goes by.

    The host comes first: who asks for another learns nothing, not even what else is wrong.
    """
    hosts = hosts_in(head)
    if not all(_is_one_of(names, host) for host in hosts):
        return Refused(HTTPStatus.FORBIDDEN, "This preview answers to its own address alone.")
    request = read(head)
    if isinstance(request, Refused):
        return request
    if len(hosts) != 1:
        return Refused(HTTPStatus.BAD_REQUEST, "A request names one host.")
    return _refusal(request) or request


def plain_name(host: str) -> str:
    """Return a host as names are compared."""
    return host.lower().removeprefix(_MAPPED)


def _is_one_of(names: frozenset[str], host: str) -> bool:
    found = _HOST.fullmatch(host.lower())
    return found is not None and plain_name(found["six"] or found["name"]) in names


def _refusal(request: Request) -> Refused | None:
    if request.method not in METHODS:
        return Refused(HTTPStatus.METHOD_NOT_ALLOWED, "A preview can be read, and nothing else.")
    if not (request.says("content-length", "0") and request.says("transfer-encoding")):
        return Refused(HTTPStatus.BAD_REQUEST, "A preview is asked, and sent nothing.")
    if not (_is_own(request) or _follows_a_link(request)):
        return Refused(HTTPStatus.FORBIDDEN, "Only pages of this preview are told of it.")
    return None


def _is_own(request: Request) -> bool:
    """Tell whether a page of the preview asks, or a person, or a program that says nothing."""
    here = (f"http://{host}" for host in request.fields["host"])
    return request.says("origin", *here) and request.says("sec-fetch-site", "none", "same-origin")


def _follows_a_link(request: Request) -> bool:
    """Tell whether a person leaves a page of another site for one of the preview.

    A frame or an object inside of that page is another kind of destination.
    """
    how = [request.fields.get(name) for name in ("sec-fetch-mode", "sec-fetch-dest", "origin")]
    is_page = not (asked_for(request.target) or "").startswith(OWN)
    return is_page and how == [("navigate",), ("document",), None]
