"""A board that shows a small site, and a server that serves it."""

from collections.abc import Iterator

import pytest

from jmsite.preview import server as server_module
from jmsite.preview.board import Board
from jmsite.preview.server import PreviewServer
from tests.preview.asking import PAGES, serving, site_of


@pytest.fixture(autouse=True)
def _stops_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Servers of tests come and go by the hundred."""
    monkeypatch.setattr(server_module, "POLL", 0.005)


@pytest.fixture
def board() -> Board:
    """A board that shows a small site."""
    shown = Board()
    shown.show(site_of(PAGES))
    return shown


@pytest.fixture
def server(board: Board) -> Iterator[PreviewServer]:
    """A server, on a port of its own, that serves the site of the board."""
    with serving(board) as running:
        yield running
