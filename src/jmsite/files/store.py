"""What was made of things that have not changed, kept from one run to the next."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from operator import is_
from typing import Generic, TypeVar

V = TypeVar("V")


class Store(Generic[V]):
    """Values by key, each with what it was made of, and made anew only where that has changed.

    What nobody asked for in a whole run is dropped at its end, which `turn` tells.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: dict[Hashable, tuple[object, V]] = {}
        self._asked: dict[Hashable, tuple[object, V]] = {}

    def get(
        self,
        key: Hashable,
        made_of: object,
        make: Callable[[], V],
        lasts: Callable[[V], bool] = lambda _: True,
    ) -> V:
        """Return the value of a key, made anew unless what it is made of equals that of before.

        What does not last may come out otherwise when it is made again of the same.
        """
        kept = self._asked.get(key) or self._kept.get(key)
        if kept is None or kept[0] != made_of:
            value = make()
            kept = (made_of if lasts(value) else object(), value)
        self._asked[key] = kept
        return kept[1]

    def turn(self) -> None:
        """End a run: what it did not ask for is forgotten."""
        self._kept, self._asked = self._asked, {}


class Same:
    """Things that equal others only where each is the very same object.

    Two things may say the same and yet stand elsewhere in the sources.
    """

    def __init__(self, *things: object) -> None:
        """Hold the things, so that no other comes to stand at their place in memory."""
        self._things = things

    def __eq__(self, other: object) -> bool:
        """Tell whether the other holds the same objects in the same order."""
        if not isinstance(other, Same) or len(self._things) != len(other._things):
            return False
        return all(map(is_, self._things, other._things))

    __hash__ = None  # type: ignore[assignment]  # nothing looks it up
