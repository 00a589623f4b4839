"""Ctrl-C as the way to end a command, at once and without a complaint."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ENDINGS = (signal.SIGINT, signal.SIGTERM)
"""Ctrl-C, and how the system asks a program to end."""


@contextmanager
def ended_by_ctrl_c() -> Iterator[None]:
    """Run a block until it ends, Ctrl-C is pressed or the system asks for the end: all are good.

    The process ends there and then with exit code 0, and nothing is tidied up: what the block
    does must be safe to leave at any moment.
    """
    before = [signal.signal(number, _end) for number in _ENDINGS]
    try:
        yield
    finally:
        for number, handler in zip(_ENDINGS, before, strict=True):
            signal.signal(number, handler)


def _end(_number: int, _frame: FrameType | None) -> None:
    # An exception would have to find its way out through whatever runs at this moment, and
    # Python would then wait for its threads; a second Ctrl-C would meet it on the way.
    os._exit(0)
