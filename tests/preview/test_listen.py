"""Where a preview listens."""

import socket

import pytest

from jmsite.preview.board import Board
from jmsite.preview.server import Address, listen
from tests.preview.asking import serving


def complain(text: str) -> None:
    """Fail: nothing of these tests is worth a complaint."""
    raise AssertionError(text)


def test_a_taken_port_gives_way_to_the_next(board: Board) -> None:
    """Where nobody asked for a port, the first one that is free will do."""
    with serving(board) as first:
        taken = first.address
        second = listen(taken, board, complain, exactly=False)
        second.server_close()

    assert taken.port < second.address.port


def test_a_port_that_was_asked_for_is_not_replaced(board: Board) -> None:
    """Where somebody asked for a port, another one is not what they asked for."""
    with serving(board) as first, pytest.raises(OSError, match="in use"):
        listen(first.address, board, complain, exactly=True)


@pytest.mark.skipif(not socket.has_ipv6, reason="this machine knows no IPv6")
def test_the_newer_addresses_are_served(board: Board) -> None:
    """A server listens on an address of IPv6 as well."""
    server = listen(Address("::1", 0), board, complain, exactly=True)
    server.server_close()

    assert server.address.url == f"http://[::1]:{server.address.port}/"


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        ("127.0.0.1", True),
        ("127.3.2.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104 - only looked at
        ("::", False),
        ("192.168.1.7", False),
        ("maps.example", False),
    ],
)
def test_who_can_reach_an_address_is_known(host: str, alone: bool) -> None:  # noqa: FBT001 - a table
    """Only addresses that lead back to this machine are this machine's alone."""
    assert Address(host, 80).is_of_this_machine_alone is alone


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])  # noqa: S104 - only looked at
def test_a_browser_is_given_an_address_it_can_open(host: str) -> None:
    """An address that stands for every one of the machine is none that one can open."""
    assert Address(host, 80).url in {"http://127.0.0.1:80/", "http://[::1]:80/"}
