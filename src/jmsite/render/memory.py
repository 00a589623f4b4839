"""What was reckoned for one edition of a site and still holds for the next.

A preview plans a site anew after each change, and most of what it plans follows from things that
did not change. What follows from things is noted together with all that it was made of, and taken
again as long as every part is the very same object. Things are frozen, so nothing that is the same
can have changed. Nothing is compared in depth, and what is not in the site any more is forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import is_
from typing import Any, NamedTuple, TypeVar, TypeVarTuple

_Made = TypeVar("_Made")
_Thing = TypeVar("_Thing")
_Value = TypeVar("_Value")
_Parts = TypeVarTuple("_Parts")


class Notes:
    """What was made, by what made it, each with the parts that it was last made of."""

    __slots__ = ("_made", "_values")

    def __init__(self) -> None:
        self._made: dict[Callable[..., Any], tuple[tuple[object, ...], Any]] = {}
        self._values: dict[str, Any] = {}

    def kept(
        self,
        make: Callable[[*_Parts], _Made],
        *parts: *_Parts,
        of: tuple[object, ...] | None = None,
    ) -> _Made:
        """Return what a function makes of its parts, as it was made if they are the same objects.

        ``make`` must be a function of a module, for it is the name of the note. ``of`` are the
        parts that it reads, where it is handed more than those.
        """
        read: tuple[object, ...] = parts if of is None else of
        known = self._made.get(make)
        if known is not None and _same(known[0], read):
            made: _Made = known[1]
            return made
        made = make(*parts)
        self._made[make] = read, made
        return made

    def agreed(self, name: str, value: _Value) -> _Value:
        """Return the value of that name from before where it is equal, so that it is the same."""
        before: _Value | None = self._values.get(name)
        if before is not None and before == value:
            return before
        self._values[name] = value
        return value


class PageMemory(Notes):
    """The notes about a whole site, and those about each thing in it.

    It is handed from edition to edition. Threads may share it: at worst two make the same.
    """

    __slots__ = ("_about",)

    def __init__(self) -> None:
        super().__init__()
        # A thing is held by its notes, so that no other can take its identity.
        self._about: dict[int, _About] = {}

    def of(self, thing: object) -> Notes:
        """Return the notes about a thing."""
        return self._of(thing).notes

    def each(self, make: Callable[[_Thing], _Made], things: Iterable[_Thing]) -> list[_Made]:
        """Return what a function makes of each thing alone, as it was made where it was before."""
        return [self.alone(make, thing) for thing in things]

    def alone(self, make: Callable[[_Thing], _Made], thing: _Thing) -> _Made:
        """Return what a function makes of a thing alone, as it was made if it was before."""
        made = self._of(thing).made
        if make not in made:
            made[make] = make(thing)
        found: _Made = made[make]
        return found

    def forget_all_but(self, things: Iterable[object]) -> None:
        """Drop the notes about everything else."""
        before = self._about
        self._about = {id(one): before[id(one)] for one in things if id(one) in before}

    def _of(self, thing: object) -> _About:
        known = self._about.get(id(thing))
        if known is None:
            known = self._about[id(thing)] = _About(thing, {}, Notes())
        return known


class _About(NamedTuple):
    """What is known of a thing: what was made of it alone, and of it with others."""

    thing: object
    made: dict[Callable[..., Any], Any]
    notes: Notes


def _same(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    """Tell whether two tuples hold the very same objects."""
    return len(before) == len(now) and all(map(is_, before, now))
