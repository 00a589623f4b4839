"""One request: what a host answers, within a time that nothing stretches."""

from __future__ import annotations

import errno
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from http.client import HTTPConnection, HTTPException, HTTPResponse
from threading import Event, Timer
from typing import Any

from jmsite import __version__
from jmsite.links.answer import Answer
from jmsite.links.host import PORTS, Target

HEADERS = {
    "User-Agent": f"jmsite/{__version__} (checks links)",
    "Accept": "*/*",
    "Connection": "close",
}
_SECONDS = re.compile(r"[0-9]{1,9}")
# It is this machine that has no way: one without a network, or without version 6 of the protocol.
_NO_WAY = frozenset({errno.ENETUNREACH, errno.ENETDOWN, errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL})


@dataclass(frozen=True, slots=True)
class Reply:
    """What a host answers: a status, where it leads on to, and whether it wants to be known by.

    ``wait`` is for how many seconds it wants to be left alone, 0 where it says none.
    """

    status: int
    location: str = ""
    sets_cookie: bool = False
    wait: float = 0


def ask(method: str, target: Target, seconds: float) -> Reply | Answer:
    """Return what a host answers to a request, or what kept it from answering.

    Nothing but the head of an answer is read, and never for longer than some seconds.
    """
    connection = _Connection(target, seconds)
    late = Event()
    try:
        with _cut_after(seconds, connection, late):
            connection.request(method, target.path, headers=HEADERS)
            response = connection.getresponse()
            if late.is_set():  # what was cut off looks like the end of a head
                return trouble(TimeoutError(), seconds)
            return _reply(response)
    except (OSError, HTTPException, ValueError) as error:
        return trouble(TimeoutError() if late.is_set() else error, seconds)
    finally:
        connection.close()


def _reply(response: HTTPResponse) -> Reply:
    wait = response.getheader("Retry-After") or ""
    return Reply(
        response.status,
        _as_meant(response.getheader("Location") or ""),
        response.getheader("Set-Cookie") is not None,
        float(wait) if _SECONDS.fullmatch(wait) else 0,
    )


def _as_meant(location: str) -> str:
    """Return an address of a head, which is read as if it had the letters of western Europe."""
    try:
        return location.encode("latin-1").decode()
    except UnicodeError:
        return location


class _Connection(HTTPConnection):
    """A connection to one of the addresses that were looked up, and to no other."""

    def __init__(self, target: Target, seconds: float) -> None:
        super().__init__(target.host, target.port, timeout=seconds)
        self.default_port = PORTS[target.scheme]
        self._target = target

    def connect(self) -> None:
        """Connect to the first address that lets one, and agree on keys where the scheme has."""
        self.sock = _connected(self._target.found, self.timeout or 0)
        if self._target.scheme == "https":
            # The handshake comes once others can see the socket, and cut it.
            self.sock = _trust().wrap_socket(
                self.sock, server_hostname=self.host, do_handshake_on_connect=False
            )
            self.sock.do_handshake()


def _connected(found: tuple[tuple[int, Any], ...], seconds: float) -> socket.socket:
    problem = OSError("no address")
    for family, address in found:
        try:
            made = _connected_to(family, address, seconds / len(found))
        except OSError as error:
            # What led to it would hold on to the socket that is connected after all.
            problem = error.with_traceback(None)
        else:
            made.settimeout(seconds)
            return made
    raise problem


def _connected_to(family: int, address: Any, seconds: float) -> socket.socket:
    made = socket.socket(family, socket.SOCK_STREAM)
    made.settimeout(seconds)
    try:
        made.connect(address)
    except OSError:
        made.close()
        raise
    return made


@contextmanager
def _cut_after(seconds: float, connection: HTTPConnection, late: Event) -> Iterator[None]:
    """Cut a connection after some seconds, however slowly something still arrives on it."""

    def cut() -> None:
        late.set()
        with suppress(OSError, AttributeError):
            connection.sock.shutdown(socket.SHUT_RDWR)

    timer = Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def trouble(error: Exception, seconds: float) -> Answer:
    """Return what an error tells of an address."""
    if isinstance(error, TimeoutError):
        return Answer("dead", f"it did not answer within {seconds:g} s")
    if isinstance(error, ssl.SSLCertVerificationError):
        return Answer("dead", f"its certificate cannot be trusted: {error.verify_message}")
    if isinstance(error, ssl.SSLError):
        return Answer("dead", "it does not speak TLS as it should")
    if isinstance(error, OSError) and error.errno in _NO_WAY:
        return Answer("unsure", "no way leads there from this machine")
    if isinstance(error, OSError) and error.errno is not None:
        return Answer("dead", f"it cannot be reached: {(error.strerror or '').lower()}")
    if isinstance(error, ConnectionError):
        return Answer("dead", "it hangs up without an answer")
    return Answer("dead", "what it answers is not HTTP")
