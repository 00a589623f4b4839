"""The files of a site in memory, each made when it is first asked for."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from jmsite.preview.fault import Fault, fault_of
from jmsite.preview.made import Maker, Say


class Outputs:
    """The files of one site; each is made once. A file that cannot be made is told of once."""

    def __init__(self, makers: Mapping[str, Maker], complain: Say) -> None:
        self._makers = makers
        self._complain = complain
        self._made: dict[str, bytes | Fault] = {}
        self._guard = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}

    def __contains__(self, path: object) -> bool:
        return path in self._makers

    def make(self, path: str) -> bytes | Fault:
        """Return a file, or why it cannot be made; raise KeyError where the site has none."""
        made = self._made.get(path)
        if made is not None:
            return made
        # Requests come from threads: what two of them want is made by the first, and a page that
        # takes its time keeps nobody from another.
        with self._lock(path):
            if path not in self._made:
                self._made[path] = self._freshly_made(path)
            return self._made[path]

    def _lock(self, path: str) -> threading.Lock:
        with self._guard:
            return self._locks.setdefault(path, threading.Lock())

    def _freshly_made(self, path: str) -> bytes | Fault:
        maker = self._makers[path]
        try:
            return maker()
        except Exception as error:  # noqa: BLE001 - a theme of the author's own can raise anything
            fault = fault_of(error, f"{path} could not be made")
            self._complain(fault.text)
            return fault
