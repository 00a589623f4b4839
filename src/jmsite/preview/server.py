"""The server: where it listens, and its threads."""

from __future__ import annotations

import socket
import sys
import threading
from dataclasses import dataclass
from ipaddress import ip_address
from socketserver import TCPServer, ThreadingMixIn
from time import sleep

from jmsite.preview.board import Board
from jmsite.preview.crowd import Crowd, room
from jmsite.preview.fault import fault_of
from jmsite.preview.handler import Handler
from jmsite.preview.made import Say

LAST_PORT = 65535
TRIES = 100
"""How many ports are tried, from the first one upwards."""

POLL = 0.1
"""Seconds between looks at whether the server is to stop."""


@dataclass(frozen=True)
class Address:
    """Where a server listens: a name or number of this machine, and a port (0 for any)."""

    host: str = "127.0.0.1"
    port: int = 8000

    @property
    def is_of_this_machine_alone(self) -> bool:
        """Tell whether no other machine can reach the address."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host.lower() == "localhost"

    @property
    def url(self) -> str:
        """Return what a browser on this machine is given."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"


class PreviewServer(ThreadingMixIn, TCPServer):
    """Serves what a board shows, each connection in a thread that ends with the program."""

    daemon_threads = True
    # A port that a preview has just left is free at once.
    allow_reuse_address = True
    # How many may wait to be let in: a browser with fifty tabs comes with all of them at once,
    # and who finds the door shut tries again a second later.
    request_queue_size = 1024

    def __init__(self, address: Address, board: Board, complain: Say) -> None:
        """Listen at an address; raise OSError where that cannot be."""
        self.board = board
        self.host = address.host
        self.crowd = Crowd(room())
        self.complain = complain
        self.address_family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
        super().__init__((address.host, address.port), Handler)

    @property
    def address(self) -> Address:
        """Return where the server listens, with the port that it was given."""
        return Address(self.host, int(self.server_address[1]))

    def get_request(self) -> tuple[socket.socket, object]:
        """Let the next one in; raise OSError where that cannot be."""
        self.crowd.make_room()
        try:
            connection, address = super().get_request()
        except OSError:
            # No file may be opened any more. Who waits goes on waiting, and is asked for again.
            self.crowd.make_room(at_once=True)
            sleep(POLL)
            raise
        self.crowd.enter(connection)
        return connection, address

    def process_request(self, request: socket.socket, client_address: object) -> None:  # type: ignore[override]
        """Give a connection its thread; end it where the system has no more of them."""
        try:
            super().process_request(request, client_address)
        except RuntimeError:
            self.crowd.make_room(at_once=True)
            self.shutdown_request(request)

    def close_request(self, request: socket.socket) -> None:  # type: ignore[override]
        """End a connection, whichever side wanted it."""
        self.crowd.leave(request)
        super().close_request(request)

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over a browser that went away; tell of anything else in a line."""
        del request, client_address
        error = sys.exception()
        if isinstance(error, Exception) and not isinstance(error, OSError):
            self.complain(fault_of(error, "A connection had to be ended").text)

    def start(self) -> None:
        """Serve from now on, in a thread."""
        threading.Thread(target=self.serve_forever, args=(POLL,), daemon=True).start()

    def stop(self) -> None:
        """Serve no more, and end the streams of open pages."""
        self.board.close()
        self.shutdown()
        self.server_close()


def listen(address: Address, board: Board, complain: Say, *, exactly: bool) -> PreviewServer:
    """Return a server at an address; unless ``exactly`` there, at the next port that is free.

    Raises OSError where it cannot listen.
    """
    last = address.port if exactly else min(address.port + TRIES - 1, LAST_PORT)
    for port in range(address.port, last + 1):
        try:
            return PreviewServer(Address(address.host, port), board, complain)
        except OSError:
            if port == last:
                raise
    raise AssertionError("a range of ports holds one at least")
