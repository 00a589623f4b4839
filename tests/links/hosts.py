"""Hosts that answer as hosts on the web do: well, late, never, in circles, or with nonsense."""

from __future__ import annotations

import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any

# Where an address of the host leads on to: a status and a path.
LEADS_ON = {
    "/for-good": (301, "/page"),
    "/for-good-twice": (308, "/for-good"),
    "/for-now": (302, "/page"),
    "/for-now-then-good": (307, "/for-good"),
    "/circle": (302, "/circle-too"),
    "/circle-too": (302, "/circle"),
    "/inside-out": (302, "gopher://example.org/"),
    "/inside-out-at": (302, "gopher://example.org:70/"),
    "/to-nothing": (302, "http://[::1/"),
    "/to-letters": (301, "/page?é".encode().decode("latin-1")),
}
# Who asks for a while, and as which of those who ask for a page one is answered.
WAITS = {"/soon": ("3", 1), "/not-soon": ("600", 1), "/never": ("3", 9), "/some-day": ("Sun", 1)}
STATUS = {
    "/page": 200,
    "/leads-nowhere": 302,
    "/password": 401,
    "/missing": 404,
    "/gone": 410,
    "/robots": 999,
}


class Host(ThreadingHTTPServer):
    """A host of this machine; it counts what it is asked, and by how many at once."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: Counter[str] = Counter()
        self.agents: set[str] = set()
        self.now = self.most = 0
        self.lock = Lock()
        self.ended = Event()

    @property
    def address(self) -> str:
        """Return the address of the host, without a path."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_given: Any) -> None:
        """Say nothing of those who hang up."""


@contextmanager
def host() -> Iterator[Host]:
    """Run a host for as long as a test takes."""
    with Host() as running:
        Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        try:
            yield running
        finally:
            running.ended.set()
            running.shutdown()


@contextmanager
def raw_host(says: bytes, *, again: float | None = None) -> Iterator[str]:
    """Run a host that says some bytes to everyone, and again after so many seconds each."""
    ended = Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while not ended.is_set():
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    _speak(connection, says, again, ended)

        Thread(target=serve, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        finally:
            ended.set()


def _speak(connection: socket.socket, says: bytes, again: float | None, ended: Event) -> None:
    try:
        connection.recv(65536)
        connection.sendall(says)
        while again is not None and not ended.wait(again):
            connection.sendall(says)
    except OSError:
        return


class _Handler(BaseHTTPRequestHandler):
    server: Host

    def do_HEAD(self) -> None:
        self._answer(is_head=True)

    def do_GET(self) -> None:
        self._answer(is_head=False)

    def log_message(self, *_given: Any) -> None:
        """Say nothing."""

    def _answer(self, *, is_head: bool) -> None:
        server = self.server
        with server.lock:
            server.asked[f"{self.command} {self.path}"] += 1
            server.agents.add(self.headers["User-Agent"])
        self._say(is_head=is_head)

    def _wait(self) -> None:
        """Take a while, and count who waits; nobody has an answer yet and so asks for more."""
        server = self.server
        with server.lock:
            server.now += 1
            server.most = max(server.most, server.now)
        server.ended.wait(0.1)
        with server.lock:
            server.now -= 1

    def _say(self, *, is_head: bool) -> None:
        path = self.path.partition("?")[0]
        if path == "/silent":
            self.server.ended.wait(30)
        elif path == "/slow":
            self._wait()
            self._reply(200)
        elif path == "/huge" and not is_head:
            self._reply(200)
            while not self.server.ended.is_set():
                self.wfile.write(b"x" * 65536)
        else:
            self._say_at_once(path, is_head=is_head)

    def _say_at_once(self, path: str, *, is_head: bool) -> None:
        if path in LEADS_ON:
            self._reply(LEADS_ON[path][0], Location=LEADS_ON[path][1])
        elif path == "/cookie":
            self._reply(302, Location="/cookie", **{"Set-Cookie": "known=1"})
        elif path.startswith("/further"):
            self._reply(302, Location=f"{path}r")
        elif path == "/no-head":
            self._reply(405 if is_head else 200)
        elif path == "/huge":
            self._reply(501)
        elif path == "/tired":
            first = self.server.asked[f"GET {self.path}"] < 2
            self._reply(503 if first else 200)
        elif path in WAITS:
            first = self.server.asked[f"GET {self.path}"] < WAITS[path][1]
            self._reply(429 if first else 200, **{"Retry-After": WAITS[path][0]})
        else:
            self._reply(STATUS.get(path, 404))

    def _reply(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
