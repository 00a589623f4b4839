"""Requests that mean no good, or make no sense: refused in a line, and the server goes on."""

import socket
import struct
from collections.abc import Iterator

import pytest

from jmsite.preview.board import Board
from jmsite.preview.handler import Handler
from jmsite.preview.server import PreviewServer
from tests.preview.asking import ask, connect, reply_of, send, serving

HOST = b"Host: localhost\r\n"


@pytest.fixture(autouse=True)
def _still_answers(server: PreviewServer, capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """After each test of this file the server still answers, and has said nothing."""
    yield
    assert ask(server, "/logo.svg").status == 200
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "target",
    [
        "/../../../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/..\\..\\etc\\passwd",
        "/..%5c..%5cetc",
        "/index.html%00.png",
        "/%00",
        "/%0d%0aSet-Cookie:%20a=b",
        "/.git/config",
        "/C:/Windows/win.ini",
        "//etc/passwd",
        "/__jmsite/../index.html",
        "/__jmsite/server.py",
        "/" + "a/" * 20_000,
    ],
)
def test_what_the_site_has_not_is_not_there(server: PreviewServer, target: str) -> None:
    """Only files of the site are served, however one asks for others."""
    reply = ask(server, target)

    assert reply.status == 404
    assert "Set-Cookie" not in reply.headers


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1/", "http://evil.example/", "//\xe9", "/%ff%fe", "*", "index.html"]
)
def test_no_address_of_a_site(server: PreviewServer, target: str) -> None:
    """What is no path, or cannot be read as one, is refused."""
    reply = ask(server, target)

    assert (reply.status, reply.body) == (400, "This is no address that a site could have.\n")


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "localhost@evil.example",
        "192.168.1.7:8000",
        "[::2]",
        "",
        "localhost, evil.example",
        "localhost:99x",
    ],
)
def test_another_host_is_refused(server: PreviewServer, host: str) -> None:
    """A name that leads to this machine by somebody else's doing is not answered."""
    reply = ask(server, "/", headers={"Host": host})

    assert reply.status == 403
    assert reply.body == "This preview answers to its own address alone.\n"


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:80", "127.0.0.1:8000", "[::1]:8000"])
def test_this_machine_s_own_names_are_answered(server: PreviewServer, host: str) -> None:
    """The names of this machine are answered, with any port: it may be forwarded."""
    assert ask(server, "/", headers={"Host": host}).status == 200


@pytest.mark.parametrize(
    "request_",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\n\r\n",
        b"GET http://localhost/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"GET /\r\n\r\n",
    ],
)
def test_the_host_is_asked_for_first(server: PreviewServer, request_: bytes) -> None:
    """No host, two hosts or a foreign one: that is refused before anything else is looked at."""
    assert reply_of(send(server, request_)).status == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"])
def test_a_preview_can_only_be_read(server: PreviewServer, method: str) -> None:
    """Other methods than GET and HEAD are refused with those that are allowed."""
    reply = ask(server, "/", method, {"Content-Length": "0"})

    assert (reply.status, reply.headers["Allow"]) == (405, "GET, HEAD")
    assert reply.body == "A preview can be read, and nothing else.\n"


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GARBAGE\r\n\r\n", 400),
        (b"GET / HTTP/x.y\r\n" + HOST + b"\r\n", 400),
        (b"GET / FTP/1.1\r\n" + HOST + b"\r\n", 400),
        (b"GET / one two HTTP/1.1\r\n" + HOST + b"\r\n", 400),
        (b"POST /\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400),
        (b"GET / HTTP/9.9\r\n" + HOST + b"\r\n", 505),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n", 414),
        (b"GET / HTTP/1.1\r\nX: " + b"a" * 70_000 + b"\r\n" + HOST + b"\r\n", 431),
        (b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200 + HOST + b"\r\n", 431),
    ],
)
def test_nonsense_is_refused(server: PreviewServer, request_: bytes, status: int) -> None:
    """A request that cannot be read gets a status and one line of plain text."""
    reply = reply_of(send(server, request_))

    assert reply.status == status
    assert reply.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert reply.headers["Connection"] == "close"
    assert reply.body.count("\n") == 1


def test_a_body_is_no_next_request(server: PreviewServer) -> None:
    """What follows a request as its body is not taken for a request of its own."""
    inner = b"GET /logo.svg HTTP/1.1\r\n" + HOST + b"\r\n"
    length = f"Content-Length: {len(inner)}\r\n\r\n".encode()

    answer = send(server, b"GET / HTTP/1.1\r\n" + HOST + length + inner)

    assert answer.count(b"HTTP/1.1 ") == 1


def test_who_hangs_up_is_no_matter(server: PreviewServer) -> None:
    """A browser that goes away in the middle of a request or an answer is passed over."""
    for request in (b"GET / HT", b"GET / HTTP/1.1\r\n" + HOST + b"\r\n"):
        with connect(server) as connection:
            connection.sendall(request)
            # Ends the connection without a goodbye, as a crashed browser does.
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def test_silence_has_an_end(monkeypatch: pytest.MonkeyPatch, board: Board) -> None:
    """A connection on which nothing comes is ended by the server."""
    monkeypatch.setattr(Handler, "timeout", 0.2)

    with serving(board) as impatient, connect(impatient) as connection:
        assert connection.recv(1) == b""
