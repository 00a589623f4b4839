"""How the head of a request is read."""

from http import HTTPStatus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmsite.preview.head import LIMIT, Refused, Request, end_of, hosts_in, read

PARTS = (
    b"GET",
    b" ",
    b"/",
    b"HTTP/1.1",
    b"\r\n",
    b"\n",
    b"\r",
    b":",
    b"Host",
    b"a",
    b"\0",
    b"\xff",
)


def test_a_request_is_read() -> None:
    """A request has a method, a target and headers, whose names have no case."""
    head = b"GET /a?b HTTP/1.1\r\nHost: here\r\nX-Twice:one\r\nx-twice: \t two\t\r\nEmpty:\r\n\r\n"

    assert read(head) == Request(
        "GET", "/a?b", {"host": ("here",), "x-twice": ("one", "two"), "empty": ("",)}
    )


@pytest.mark.parametrize(
    ("lines", "goes_on"),
    [
        (b"HTTP/1.1\r\n", True),
        (b"HTTP/1.1\r\nConnection: keep-alive\r\n", True),
        (b"HTTP/1.1\r\nConnection: close\r\n", False),
        (b"HTTP/1.1\r\nConnection: Upgrade, CLOSE\r\n", False),
        (b"HTTP/1.1\r\nConnection: x\r\nConnection: close\r\n", False),
        (b"HTTP/1.0\r\n", False),
        (b"HTTP/1.0\r\nConnection: keep-alive\r\n", False),
    ],
)
def test_who_asks_says_whether_more_will_come(lines: bytes, goes_on: bool) -> None:  # noqa: FBT001 - a table
    """A connection stays open unless one of the two sides wants its end."""
    request = read(b"GET / " + lines + b"\r\n")

    assert isinstance(request, Request)
    assert request.goes_on is goes_on


@pytest.mark.parametrize(
    ("data", "end"),
    [
        (b"GET / HTTP/1.1\r\nHost: a\r\n", None),
        (b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", 27),
        (b"GET / HTTP/1.1\r\n\r\nGET", 18),
        (b"GET / HTTP/1.1\n\nGET", 16),
        (b"GET /", None),
        (b"G" * (LIMIT + 1), LIMIT + 1),
        (b"GET /\r\n", 7),
        (b"GET /\0", 6),
        (b"\x16\x03", 2),
    ],
)
def test_the_end_of_a_head_is_known(data: bytes, end: int | None) -> None:
    """A head ends at an empty line, or where it can be none any more: nobody waits then."""
    assert end_of(data) == end


@pytest.mark.parametrize(
    ("head", "hosts"),
    [
        (b"GET / HTTP/1.1\r\nhost:a\r\nX: y\r\nHOST:  b \r\n\r\n", ("a", "b")),
        (b"GET / HTTP/1.1\nHost: a\rHost: b\r\n\r\n", ("a", "b")),
        (b"nonsense\r\nmore\r\n\tHost : a\r\n", ("a",)),
        (b"GET / HTTP/1.1\r\nX-Host: a\r\nHost: hal", ()),
        (b"Host: a\r\n\r\n", ()),
    ],
)
def test_hosts_are_found_in_any_head(head: bytes, hosts: tuple[str, ...]) -> None:
    """A host is found wherever some program could take a line for one, if the line is whole."""
    assert hosts_in(head) == hosts


@given(st.lists(st.sampled_from(PARTS)).map(b"".join))
def test_anything_is_read_or_refused(data: bytes) -> None:
    """Whatever comes, it is a request or refused; what is read says each thing in plain letters."""
    found = read(data)

    if isinstance(found, Refused):
        assert found.status in {HTTPStatus.BAD_REQUEST, HTTPStatus.HTTP_VERSION_NOT_SUPPORTED}
    else:
        said = (found.method, found.target, *found.fields, *sum(found.fields.values(), ()))
        assert not {"\r", "\n", "\0"} & set("".join(said))
        assert end_of(data) == len(data)
        assert hosts_in(data) == found.fields.get("host", ())
