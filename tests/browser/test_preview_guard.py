"""The preview as a page of another origin sees it, in a real browser: not at all."""

import threading
from collections.abc import Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.preview.running import PROJECT, Running, running
from tests.support.project import write_files
from tests.support.visit import OpenPage, Visit

ATTEMPTS = """
async (preview) => {
  const made = (name, attributes) => new Promise((done) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.onload = () => done("read");
    element.onerror = () => done("refused");
    document.body.append(element);
  });
  const heard = (source) => new Promise((done) => {
    source.onopen = source.onmessage = () => done("read");
    source.onerror = () => { source.close(); done("refused"); };
  });
  const fetched = (options) => fetch(preview, options).then(() => "read", () => "refused");
  return {
    fetch: await fetched({}),
    "fetch blindly": await fetched({ mode: "no-cors" }),
    script: await made("script", { src: preview + "__jmsite/page.js" }),
    stylesheet: await made("link", { rel: "stylesheet", href: preview + "__jmsite/panel.css" }),
    picture: await made("img", { src: preview + "assets/icon.svg" }),
    stream: await heard(new EventSource(preview + "__jmsite/events")),
    socket: await heard(new WebSocket(preview.replace("http", "ws"))),
  };
}
"""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The preview of a small project."""
    project = write_files(tmp_path_factory.mktemp("project"), PROJECT)
    with running(project, "-a", "127.0.0.1:0") as found:
        yield found


class Elsewhere(BaseHTTPRequestHandler):
    """A site that lets its pages do whatever a browser lets them do."""

    def do_GET(self) -> None:
        """Answer everything with one page."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Elsewhere</title><body><h1>Elsewhere</h1></body>")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name upstream
        """Say nothing."""


@pytest.fixture
def stranger(open_page: OpenPage) -> Iterator[Visit]:
    """An open page of another server on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield open_page(f"http://127.0.0.1:{server.server_port}/", fresh=True)
        server.shutdown()


def test_a_page_of_another_origin_reads_nothing(preview: Running, stranger: Visit) -> None:
    """No page, file or stream of the preview can be asked for from elsewhere, by any means."""
    outcome = stranger.page.evaluate(ATTEMPTS, preview.url)

    assert outcome == dict.fromkeys(outcome, "refused")


def test_a_page_of_another_origin_holds_no_frame(preview: Running, stranger: Visit) -> None:
    """A frame inside of another site's page stays empty."""
    stranger.page.evaluate(
        """(preview) => new Promise((done) => {
          const frame = Object.assign(document.createElement("iframe"), { src: preview });
          frame.onload = done;
          document.body.append(frame);
        }).then(() => null)""",
        preview.url,
    )

    assert "Maps" not in stranger.page.frames[1].content()


def test_a_window_that_another_origin_opens_is_out_of_its_hands(
    preview: Running, stranger: Visit
) -> None:
    """A link from elsewhere opens the preview, and who opened it cannot reach the window."""
    with stranger.page.expect_popup() as opened:
        stranger.page.evaluate("(preview) => { self.held = open(preview); }", preview.url)
    opened.value.wait_for_selector("h1")

    assert opened.value.url == preview.url
    assert opened.value.evaluate("opener") is None
    assert stranger.page.evaluate("held.closed") is True
