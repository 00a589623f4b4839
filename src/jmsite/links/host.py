"""Looking up hosts, once: what was looked up and found to be public is what is then asked."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any
from urllib.parse import quote, urlsplit
from urllib.request import getproxies, proxy_bypass

from jmsite.links.answer import Answer

PORTS = {"http": 80, "https": 443}
# Networks of version 6 whose addresses hold one of version 4 at their end.
_TRANSLATED = ip_network("64:ff9b::/96")
# That name is kept for examples (RFC 2606), and has addresses.
_FOR_GOOD = "example.org"
_LOCALLY = "open it in a browser, or ask it too with --local-links"
_KEPT = "%/:=&?~+!$,;'@()*[]-._"


@dataclass(frozen=True)
class Target:
    """An address on the web taken apart, with what its host was looked up to be.

    ``found`` are socket addresses, each of its family.
    """

    scheme: str
    host: str
    port: int
    path: str
    found: tuple[tuple[int, Any], ...] = ()


def target_of(address: str) -> Target | Answer:
    """Return an address taken apart, or what is wrong with it."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode()
        usual = PORTS[parts.scheme]
        port = parts.port or usual
    except (ValueError, KeyError):
        return Answer("dead", "it is no address")
    if not host:
        return Answer("dead", "it is no address")
    asked = f"?{quote(parts.query, _KEPT)}" if parts.query else ""
    return Target(parts.scheme, host, port, (quote(parts.path, _KEPT) or "/") + asked)


def looked_up(target: Target, *, local: bool) -> Target | Answer:
    """Return a target with the addresses of its host, or why it is not asked.

    A host with any address inside the network is asked only where ``local`` says so.
    """
    try:
        told = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno == socket.EAI_AGAIN:
            why = f"the host {target.host} could not be looked up now"
            return Answer("unsure", why, found=False)
        return Answer("dead", f"there is no host {target.host}", found=False)
    except (OSError, UnicodeError):
        return Answer("dead", f"there is no host {target.host}")
    found = tuple((family, at) for family, _, _, _, at in told)
    if not local and not all(is_public(str(at[0])) for _, at in found):
        return Answer("unsure", f"{target.host} is inside the network", hint=_LOCALLY)
    return Target(target.scheme, target.host, target.port, target.path, found)


def finds_hosts() -> bool:
    """Tell whether this machine finds any host of the web: one that will be there for good.

    It is looked up, and not asked.
    """
    try:
        return bool(socket.getaddrinfo(_FOR_GOOD, PORTS["https"]))
    except OSError:
        return False


def has_proxy(target: Target) -> bool:
    """Tell whether this machine is set to reach a host through a proxy.

    None is used: what a proxy reaches cannot be known to be outside of the network.
    """
    return target.scheme in getproxies() and not proxy_bypass(target.host)


def is_public(written: str) -> bool:
    """Tell whether an address of the internet protocol can be reached by everyone.

    One of version 6 that stands for one of version 4 is judged as that.
    """
    address = ip_address(written)
    meant = _embedded(address) if isinstance(address, IPv6Address) else None
    if meant is not None:
        return is_public(str(meant))
    return address.is_global and not address.is_multicast


def _embedded(address: IPv6Address) -> IPv4Address | None:
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
