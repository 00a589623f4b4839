"""Ctrl-C as the way to end a command, at once and without a complaint."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def ended_by_ctrl_c() -> Iterator[None]:
    """Run a block until it ends or Ctrl-C is pressed; both are a good end.

    What the block does must be safe to leave at any moment. A second Ctrl-C ends the process
    there and then, also with exit code 0: somebody in a hurry has done nothing wrong.
    """
    before = signal.signal(signal.SIGINT, _first)
    try:
        yield
    except KeyboardInterrupt:
        # Python gives a handler of its own back to the system while it ends; this one stays.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    else:
        signal.signal(signal.SIGINT, before)


def _first(_number: int, _frame: FrameType | None) -> None:
    signal.signal(signal.SIGINT, _second)
    raise KeyboardInterrupt


def _second(_number: int, _frame: FrameType | None) -> None:
    os._exit(0)
