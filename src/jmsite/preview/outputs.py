"""The files of a site in memory, each made when it is first asked for."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import NamedTuple

from jmsite.preview.fault import Fault, Source, fault_of, nowhere
from jmsite.preview.made import MadeOf, Maker, Say, by_itself


class _Made(NamedTuple):
    """The bytes of a file, or why there are none, and what they were made of."""

    made_of: object
    data: bytes | Fault


class Outputs:
    """The files of one site; each is made once. A file that cannot be made is told of once.

    A file that is made of the same as in the site ``before`` is taken from there. ``source`` gives
    the text of a source, for the line at which a file cannot be made.
    """

    def __init__(
        self,
        makers: Mapping[str, Maker],
        complain: Say,
        made_of: MadeOf = by_itself,
        before: Outputs | None = None,
        source: Source = nowhere,
    ) -> None:
        self._makers = makers
        self._made_of = made_of
        self._complain = complain
        self._source = source
        self._before = before.at_hand() if before else {}
        self._made: dict[str, _Made] = {}
        self._guard = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}

    def __contains__(self, path: object) -> bool:
        return path in self._makers

    def make(self, path: str) -> bytes | Fault:
        """Return a file, or why it cannot be made; raise KeyError where the site has none."""
        made = self._made.get(path)
        if made is None:
            # Requests come from threads: what two of them want is made by the first, and a page
            # that takes its time keeps nobody from another.
            with self._lock(path):
                made = self._made.get(path) or self._freshly_made(path)
                self._made[path] = made
        return made.data

    def _lock(self, path: str) -> threading.Lock:
        with self._guard:
            return self._locks.setdefault(path, threading.Lock())

    def at_hand(self) -> Mapping[str, _Made]:
        """Return the files that were made, with what they are made of."""
        return dict(self._made)

    def _freshly_made(self, path: str) -> _Made:
        maker, made_of = self._makers[path], self._made_of(path)
        before = self._before.get(path)
        if before is not None and before.made_of == made_of:
            return before
        try:
            return _Made(made_of, maker())
        except Exception as error:  # noqa: BLE001 - a theme of the author's own can raise anything
            fault = fault_of(error, f"{path} could not be made", self._source)
            self._complain(fault.text)
            return _Made(object(), fault)
