"""Many connections at once: a page is not kept waiting, and room never runs out."""

import errno
import resource
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from jmsite.preview import crowd as crowd_module
from jmsite.preview.board import Board
from jmsite.preview.crowd import Crowd, room
from jmsite.preview.server import PreviewServer
from tests.preview.asking import ask, connect, serving

pytestmark = pytest.mark.slow

STREAM = b"GET /__jmsite/events HTTP/1.1\r\nHost: localhost\r\n\r\n"


@contextmanager
def crowded(server: PreviewServer, many: int, request: bytes = b"") -> Iterator[None]:
    """Hold many connections open, each with the beginning of a request, while the block runs."""
    with ExitStack() as stack:
        for _ in range(many):
            stack.enter_context(connect(server)).sendall(request)
        yield


@pytest.mark.parametrize("request_", [b"", b"GET / HTTP/1.1\r\nHo", STREAM])
def test_a_page_comes_while_many_are_connected(server: PreviewServer, request_: bytes) -> None:
    """Who is connected and silent, half said or listening takes no room from a page."""
    with crowded(server, 150, request_):
        assert ask(server, "/").status == 200


def test_who_was_idle_longest_makes_room(monkeypatch: pytest.MonkeyPatch, board: Board) -> None:
    """Where there is no room left the oldest silent connection ends, and no open page does."""
    monkeypatch.setattr(crowd_module, "MOST", 4)
    with serving(board) as server, connect(server) as page, connect(server) as oldest:
        page.sendall(STREAM)
        assert page.recv(1) != b""
        with crowded(server, 10):
            assert oldest.recv(1) == b""
            assert ask(server, "/").status == 200
            assert len(server.crowd) <= 4
            assert page.recv(1) != b""


def test_without_room_for_files_the_server_goes_on(
    monkeypatch: pytest.MonkeyPatch, server: PreviewServer
) -> None:
    """Where the system opens no file any more somebody idle goes, and who waits comes in then."""
    refusals = iter([errno.EMFILE, errno.ENFILE])

    def accept(listening: socket.socket) -> tuple[socket.socket, object]:
        for number in refusals:
            raise OSError(number, "too many open files")
        return _accept(listening)

    _accept = socket.socket.accept
    with connect(server) as idle:
        assert ask(server, "/").status == 200
        monkeypatch.setattr(socket.socket, "accept", accept)

        assert ask(server, "/").status == 200
        assert idle.recv(1) == b""


def test_without_room_for_threads_the_server_goes_on(
    monkeypatch: pytest.MonkeyPatch, server: PreviewServer
) -> None:
    """Where the system starts no thread any more a connection ends, and somebody idle goes."""
    refusals = iter(["no more threads"])

    def start(thread: threading.Thread) -> None:
        for words in refusals:
            raise RuntimeError(words)
        _start(thread)

    _start = threading.Thread.start
    with connect(server) as idle:
        assert ask(server, "/").status == 200
        monkeypatch.setattr(threading.Thread, "start", start)
        with connect(server) as ended:
            assert ended.recv(1) == b""

        assert idle.recv(1) == b""
        assert ask(server, "/").status == 200


@pytest.mark.parametrize(
    ("may_be_open", "at_most", "many"),
    [
        (1024, 4096, 750),
        (256, resource.RLIM_INFINITY, 750),
        (256, 512, 384),
        (20_000, 20_000, 750),
        (resource.RLIM_INFINITY, resource.RLIM_INFINITY, 750),
        (1, 1, 1),
    ],
)
def test_there_is_room_for_all_tabs_and_more(
    monkeypatch: pytest.MonkeyPatch, may_be_open: int, at_most: int, many: int
) -> None:
    """The system is asked for as many files as it gives, and some are left for the project."""
    limits = [(may_be_open, at_most)]
    monkeypatch.setattr(resource, "getrlimit", lambda _what: limits[-1])
    monkeypatch.setattr(resource, "setrlimit", lambda _what, limit: limits.append(limit))

    assert room() == many
    assert limits[-1][1] == at_most
    assert limits[-1][0] >= may_be_open or may_be_open == resource.RLIM_INFINITY


def test_who_is_gone_is_not_counted() -> None:
    """Each connection counts while it is there, busy or not, and once."""
    crowd = Crowd(10)
    here, there = socket.socketpair()
    with here, there:
        crowd.enter(here)
        crowd.enter(there)
        with crowd.working(there):
            assert len(crowd) == 2
            crowd.leave(there)
        crowd.leave(here)
        assert len(crowd) == 0
