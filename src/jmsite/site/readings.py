"""An automaton that reads a path in all its readings at once, so that equal ways are one way."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple

from jmsite.model.path import Choice, Option, PathItem, Visit

Way = tuple[str, ...]

_END = 0
# The places at which the readings of one beginning stand, first choice first.
_State = tuple[int, ...]


class _Step(NamedTuple):
    """A place at which a touchpoint is visited, and the place after it."""

    touchpoint: str
    then: int


class _Trail(NamedTuple):
    """A way so far, shared by all ways that begin with it."""

    before: _Trail | None
    touchpoint: str

    def walked(self) -> Way:
        """Return the touchpoints from the beginning."""
        way: list[str] = []
        trail: _Trail | None = self
        while trail is not None:
            way.append(trail.touchpoint)
            trail = trail.before
        return tuple(reversed(way))


class Readings:
    """All readings of a path.

    A place is a step, or a fork from which one goes on at any of several places. Places are
    numbered from the end of the path backwards: whoever follows a way meets ever smaller numbers,
    which is why counting needs no recursion and every way ends.
    """

    def __init__(self, path: PathItem) -> None:
        self._steps: dict[int, _Step] = {}
        self._forks: dict[int, tuple[int, ...]] = {}
        self._numbers = count(_END + 1)
        self._start = self._settled([self._built(path, _END)])

    def count(self) -> int:
        """Return the number of different ways."""
        total = 0
        start = tuple(sorted(self._start))
        if not start:
            return 0
        arrivals = {start: 1}
        # The state that holds the highest number comes first: nothing can lead to it any more.
        queue = [(-start[-1], start)]
        while queue:
            _, state = heappop(queue)
            arrived = arrivals.pop(state)
            total += arrived * (_END in state)
            for following in self._moves(state).values():
                after = tuple(sorted(following))
                if after not in arrivals:
                    heappush(queue, (-after[-1], after))
                arrivals[after] = arrivals.get(after, 0) + arrived
        return total

    def ways(self) -> Iterator[Way]:
        """Yield the different ways, first choices first."""
        pending: list[tuple[_Trail | None, _State | None]] = [(None, self._start)]
        while pending:
            trail, state = pending.pop()
            if state is None:
                yield trail.walked() if trail else ()
            else:
                pending.extend(reversed(self._onward(trail, state)))

    def _onward(
        self, trail: _Trail | None, state: _State
    ) -> list[tuple[_Trail | None, _State | None]]:
        """Return how a way can go on; None for the state says that it can end here.

        To end is a choice among the others and keeps the place at which it was written.
        """
        moves = self._moves(state)
        onward: dict[str | None, tuple[_Trail | None, _State | None]] = {}
        for place in state:
            if place == _END:
                onward[None] = (trail, None)
            elif (name := self._steps[place].touchpoint) in moves:
                onward[name] = (_Trail(trail, name), moves[name])
        return list(onward.values())

    def _moves(self, state: _State) -> dict[str, _State]:
        """Return the touchpoints that may come next, each with the state after it.

        A choice between nothing leads nowhere, so no way goes through it.
        """
        after: dict[str, list[int]] = {}
        for place in state:
            if place != _END:
                step = self._steps[place]
                after.setdefault(step.touchpoint, []).append(step.then)
        moves = {name: self._settled(places) for name, places in after.items()}
        return {name: state for name, state in moves.items() if state}

    def _settled(self, places: list[int]) -> _State:
        """Return the steps, and the end, that one comes to without visiting anything."""
        pending = places[::-1]
        seen: dict[int, None] = {}
        while pending:
            place = pending.pop()
            if place not in seen:
                seen[place] = None
                pending.extend(reversed(self._forks.get(place, ())))
        return tuple(place for place in seen if place not in self._forks)

    def _built(self, item: PathItem, then: int) -> int:
        """Add an item in front of the place ``then`` and return the place where it begins."""
        if isinstance(item, Visit):
            place = next(self._numbers)
            self._steps[place] = _Step(item.touchpoint, then)
            return place
        if isinstance(item, Option):
            return self._fork((self._built(item.item, then), then))
        if isinstance(item, Choice):
            return self._fork(tuple(self._built(one, then) for one in item.items))
        for one in reversed(item.items):
            then = self._built(one, then)
        return then

    def _fork(self, ways_on: tuple[int, ...]) -> int:
        place = next(self._numbers)
        self._forks[place] = ways_on
        return place
