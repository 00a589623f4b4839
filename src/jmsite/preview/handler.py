"""One connection to the preview: requests read, answers written."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from email.utils import formatdate
from socketserver import BaseRequestHandler
from typing import TYPE_CHECKING

from jmsite.preview.address import asked_for
from jmsite.preview.answer import Answer, answer_to, failed, refused, stream
from jmsite.preview.events import messages
from jmsite.preview.fault import fault_of
from jmsite.preview.guard import OWN_NAMES, admitted, plain_name
from jmsite.preview.head import Refused, Request
from jmsite.preview.incoming import Incoming
from jmsite.preview.reserved import EVENTS

if TYPE_CHECKING:
    from jmsite.preview.server import PreviewServer

SLOW = 30.0
"""Seconds in which an answer must have been taken."""

_EVERY_ANSWER = {
    # Not even kept to be asked about: a browser that goes back shows what it kept, unasked.
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; frame-ancestors 'self'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}


class Handler(BaseRequestHandler):
    """Answers the requests of one connection."""

    server: PreviewServer
    request: socket.socket

    def handle(self) -> None:
        """Answer one request after the other, until one of the two sides has had enough."""
        # An answer leaves in one piece and at once: twenty times as many in a second.
        self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        incoming = Incoming(self.request)
        crowd = self.server.crowd
        while head := incoming.head():
            with crowd.working(self.request):
                goes_on = self._answer(admitted(head, self._names()))
            if not goes_on:
                incoming.drain()
                return

    def _answer(self, asked: Request | Refused) -> bool:
        """Answer a request; return whether another one may follow."""
        if isinstance(asked, Refused):
            self._send(refused(asked), goes_on=False)
            return False
        if asked_for(asked.target) == EVENTS:
            self._stream(asked)
            return False
        answer = self._looked_up(asked.target)
        self._send(answer, goes_on=asked.goes_on, bare=asked.method == "HEAD")
        if answer.page and asked.method == "GET":
            self.server.board.looked_at(answer.page)
        return asked.goes_on

    def _looked_up(self, target: str) -> Answer:
        state = self.server.board.state
        try:
            return answer_to(target, state)
        except Exception as error:  # noqa: BLE001 - who asks is told, whatever went wrong
            fault = fault_of(error, "A request could not be answered")
            self.server.complain(fault.text)
            return failed(fault, state)

    def _names(self) -> frozenset[str]:
        """Return the names that this connection may ask for: a server may have many addresses."""
        here = plain_name(str(self.request.getsockname()[0]))
        return OWN_NAMES | {here, plain_name(self.server.host)}

    def _send(self, answer: Answer, *, goes_on: bool, bare: bool = False) -> None:
        length = {"Content-Length": str(len(answer.body))}
        head = _head(answer, {**length, **({} if goes_on else _ENDING)})
        self._write(head if bare else head + answer.body)

    def _write(self, data: bytes) -> None:
        self.request.settimeout(SLOW)
        self.request.sendall(data)

    def _stream(self, asked: Request) -> None:
        self._write(_head(stream(), _ENDING))
        if asked.method == "HEAD":
            return
        for message in messages(self.server.board):
            self._write(message)


_ENDING = {"Connection": "close"}


def _head(answer: Answer, more: Mapping[str, str]) -> bytes:
    """Return what stands before the body of an answer."""
    own = {"Date": formatdate(usegmt=True), "Content-Type": answer.media_type}
    fields = {**own, **_EVERY_ANSWER, **answer.headers, **more}
    lines = [f"HTTP/1.1 {answer.status} {answer.status.phrase}"]
    lines += [f"{name}: {value}" for name, value in fields.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")
