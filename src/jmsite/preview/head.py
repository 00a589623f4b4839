"""The head of a request, read strictly: what is not plainly HTTP is refused, never guessed at."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

LIMIT = 65_536
"""Bytes that a head may have."""

LINES = 100
"""Lines that a head may have, with the one that says what is asked for."""

_TOKEN = rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_FIRST = re.compile(
    rb"(?P<method>" + _TOKEN + rb") (?P<target>[^\x00-\x20\x7f]+) HTTP/(?P<version>[0-9]\.[0-9])"
)
_FIELD = re.compile(rb"(?P<name>" + _TOKEN + rb"):(?P<value>[^\x00-\x08\x0a-\x1f\x7f]*)")
# What no first line of a request begins with or holds: so much is clear before it has ended.
_NEVER = re.compile(rb"^[^!#$%&'*+.^_`|~0-9A-Za-z-]|[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f]")
_LINE_END = re.compile(rb"[\r\n]+")

_UNREADABLE = "This is no request that a preview can read."


@dataclass(frozen=True)
class Refused:
    """Why a request is not answered: the status, and one line that says it."""

    status: HTTPStatus
    words: str


@dataclass(frozen=True)
class Request:
    """What is asked for. ``fields`` holds every value of a header under its name in small letters.

    ``is_new`` tells that the request is of HTTP/1.1, whose connections stay open.
    """

    method: str
    target: str
    fields: Mapping[str, tuple[str, ...]]
    is_new: bool = True

    def says(self, name: str, *values: str) -> bool:
        """Tell whether a header, as often as it is there, has no other value than these."""
        return set(self.fields.get(name, ())) <= set(values)

    @property
    def goes_on(self) -> bool:
        """Tell whether another request may follow on the same connection."""
        said = ",".join(self.fields.get("connection", ())).lower()
        return self.is_new and "close" not in {word.strip() for word in said.split(",")}


def end_of(data: bytes | bytearray) -> int | None:
    """Return where a head ends, None where more of it may come.

    A head that can be none any more ends where it is: nobody waits for the rest.
    """
    ends = [at + len(mark) for mark in (b"\n\r\n", b"\n\n") if (at := data.find(mark)) >= 0]
    if ends:
        return min(ends)
    line, ended, _ = bytes(data[:LIMIT]).partition(b"\n")
    hopeless = _NEVER.search(line) or (ended and not _FIRST.fullmatch(line.removesuffix(b"\r")))
    return len(data) if hopeless or len(data) > LIMIT else None


def hosts_in(data: bytes) -> tuple[str, ...]:
    """Return every host that a head names, also where nothing else of it can be read."""
    fields = (line.partition(b":") for line in _LINE_END.split(data)[1:-1])
    return tuple(
        value.strip(b" \t").decode("latin-1")
        for name, colon, value in fields
        if colon and name.strip().lower() == b"host"
    )


def read(data: bytes) -> Request | Refused:
    """Return the request that a head stands for, or why it stands for none."""
    *lines, last, _ = data.split(b"\n") if data.endswith(b"\n") else [data, b"", b""]
    first = _FIRST.fullmatch(lines[0].removesuffix(b"\r")) if lines else None
    if len(data) > LIMIT or len(lines) > LINES:
        return _too_long(data)
    if first is None or last != b"\r" or not all(line.endswith(b"\r") for line in lines):
        return Refused(HTTPStatus.BAD_REQUEST, _UNREADABLE)
    if not first["version"].startswith(b"1."):
        return Refused(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED, "A preview speaks HTTP/1.1 alone.")
    fields = _fields(lines[1:])
    if fields is None:
        return Refused(HTTPStatus.BAD_REQUEST, _UNREADABLE)
    target, method = first["target"].decode("latin-1"), first["method"].decode()
    return Request(method, target, fields, is_new=first["version"] != b"1.0")


def _too_long(data: bytes) -> Refused:
    if b"\n" not in data[:LIMIT]:
        return Refused(HTTPStatus.REQUEST_URI_TOO_LONG, "No address of a site is that long.")
    words = "The headers of this request are too long."
    return Refused(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, words)


def _fields(lines: list[bytes]) -> dict[str, tuple[str, ...]] | None:
    """Return the headers by name, None where a line is none."""
    fields: dict[str, tuple[str, ...]] = {}
    for line in lines:
        found = _FIELD.fullmatch(line.removesuffix(b"\r"))
        if found is None:
            return None
        name = found["name"].decode().lower()
        fields[name] = (*fields.get(name, ()), found["value"].strip(b" \t").decode("latin-1"))
    return fields
