"""Which names a server answers to when others on the network may ask."""

from email.message import Message
from http import HTTPStatus

import pytest

from jmsite.preview.guard import OWN_NAMES, plain_name, refusal


def headers(host: str) -> Message:
    """Return the headers of a request for a host."""
    message = Message()
    message["Host"] = host
    return message


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
    assert refusal("GET", headers(host), OWN_NAMES | {plain_name(bound)}) is None


def test_no_other_address_is_answered() -> None:
    """Who listens for the network still answers to no name but their own."""
    refused = refusal("GET", headers("maps.example"), OWN_NAMES | {"192.168.1.7"})

    assert refused is not None
    assert refused.status is HTTPStatus.FORBIDDEN
