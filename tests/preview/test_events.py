"""What an open page is told of the preview."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from jmsite.preview import events
from jmsite.preview.board import Board
from jmsite.preview.server import PreviewServer
from tests.preview.asking import PAGES, ask, connect, site_of

EVENTS = "/__jmsite/events?page=/journeys/a/"


@contextmanager
def told(server: PreviewServer) -> Iterator[Iterator[dict[str, Any]]]:
    """Open the stream as the page of journey a; give what it is told, message by message."""
    with connect(server) as connection:
        connection.sendall(f"GET {EVENTS} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        with connection.makefile(encoding="utf-8") as lines:
            yield (
                json.loads(line.removeprefix("data: "))
                for line in lines
                if line.startswith("data: ")
            )


def test_a_page_is_told_at_once_and_of_each_change(server: PreviewServer, board: Board) -> None:
    """A page learns which version is shown as soon as it asks, then of every other one."""
    with told(server) as messages:
        first = next(messages)
        board.show(site_of(PAGES))
        second = next(messages)

    assert second == {"version": board.state.version, "problems": ""}
    assert first["version"] != second["version"]


def test_a_mistake_is_told_and_taken_back(server: PreviewServer, board: Board) -> None:
    """What is wrong comes as text, the version stays, and the next good site ends it."""
    with told(server) as messages:
        shown = next(messages)
        board.warn("a.md:1:1: error\nno title")
        wrong = next(messages)
        board.show(site_of(PAGES))
        mended = next(messages)

    assert wrong == {"version": shown["version"], "problems": "a.md:1:1: error\nno title"}
    assert mended["problems"] == ""


def test_without_a_site_each_mistake_is_a_version() -> None:
    """The page that lists what is wrong reloads when that changes, and needs no panel."""
    board = Board()
    board.warn("one")
    first = board.state.version
    board.warn("two")

    message = next(text for text in events.messages(board, "") if text.startswith(b"data: "))

    assert board.state.version != first
    assert json.loads(message[6:]) == {"version": board.state.version, "problems": ""}


def test_an_open_page_is_known(server: PreviewServer, board: Board) -> None:
    """As long as somebody looks at a page, the preview knows which file that is."""
    with told(server) as messages:
        next(messages)
        assert board.open_pages() == ("journeys/a/index.html",)


def test_a_page_that_is_gone_is_noticed(
    monkeypatch: pytest.MonkeyPatch, server: PreviewServer, board: Board
) -> None:
    """A sign of life that nobody takes ends the stream."""
    monkeypatch.setattr(events, "HEARTBEAT", 0.05)
    with told(server) as messages:
        next(messages)

    state = board.state
    while board.open_pages():
        board.wait(state, 0.05)


def test_streams_end_with_the_preview(server: PreviewServer, board: Board) -> None:
    """When the preview ends, so does what open pages listen to."""
    with told(server) as messages:
        next(messages)
        board.close()
        assert list(messages) == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost:9"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_other_sites_are_told_nothing(server: PreviewServer, headers: dict[str, str]) -> None:
    """A page of another site, or of another port, does not learn what is being written."""
    reply = ask(server, EVENTS, headers={"Host": "localhost", **headers})

    assert (reply.status, reply.body) == (403, "Only pages of this preview are told of it.\n")
