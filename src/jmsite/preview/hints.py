"""Hints that sources may have changed, from the threads that watch to the one that looks."""

from __future__ import annotations

import threading
from time import monotonic

from jmsite.preview.pace import Pace


class Hints:
    """Gathers hints until it is time to look."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._some = threading.Event()
        self._stop = threading.Event()
        self._pace = Pace()
        self._paths: set[str] = set()

    def add(self, path: str) -> None:
        """Note that this path of the project may have changed, with what is in it."""
        with self._lock:
            self._paths.add(path)
            self._pace.hint(monotonic())
            self._some.set()

    def are_there(self) -> bool:
        """Say whether somebody should stop what he does: there are hints, or all is over."""
        return self._some.is_set()

    def wait(self, seconds: float) -> None:
        """Wait until a hint comes and it is time to look, at most these seconds for a hint."""
        if not self._some.wait(max(0.0, seconds)):
            return
        while pause := self._pause():
            if self._stop.wait(pause):
                return

    def take(self) -> tuple[frozenset[str], bool]:
        """Return the paths that were hinted since the last time, and whether it is a storm."""
        with self._lock:
            paths, self._paths = frozenset(self._paths), set()
            if not self._stop.is_set():
                self._some.clear()
            if paths:
                self._pace.look(monotonic())
            return paths, self._pace.is_storm and bool(paths)

    def stop(self) -> None:
        """Let nobody wait any more."""
        self._stop.set()
        self._some.set()

    def is_over(self) -> bool:
        """Say whether ``stop`` was called."""
        return self._stop.is_set()

    def _pause(self) -> float:
        with self._lock:
            return self._pace.wait(monotonic())
