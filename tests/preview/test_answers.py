"""What the preview answers to a browser."""

import pytest

from jmsite.findings import Location
from jmsite.preview import answer
from jmsite.preview.board import Board
from jmsite.preview.notice import Frame, Notice, Problems
from jmsite.preview.outputs import Outputs
from jmsite.preview.reserved import PAGE_SCRIPTS
from jmsite.preview.server import PreviewServer
from jmsite.words import Words
from tests.preview.asking import PAGES, ask, send, serving


def test_a_page_follows_the_preview(server: PreviewServer, board: Board) -> None:
    """A page is served as it was made, with the scripts of the preview before all others."""
    reply = ask(server, "/")

    scripts = "".join(
        f'<script src="/__jmsite/{name}" defer data-version="{board.state.version}"></script>'
        for name in PAGE_SCRIPTS
    )
    assert reply.status == 200
    assert reply.body == f"<!doctype html><html>{scripts}<body><h1>Home</h1></body></html>"


def test_every_answer_is_guarded(server: PreviewServer) -> None:
    """Nothing is kept or guessed, nothing comes from elsewhere, and no other site holds it."""
    headers = ask(server, "/logo.svg").headers

    assert headers["Cache-Control"] == "no-store"
    policy = headers["Content-Security-Policy"].split("; ")
    assert policy == ["default-src 'self'", "base-uri 'none'", "frame-ancestors 'self'"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert not [name for name in headers if name.startswith("Access-Control-")]


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("/journeys/a/", "text/html; charset=utf-8"),
        ("/assets/site.css", "text/css; charset=utf-8"),
        ("/assets/map.js", "text/javascript; charset=utf-8"),
        ("/assets/fonts/inter.woff2", "font/woff2"),
        ("/logo.svg", "image/svg+xml; charset=utf-8"),
        ("/caf%C3%A9.txt", "text/plain; charset=utf-8"),
        ("/report.odd", "application/octet-stream"),
        ("/__jmsite/patch.js", "text/javascript; charset=utf-8"),
        ("/__jmsite/panel.css", "text/css; charset=utf-8"),
    ],
)
def test_a_file_says_what_it_is(server: PreviewServer, target: str, kind: str) -> None:
    """The type follows the ending of the name, and text names its charset."""
    reply = ask(server, target)

    assert (reply.status, reply.headers["Content-Type"]) == (200, kind)


def test_what_is_no_page_is_left_as_it_is(server: PreviewServer) -> None:
    """Only pages get the script."""
    assert ask(server, "/assets/site.css").body == PAGES["assets/site.css"].decode()


@pytest.mark.parametrize(
    ("target", "location"),
    [("/journeys/a?x", "/journeys/a/"), ("/journeys/b%20c", "/journeys/b%20c/")],
)
def test_a_folder_gets_its_slash(server: PreviewServer, target: str, location: str) -> None:
    """A folder without its slash is moved, because relative links need the slash."""
    reply = ask(server, target)

    assert (reply.status, reply.headers["Location"]) == (302, location)


def test_what_is_not_there_gets_the_site_s_own_page(server: PreviewServer, board: Board) -> None:
    """The page of the site says that something is missing; it too reloads when that changes."""
    reply = ask(server, "/nowhere/")

    assert reply.status == 404
    assert "Not here" in reply.body
    assert f'data-version="{board.state.version}" data-stands-in>' in reply.body


def test_head_is_get_without_the_body(server: PreviewServer) -> None:
    """HEAD tells the same length and type as GET, and nothing more."""
    head, get = ask(server, "/", "HEAD"), ask(server, "/")

    assert head.body == ""
    assert head.headers["Content-Length"] == str(len(get.body))
    assert head.headers["Content-Type"] == get.headers["Content-Type"]


def test_one_connection_serves_many(server: PreviewServer) -> None:
    """A browser asks for several files on one connection and gets them in turn."""
    host = b"Host: localhost\r\n"
    first = b"GET /logo.svg HTTP/1.1\r\n" + host + b"\r\n"
    last = b"GET /assets/map.js HTTP/1.1\r\n" + host + b"Connection: close\r\n\r\n"

    answer = send(server, first + last)

    assert answer.count(b"HTTP/1.1 200 OK") == 2
    assert answer.index(b"<svg/>") < answer.index(b"run();")


def test_a_page_is_made_when_it_is_asked_for_and_once() -> None:
    """Nothing is made before somebody wants it, and nothing twice."""
    made: list[str] = []

    def make() -> bytes:
        made.append("index.html")
        return b"home"

    board = Board()
    board.show(Outputs({"index.html": make}, made.append))

    with serving(board) as server:
        before = list(made)
        ask(server, "/")
        ask(server, "/")

    assert (before, made) == ([], ["index.html"])


def test_a_page_that_cannot_be_made_says_why() -> None:
    """The page and the terminal name what went wrong, in words; the terminal once."""
    said: list[str] = []
    board = Board()
    board.show(Outputs({"index.html": lambda: bytes(["<"])}, said.append))  # type: ignore[list-item]

    with serving(board) as server:
        replies = [ask(server, "/"), ask(server, "/")]

    words = "index.html could not be made: TypeError: 'str' object cannot be interpreted"
    assert [reply.status for reply in replies] == [500, 500]
    assert "<title>This page could not be made</title>" in replies[0].body
    assert "could not be made: TypeError: &#x27;str&#x27; object" in replies[0].body
    assert "Traceback" not in replies[0].body
    assert [text[: len(words)] for text in said] == [words]


def test_before_there_is_a_site_every_page_shows_what_is_wrong() -> None:
    """Where the first build fails, the findings stand in the page, and nothing in them is HTML."""
    board = Board()
    place = Location("a.md", 1, 1)
    frame = Frame(1, "<b>", "title", "</b>")
    board.warn(Problems((Notice("<b>title</b> is missing", location=place, frame=frame),), 3))

    with serving(board) as server:
        reply = ask(server, "/journeys/a/")

    assert reply.status == 503
    assert "<title>There is no site to show yet</title>" in reply.body
    assert "a.md:1:1" in reply.body
    assert "&lt;b&gt;title&lt;/b&gt; is missing" in reply.body
    assert "&lt;b&gt;<mark>title</mark>&lt;/b&gt;" in reply.body
    assert "and 3 more" in reply.body
    assert f'data-version="{board.state.version}"' in reply.body


def test_a_page_of_the_preview_itself_speaks_as_the_site() -> None:
    """What the preview says is in the language of the site, what it found in English."""
    board = Board()
    board.warn(Problems((Notice("<b>title</b> is missing"),)), Words("ar"))

    with serving(board) as server:
        body = ask(server, "/").body

    assert '<html lang="ar" dir="rtl">' in body
    assert "<title>لا يوجد موقع لعرضه بعد</title>" in body
    assert '<ol class="notices" lang="en" dir="ltr">' in body


def test_whatever_goes_wrong_there_is_an_answer(
    monkeypatch: pytest.MonkeyPatch, board: Board
) -> None:
    """A mistake of the preview itself is told in a line, to who asks and in the terminal."""
    said: list[str] = []
    nothing: dict[str, str] = {}
    monkeypatch.setattr(answer, "find", lambda *_: nothing["a page"])

    with serving(board, complain=said.append) as server:
        reply = ask(server, "/")

    assert reply.status == 500
    assert "A request could not be answered: KeyError: &#x27;a page&#x27;" in reply.body
    assert said == ["A request could not be answered: KeyError: 'a page'"]
