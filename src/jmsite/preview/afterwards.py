"""What is done once the page is shown: reckoning and telling that nobody waits for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

PAUSE = 0.15
"""Seconds that a page is given to come for its new version before anything else is done."""

Steps = Callable[[], Iterator[object]]
Tell = Callable[[bool], None]
Later = Callable[[Steps, Tell], None]


def at_once(steps: Steps, tell: Tell) -> None:
    """Take all steps, then tell of everything."""
    is_done = not any(False for _ in steps())
    tell(is_done)


class Afterwards:
    """Takes steps in a thread of its own, and drops what is left of them when the next run begins.

    Each run is told of once: of everything where all steps were taken, else in brief.
    """

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self, steps: Steps, tell: Tell) -> None:
        """Take steps from now on, in short pieces of work, and tell of the run at their end."""
        self.cut_short()
        self._stop = threading.Event()
        self._thread = threading.Thread(
            target=_take, args=(steps, tell, self._stop), name="afterwards", daemon=True
        )
        self._thread.start()

    def cut_short(self) -> None:
        """Take no further step: there is something more pressing."""
        self._stop.set()

    def wait(self) -> None:
        """Return once the run was told of."""
        if self._thread:
            self._thread.join()


def _take(steps: Steps, tell: Tell, stop: threading.Event) -> None:
    is_done = not stop.wait(PAUSE) and not any(stop.is_set() for _ in steps())
    # Whoever read what is told may have gone, and the preview goes on.
    with suppress(BrokenPipeError):
        tell(is_done)
