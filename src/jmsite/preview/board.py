"""What the preview shows now, as every thread sees it."""

from __future__ import annotations

import secrets
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from jmsite.preview.outputs import Outputs


@dataclass(frozen=True)
class State:
    """What is shown at one moment.

    ``site`` is the last one without mistakes, None before there is one. ``problems`` says what is
    wrong with the sources as they were saved last. A page of another ``version`` is out of date.
    """

    version: str
    site: Outputs | None = None
    problems: str = ""


class Board:
    """Holds the state, wakes those who wait for the next, and knows which pages are open."""

    def __init__(self) -> None:
        # A page that was opened before the preview was started again must not seem up to date.
        self._run = secrets.token_hex(4)
        self._count = 0
        self._changed = threading.Condition()
        self._state = State(self._version())
        self._open: Counter[str] = Counter()
        self._closed = False

    @property
    def state(self) -> State:
        """Return what is shown now."""
        return self._state

    @property
    def closed(self) -> bool:
        """Tell whether the preview has ended."""
        return self._closed

    def show(self, site: Outputs) -> None:
        """Show a site from now on."""
        with self._changed:
            self._replace(State(self._version(), site))

    def warn(self, problems: str) -> None:
        """Say what is wrong with the sources; the last site without mistakes stays.

        Without such a site there is only the page that lists the problems, so that is a new
        version.
        """
        with self._changed:
            version = self._state.version if self._state.site else self._version()
            self._replace(State(version, self._state.site, problems))

    def close(self) -> None:
        """Wake all who wait: there is nothing more to come."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait(self, seen: State | None, seconds: float) -> State:
        """Return the state as soon as it is another than the one seen, or when time is up."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._state is not seen, seconds)
            return self._state

    @contextmanager
    def visitor(self, path: str) -> Iterator[None]:
        """Count somebody who looks at a page while the block runs."""
        with self._changed:
            self._open[path] += 1
        try:
            yield
        finally:
            with self._changed:
                self._open[path] -= 1

    def open_pages(self) -> tuple[str, ...]:
        """Return the paths of the pages that somebody looks at now."""
        with self._changed:
            return tuple(sorted(path for path, visitors in self._open.items() if visitors))

    def _replace(self, state: State) -> None:
        self._state = state
        self._changed.notify_all()

    def _version(self) -> str:
        self._count += 1
        return f"{self._run}-{self._count}"
