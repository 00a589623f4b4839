"""Which names a server answers to when others on the network may ask."""

from http import HTTPStatus

import pytest

from jmsite.preview.guard import OWN_NAMES, admitted, plain_name
from jmsite.preview.head import Refused, Request


def head(host: str) -> bytes:
    """Return the head of a request for a host."""
    return f"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()


@pytest.mark.parametrize(
    ("bound", "host"),
    [
        ("192.168.1.7", "192.168.1.7:8000"),
        ("::ffff:192.168.1.7", "192.168.1.7"),
        ("fe80::1", "[FE80::1]:80"),
        ("Maps.Example", "maps.example:8000"),
    ],
)
def test_the_address_bound_is_answered(bound: str, host: str) -> None:
    """The address that a connection came to is one more name that the server goes by."""
    assert isinstance(admitted(head(host), OWN_NAMES | {plain_name(bound)}), Request)


def test_no_other_address_is_answered() -> None:
    """Who listens for the network still answers to no name but their own."""
    refused = admitted(head("maps.example"), OWN_NAMES | {"192.168.1.7"})

    assert isinstance(refused, Refused)
    assert refused.status is HTTPStatus.FORBIDDEN
