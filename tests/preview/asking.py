"""How the tests ask a preview: in plain bytes, so that a request may be as wrong as it likes."""

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from jmsite.preview.board import Board
from jmsite.preview.made import Say
from jmsite.preview.outputs import Outputs
from jmsite.preview.server import Address, PreviewServer

PATIENCE = 20.0
"""Seconds after which a test gives up on an answer."""

PAGES: Mapping[str, bytes] = {
    "index.html": b"<!doctype html><html><body><h1>Home</h1></body></html>",
    "404.html": b"<!doctype html><html><body>Not here</body></html>",
    "journeys/a/index.html": b"<!doctype html><html><body>A</body></html>",
    "journeys/b c/index.html": b"<!doctype html><html><body>B</body></html>",
    "assets/site.css": b"body { margin: 0 }",
    "assets/map.js": b"run();",
    "assets/fonts/inter.woff2": b"wOF2",
    "caf\N{LATIN SMALL LETTER E WITH ACUTE}.txt": b"coffee",
    "logo.svg": b"<svg/>",
    "report.odd": b"?",
}


@dataclass(frozen=True)
class Reply:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    body: str


def site_of(files: Mapping[str, bytes]) -> Outputs:
    """Return a site of files that are what they are."""
    return Outputs({path: partial(bytes, data) for path, data in files.items()}, _unexpected)


@contextmanager
def serving(
    board: Board, host: str = "127.0.0.1", complain: Say | None = None
) -> Iterator[PreviewServer]:
    """Serve what a board shows, on any free port, while the block runs."""
    server = PreviewServer(Address(host, 0), board, complain or _unexpected)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def connect(server: PreviewServer) -> socket.socket:
    """Return a connection to a server."""
    return socket.create_connection(("127.0.0.1", server.address.port), PATIENCE)


def send(server: PreviewServer, request: bytes) -> bytes:
    """Send bytes and return all that comes back before the connection ends."""
    return exchange(server.address.port, request)


def exchange(port: int, request: bytes) -> bytes:
    """Send bytes, and no more after them, to a port of this machine; return all that comes back."""
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as connection:
        parts = []
        try:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            while part := connection.recv(65536):
                parts.append(part)
        except ConnectionError:
            # The server may hang up on what it does not want to read to its end.
            pass
        return b"".join(parts)


def ask(
    server: PreviewServer,
    target: str,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
) -> Reply:
    """Ask for a target as a browser does; ``headers`` come in addition, or instead."""
    every = {"Host": f"127.0.0.1:{server.address.port}", "Connection": "close", **(headers or {})}
    lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in every.items())]
    return reply_of(send(server, "\r\n".join([*lines, "", ""]).encode("latin-1")))


def reply_of(answer: bytes) -> Reply:
    """Read an answer; fail where it has no status."""
    head, _, body = answer.partition(b"\r\n\r\n")
    status, *lines = head.decode("latin-1").split("\r\n")
    assert status.startswith("HTTP/1.1 "), f"no answer of HTTP: {answer!r}"
    headers = dict(line.split(": ", 1) for line in lines)
    return Reply(int(status.split()[1]), headers, body.decode())


def _unexpected(text: str) -> None:
    raise AssertionError(f"nothing should have been complained about: {text}")
