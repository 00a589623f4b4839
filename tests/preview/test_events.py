"""What an open page is told of the preview."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import sleep
from typing import Any

import pytest

from jmsite.preview import events
from jmsite.preview.board import Board
from jmsite.preview.notice import Notice, Problems
from jmsite.preview.server import PreviewServer
from jmsite.words import Words, direction
from tests.preview.asking import PAGES, ask, connect, site_of

EVENTS = "/__jmsite/events"
WRONG = Problems((Notice("<b>no title</b>", rule="JM001 x"),), 2)


@contextmanager
def told(server: PreviewServer) -> Iterator[Iterator[dict[str, Any]]]:
    """Open the stream; give what is told, message by message."""
    with connect(server) as connection:
        connection.sendall(f"GET {EVENTS} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        with connection.makefile(encoding="utf-8") as lines:
            yield (
                json.loads(line.removeprefix("data: "))
                for line in lines
                if line.startswith("data: ")
            )


def first_message(board: Board) -> dict[str, Any]:
    """Return what a page is told first."""
    message = next(text for text in events.messages(board) if text.startswith(b"data: "))
    told: dict[str, Any] = json.loads(message.removeprefix(b"data: "))
    return told


def test_a_page_is_told_at_once_and_of_each_change(server: PreviewServer, board: Board) -> None:
    """A page learns which version is shown as soon as it asks, then of every other one."""
    with told(server) as messages:
        first = next(messages)
        board.show(site_of(PAGES))
        second = next(messages)

    words = second.pop("words")
    assert second == {"version": board.state.version, "problems": None, "gaps": False}
    assert first["version"] != second["version"]
    assert (words["language"], words["mended"]) == ("en", "No mistakes any more.")


def test_a_mistake_is_told_and_taken_back(server: PreviewServer, board: Board) -> None:
    """What is wrong comes as it is, the version stays, and the next good site ends it."""
    with told(server) as messages:
        shown = next(messages)
        board.warn(WRONG)
        wrong = next(messages)
        board.show(site_of(PAGES))
        mended = next(messages)

    notice = {
        "message": "<b>no title</b>",
        "severity": "error",
        "rule": "JM001 x",
        "hint": "",
        "place": "",
        "link": "",
        "frame": None,
    }
    assert wrong["version"] == shown["version"]
    assert wrong["problems"] == {
        "title": "3 mistakes",
        "shown": [notice],
        "more": "and 2 more: jmsite check lists them all",
    }
    assert mended["problems"] is None


@pytest.mark.parametrize(
    ("language", "title", "more"),
    [
        ("fr-CA", "2 erreurs", "et 1 autre\N{NO-BREAK SPACE}: jmsite check les montre toutes"),
        ("ar", "خطآن", "وخطأ آخر: يعرض jmsite check كل الأخطاء"),
        ("fi", "2 mistakes", "and 1 more: jmsite check lists them all"),
    ],
)
def test_a_page_is_told_in_its_language(language: str, title: str, more: str) -> None:
    """What the preview adds to a page speaks as the page does; a notice stays as it is."""
    board, words = Board(), Words(language)
    board.show(site_of(PAGES), words)
    board.warn(Problems((Notice("no title"),), 1))

    message = first_message(board)

    assert message["words"]["language"] == words.language
    assert message["words"]["direction"] == direction(words.language)
    assert (message["problems"]["title"], message["problems"]["more"]) == (title, more)
    assert message["problems"]["shown"][0]["message"] == "no title"


def test_without_a_site_each_mistake_is_a_version() -> None:
    """The page that lists what is wrong reloads when that changes, and needs no panel."""
    board = Board()
    board.warn(WRONG)
    first = board.state.version
    board.warn(WRONG)

    message = first_message(board)

    assert board.state.version != first
    assert (message["version"], message["problems"]) == (board.state.version, None)


def test_pages_that_were_asked_for_are_open(server: PreviewServer, board: Board) -> None:
    """Who sees a page asked for it since the last change; who does not see it, does not."""
    ask(server, "/journeys/a/")
    ask(server, "/", "HEAD")
    ask(server, "/assets/map.js")
    assert board.open_pages() == ("journeys/a/index.html",)

    board.show(site_of(PAGES))
    assert board.open_pages() == ("journeys/a/index.html",), "nobody had the time to ask yet"

    ask(server, "/")
    assert board.open_pages() == ("index.html",)


def test_who_wanders_about_has_few_pages_open(board: Board) -> None:
    """Of all pages that somebody went through, the last ones come first at the next change."""
    for number in range(9):
        board.looked_at(f"{number}.html")
    board.looked_at("3.html")

    assert board.open_pages() == ("3.html", "8.html", "7.html")


def test_a_browser_that_is_gone_is_noticed(
    monkeypatch: pytest.MonkeyPatch, server: PreviewServer
) -> None:
    """A sign of life that nobody takes ends the stream, and the thread that wrote it."""
    monkeypatch.setattr(events, "HEARTBEAT", 0.02)
    before = threading.active_count()
    with told(server) as messages:
        next(messages)
        assert threading.active_count() > before

    while threading.active_count() > before:
        sleep(0.01)


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
