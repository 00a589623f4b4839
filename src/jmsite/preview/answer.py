"""What a request is answered with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from jmsite.preview.address import Moved, asked_for, find
from jmsite.preview.board import State
from jmsite.preview.fault import Fault
from jmsite.preview.guard import METHODS
from jmsite.preview.head import Refused
from jmsite.preview.html import error_page, followed
from jmsite.preview.media_types import EVENT_STREAM, HTML, JSON, PLAIN, media_type
from jmsite.preview.notice import problems_with
from jmsite.preview.outputs import Outputs
from jmsite.preview.own import OWN_FILES, told

NOT_FOUND = "404.html"


@dataclass(frozen=True)
class Answer:
    """A status, a body and its media type, and headers of this answer alone.

    ``page`` is the path of the page of the site that somebody will see, empty for anything else.
    """

    status: HTTPStatus
    body: bytes
    media_type: str
    headers: Mapping[str, str] = field(default_factory=dict)
    page: str = ""


def answer_to(target: str, state: State) -> Answer:
    """Return the answer to a request for a target, such as ``/journeys/?x``."""
    wanted = asked_for(target)
    if wanted is None:
        return _plain(HTTPStatus.BAD_REQUEST, "This is no address that a site could have.")
    if wanted in OWN_FILES:
        file, kind = OWN_FILES[wanted]
        return Answer(HTTPStatus.OK, file.read_bytes(), kind)
    data = told(wanted, target.partition("?")[2], state)
    if data is not None:
        return Answer(HTTPStatus.OK, data, JSON)
    if state.site is None:
        page = error_page(state.words("preview.no_site"), state.problems, state)
        return Answer(HTTPStatus.SERVICE_UNAVAILABLE, page, HTML)
    return _from_site(wanted, state.site, state)


def refused(why: Refused) -> Answer:
    """Return the answer to a request that is refused."""
    allow = {"Allow": ", ".join(METHODS)} if why.status == HTTPStatus.METHOD_NOT_ALLOWED else {}
    return _plain(why.status, why.words, allow)


def failed(fault: Fault, state: State, path: str = "") -> Answer:
    """Return the answer to a request for something that cannot be made, with the reason."""
    page = error_page(state.words("preview.not_made"), problems_with([fault]), state)
    return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, page, HTML, page=path)


def stream() -> Answer:
    """Return how the stream of events begins."""
    return Answer(HTTPStatus.OK, b"", EVENT_STREAM)


def _plain(status: HTTPStatus, words: str, headers: Mapping[str, str] | None = None) -> Answer:
    """Return an answer of one line of text."""
    return Answer(status, f"{words}\n".encode(), PLAIN, headers or {})


def _from_site(wanted: str, site: Outputs, state: State) -> Answer:
    found = find(wanted, site)
    if isinstance(found, Moved):
        return _plain(HTTPStatus.FOUND, "This is a folder.", {"Location": found.location})
    if found is not None:
        return _file(found.path, site, state, HTTPStatus.OK)
    if NOT_FOUND in site:
        return _file(NOT_FOUND, site, state, HTTPStatus.NOT_FOUND)
    page = error_page(state.words("not_found.title"), None, state)
    return Answer(HTTPStatus.NOT_FOUND, page, HTML)


def _file(path: str, site: Outputs, state: State, status: HTTPStatus) -> Answer:
    made, kind = site.make(path), media_type(path)
    if isinstance(made, Fault):
        return failed(made, state, path)
    if kind != HTML:
        return Answer(status, made, kind)
    stands_in = status != HTTPStatus.OK
    return Answer(status, followed(made, state.version, stands_in=stands_in), kind, page=path)
