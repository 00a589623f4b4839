"""The connections that are open: never more than the machine has room for."""

from __future__ import annotations

import resource
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

FILES = 1024
"""How many files one would like to be allowed to open; some systems begin with a quarter of it."""

MOST = 750
"""How many connections are open at once at the most."""


def room() -> int:
    """Return how many connections there is room for: three quarters of what may be open at all.

    The rest is for the files of a project, and for looking at them. Where few files may be open,
    the system is asked for more.
    """
    may_be_open, at_most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if at_most == resource.RLIM_INFINITY else min(FILES, at_most)
    if may_be_open != resource.RLIM_INFINITY and may_be_open < wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, at_most))
            may_be_open = wanted
    unlimited = may_be_open == resource.RLIM_INFINITY
    return MOST if unlimited else max(1, min(MOST, may_be_open * 3 // 4))


# In the order in which they came, or fell idle.
_Group = dict[socket.socket, None]


class Crowd:
    """Knows who is connected; where there is no room left, who has been idle longest goes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._idle: _Group = {}
        self._busy: _Group = {}

    def __len__(self) -> int:
        return len(self._idle) + len(self._busy)

    def enter(self, connection: socket.socket) -> None:
        """Count a connection from now on."""
        with self._lock:
            self._idle[connection] = None

    def leave(self, connection: socket.socket) -> None:
        """Count a connection no more, if it was."""
        with self._lock:
            self._idle.pop(connection, None)
            self._busy.pop(connection, None)

    @contextmanager
    def working(self, connection: socket.socket) -> Iterator[None]:
        """Take a connection for busy while the block runs."""
        self._move(connection, self._idle, self._busy)
        try:
            yield
        finally:
            self._move(connection, self._busy, self._idle)

    def make_room(self, *, at_once: bool = False) -> None:
        """End a connection where there are as many as there may be, or in any case ``at_once``."""
        with self._lock:
            if at_once or len(self) >= self._most:
                self._end_one()

    def _end_one(self) -> None:
        group = self._idle or self._busy
        for connection in group:
            del group[connection]
            # Its thread wakes, finds nothing more to read, and goes.
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            return

    def _move(self, connection: socket.socket, before: _Group, after: _Group) -> None:
        with self._lock:
            # Who was sent away in the meantime is in neither.
            if connection in before:
                del before[connection]
                after[connection] = None
