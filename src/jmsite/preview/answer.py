"""What a request is answered with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

from jmsite.preview.address import Moved, asked_for, find
from jmsite.preview.board import State
from jmsite.preview.fault import Fault
from jmsite.preview.guard import METHODS
from jmsite.preview.head import Refused
from jmsite.preview.html import error_page, with_reload
from jmsite.preview.media_types import EVENT_STREAM, HTML, PLAIN, SCRIPT, STYLESHEET, media_type
from jmsite.preview.outputs import Outputs
from jmsite.preview.reserved import PANEL, RELOAD

NOT_FOUND = "404.html"

_HERE = Path(__file__).parent
# The preview's own files: address -> file beside this one, media type.
_OWN = {RELOAD: ("reload.js", SCRIPT), PANEL: ("panel.css", STYLESHEET)}


@dataclass(frozen=True)
class Answer:
    """A status, a body and its media type, and headers of this answer alone."""

    status: HTTPStatus
    body: bytes
    media_type: str
    headers: Mapping[str, str] = field(default_factory=dict)


def answer_to(target: str, state: State) -> Answer:
    """Return the answer to a request for a target, such as ``/journeys/?x``."""
    wanted = asked_for(target)
    if wanted is None:
        return _plain(HTTPStatus.BAD_REQUEST, "This is no address that a site could have.")
    if wanted in _OWN:
        name, kind = _OWN[wanted]
        return Answer(HTTPStatus.OK, (_HERE / name).read_bytes(), kind)
    if state.site is None:
        page = error_page("There is no site to show yet", state.problems, state.version)
        return Answer(HTTPStatus.SERVICE_UNAVAILABLE, page, HTML)
    return _from_site(wanted, state.site, state.version)


def refused(why: Refused) -> Answer:
    """Return the answer to a request that is refused."""
    allow = {"Allow": ", ".join(METHODS)} if why.status == HTTPStatus.METHOD_NOT_ALLOWED else {}
    return _plain(why.status, why.words, allow)


def stream() -> Answer:
    """Return how the stream of events begins."""
    return Answer(HTTPStatus.OK, b"", EVENT_STREAM)


def _plain(status: HTTPStatus, words: str, headers: Mapping[str, str] | None = None) -> Answer:
    """Return an answer of one line of text."""
    return Answer(status, f"{words}\n".encode(), PLAIN, headers or {})


def _from_site(wanted: str, site: Outputs, version: str) -> Answer:
    found = find(wanted, site)
    if isinstance(found, Moved):
        return _plain(HTTPStatus.FOUND, "This is a folder.", {"Location": found.location})
    if found is not None:
        return _file(found.path, site, version, HTTPStatus.OK)
    if NOT_FOUND in site:
        return _file(NOT_FOUND, site, version, HTTPStatus.NOT_FOUND)
    page = error_page("There is no such page", "", version)
    return Answer(HTTPStatus.NOT_FOUND, page, HTML)


def _file(path: str, site: Outputs, version: str, status: HTTPStatus) -> Answer:
    made = site.make(path)
    if isinstance(made, Fault):
        page = error_page("This page could not be made", made.text, version)
        return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, page, HTML)
    kind = media_type(path)
    return Answer(status, with_reload(made, version) if kind == HTML else made, kind)
