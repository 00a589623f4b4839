"""One connection to the preview: HTTP read and written."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from jmsite.preview.address import Found, asked_for, find
from jmsite.preview.answer import Answer, answer_to, plain
from jmsite.preview.events import messages
from jmsite.preview.guard import METHODS, OWN_NAMES, is_own_page, plain_name, refusal
from jmsite.preview.reserved import EVENTS

if TYPE_CHECKING:
    from jmsite.preview.server import PreviewServer

_EVERY_ANSWER = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'self'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class Handler(BaseHTTPRequestHandler):
    """Answers the requests of one connection."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    # A request whose version cannot be read gets an answer with a status all the same.
    default_request_version = "HTTP/1.1"
    # Seconds that a connection may be silent.
    timeout = 30
    # An answer leaves in one piece and at once: twenty times as many in a second.
    wbufsize = -1
    disable_nagle_algorithm = True

    def parse_request(self) -> bool:
        """Read a request; refuse it before anything is looked up for it."""
        if not super().parse_request():
            return False
        refused = refusal(self.command, self.headers, self._names())
        if refused is not None:
            self.send_error(refused.status, refused.words)
            return False
        if self.headers.get("Content-Length") or self.headers.get("Transfer-Encoding"):
            # Nobody reads the body, so what follows on this connection is not to be trusted.
            self.close_connection = True
        return True

    def do_GET(self) -> None:
        """Answer with a file of the site, or with the stream of events."""
        if asked_for(self.path) == EVENTS:
            self._stream()
        else:
            self._send(answer_to(self.path, self.server.board.state))

    def do_HEAD(self) -> None:
        """Answer as to GET, without the body."""
        self._send(answer_to(self.path, self.server.board.state))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a request that is refused, in one line of text, and end the connection."""
        del explain
        self.close_connection = True
        status = HTTPStatus(code)
        allow = {"Allow": ", ".join(METHODS)} if status == HTTPStatus.METHOD_NOT_ALLOWED else {}
        self._send(plain(status, message or status.phrase, allow))

    def version_string(self) -> str:
        """Name the server, not the machine's Python."""
        return "jmsite"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name upstream
        """Say nothing of single requests: the terminal is for what the author did."""

    def _names(self) -> frozenset[str]:
        """Return the names that this connection may ask for: a server may have many addresses."""
        here = plain_name(str(self.connection.getsockname()[0]))
        return OWN_NAMES | {here, plain_name(self.server.host)}

    def _send(self, answer: Answer) -> None:
        length = {"Content-Length": str(len(answer.body))}
        self._begin(answer.status, answer.media_type, {**length, **answer.headers})
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _begin(self, status: HTTPStatus, media_type: str, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        ending = {"Connection": "close"} if self.close_connection else {}
        every = {"Content-Type": media_type, **_EVERY_ANSWER, **headers, **ending}
        for name, value in every.items():
            self.send_header(name, value)
        self.end_headers()

    def _stream(self) -> None:
        if not is_own_page(self.headers):
            self.send_error(HTTPStatus.FORBIDDEN, "Only pages of this preview are told of it.")
            return
        self.close_connection = True
        self._begin(HTTPStatus.OK, "text/event-stream; charset=utf-8", {})
        for message in messages(self.server.board, self._looked_at()):
            self.wfile.write(message)
            self.wfile.flush()

    def _looked_at(self) -> str:
        """Return the path of the page that the stream is for, empty for none of the site."""
        named = parse_qs(self.path.partition("?")[2]).get("page", [""])[0]
        wanted, site = asked_for(named), self.server.board.state.site
        found = find(wanted, site) if wanted is not None and site is not None else None
        return found.path if isinstance(found, Found) else ""
