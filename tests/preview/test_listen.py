"""Where a preview listens."""

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from jmsite.cli.commands import jmsite
from jmsite.preview.board import Board
from jmsite.preview.server import Address, PreviewServer, listen
from tests.preview.asking import PATIENCE, serving


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


def test_a_port_that_was_asked_for_and_is_taken_is_told(board: Board, tmp_path: Path) -> None:
    """One reads what is wrong with the address, and what to do instead."""
    (tmp_path / "jmsite.yml").write_text("title: Maps\n")
    with serving(board) as first:
        asked = f"127.0.0.1:{first.address.port}"
        command = ["serve", str(tmp_path), "-a", asked]
        run = CliRunner(env={"COLUMNS": "200"}).invoke(jmsite, command)

    words = " ".join(run.output.replace("\u2502", "").split())
    assert run.exit_code == 2
    assert f"cannot serve at {asked}: address already in use. Another program listens" in words
    assert "name another port, or leave out -a for the next one that is free." in words


def test_a_port_is_never_shared(board: Board) -> None:
    """Two servers at one address would each get half of the requests."""
    with serving(board) as first, pytest.raises(OSError, match="in use"):
        PreviewServer(first.address, board, complain)


@pytest.mark.skipif(not socket.has_ipv6, reason="this machine knows no IPv6")
@pytest.mark.parametrize(
    ("bound", "asked", "host"),
    [
        ("::1", "::1", "[::1]"),
        ("::1", "::1", "localhost"),
        ("::", "::1", "[::1]:8000"),
        ("::", "127.0.0.1", "127.0.0.1:8000"),
    ],
)
def test_the_newer_addresses_are_served(board: Board, bound: str, asked: str, host: str) -> None:
    """A server answers on an address of IPv6 as well, and on both kinds where it has both."""
    request = f"GET /logo.svg HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()
    with (
        serving(board, bound) as server,
        socket.create_connection((asked, server.address.port), PATIENCE) as connection,
    ):
        connection.sendall(request)

        assert server.address.url == f"http://[::1]:{server.address.port}/"
        assert connection.recv(15) == b"HTTP/1.1 200 OK"


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
