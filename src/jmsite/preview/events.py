"""What open pages are told: which version is shown, and what is wrong with the sources."""

from __future__ import annotations

import json
from collections.abc import Iterator

from jmsite.preview.board import Board, State
from jmsite.words import Words, direction

HEARTBEAT = 5.0
"""Seconds between signs of life; writing one is how a browser that is gone is noticed."""

_RETRY = b"retry: 500\n\n"
_ALIVE = b": alive\n\n"


def messages(board: Board) -> Iterator[bytes]:
    """Yield what somebody who listens is sent, until the preview ends."""
    yield _RETRY
    seen: State | None = None
    while not board.closed:
        state = board.wait(seen, HEARTBEAT)
        yield _ALIVE if state is seen else _message(state)
        seen = state


def _message(state: State) -> bytes:
    """Return a state as a message; a page that itself shows the problems needs no panel.

    ``gaps`` tells whether it is known what the maps lack, ``words`` are those of the language of
    the site.
    """
    wrong = state.problems if state.site else None
    told = {
        "version": state.version,
        "problems": wrong.told(state.editor, state.words) if wrong else None,
        "gaps": state.gaps is not None,
        "words": _said(state.words),
    }
    return f"data: {json.dumps(told)}\n\n".encode()


def _said(words: Words) -> dict[str, str]:
    """Return what a page says by itself, with the language that it is said in."""
    return {
        "language": words.language,
        "direction": direction(words.language),
        "name": words("preview.name"),
        "stays": words("preview.stays"),
        "mended": words("preview.mended"),
        "ended": words("preview.ended"),
    }
