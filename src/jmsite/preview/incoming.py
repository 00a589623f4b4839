"""What comes in on one connection: the heads of requests, one after the other."""

from __future__ import annotations

import socket
from time import monotonic

from jmsite.preview.head import end_of

IDLE = 30.0
"""Seconds that a connection may be silent between two requests."""

PATIENCE = 10.0
"""Seconds in which a head must have come whole, however busily it drips."""

GOODBYE = 1.0
"""Seconds for which what still comes is taken after the last answer, and not looked at."""

_CHUNK = 65_536


class Incoming:
    """Reads a connection; what comes after a head is kept for the next one."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._kept = bytearray()
        self._forgives = True

    def head(self) -> bytes:
        """Return the next head, empty where none comes any more.

        It is not whole where the other side stops before its end, or is too slow or too long.
        Raises OSError where the connection breaks.
        """
        self._forgives = True
        until = monotonic() + (PATIENCE if self._kept else IDLE)
        while (end := self._end()) is None:
            begun = bool(self._kept)
            if not self._more(until):
                end = len(self._kept)
                break
            if not begun:
                until = monotonic() + PATIENCE
        head = bytes(self._kept[:end])
        del self._kept[:end]
        return head

    def drain(self) -> None:
        """Take what still comes, for a moment: to close on it would undo the last answer."""
        self._connection.shutdown(socket.SHUT_WR)
        until = monotonic() + GOODBYE
        while self._more(until):
            self._kept.clear()

    def _end(self) -> int | None:
        # One empty line before a request is forgiven: old programs end their last one with it.
        if self._forgives and self._kept.startswith(b"\r\n"):
            self._forgives = False
            del self._kept[:2]
        return end_of(self._kept) if self._kept else None

    def _more(self, until: float) -> bool:
        """Wait for more; return whether some came in time."""
        self._connection.settimeout(max(until - monotonic(), 0.001))
        try:
            more = self._connection.recv(_CHUNK)
        except TimeoutError:
            return False
        self._kept += more
        return bool(more)
