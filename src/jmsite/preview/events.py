"""What an open page is told: which version is shown, and what is wrong with the sources."""

from __future__ import annotations

import json
from collections.abc import Iterator

from jmsite.preview.board import Board, State

HEARTBEAT = 5.0
"""Seconds between signs of life; writing one is how a page that is gone is noticed."""

_RETRY = b"retry: 500\n\n"
_ALIVE = b": alive\n\n"


def messages(board: Board, page: str) -> Iterator[bytes]:
    """Yield what somebody who looks at a page is sent, until the preview ends."""
    with board.visitor(page):
        yield _RETRY
        seen: State | None = None
        while not board.closed:
            state = board.wait(seen, HEARTBEAT)
            yield _ALIVE if state is seen else _message(state)
            seen = state


def _message(state: State) -> bytes:
    """Return a state as a message; a page that itself shows the problems needs no panel."""
    told = {"version": state.version, "problems": state.problems if state.site else ""}
    return f"data: {json.dumps(told)}\n\n".encode()
