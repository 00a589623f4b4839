"""The ways through a scenario: how many there are and which they are.

A path is a small grammar of touchpoints, and two of its readings may be the same way: ``optional``
on two neighbours of one name, or a choice between ways that overlap. Equal ways count once, so
the number is that of different sequences. Where parts share no touchpoint it is found by
multiplying and adding; parts that do share some are read by an automaton that follows all
readings at once. Neither lists the ways, so that millions of them are counted as fast as ten.
"""

from __future__ import annotations

from itertools import chain, islice, product
from math import prod
from typing import NamedTuple

from jmsite.model.path import Choice, Option, PathItem, Sequence, Visit
from jmsite.site.readings import Readings, Way

MOST_WAYS_LISTED = 200


class Ways(NamedTuple):
    """The first ways of a path, as touchpoint ids; ``complete`` tells whether these are all."""

    listed: tuple[Way, ...]
    complete: bool


def number_of_ways(path: Sequence | None) -> int:
    """Return the exact number of different ways that a path describes; none without a path."""
    return _number(path) if path and path.items else 0


def ways(path: Sequence | None, limit: int = MOST_WAYS_LISTED) -> Ways:
    """Return the first ``limit`` different ways of a path, in the order of its choices."""
    if not path or not path.items:
        return Ways((), complete=True)
    parts = map(Sequence, _linked_in_row(path.items))
    # The first ways of the whole are made of the first ways of its parts.
    pools = [tuple(islice(Readings(part).ways(), limit + 1)) for part in parts]
    combined = (tuple(chain.from_iterable(way)) for way in product(*pools))
    listed = tuple(islice(combined, limit + 1))
    return Ways(listed[:limit], complete=len(listed) <= limit)


def touchpoints_of(item: PathItem | None) -> frozenset[str]:
    """Return the ids of the touchpoints that stand anywhere on a path."""
    if item is None:
        return frozenset()
    if isinstance(item, Visit):
        return frozenset((item.touchpoint,))
    if isinstance(item, Option):
        return touchpoints_of(item.item)
    return frozenset().union(*map(touchpoints_of, item.items))


def _number(item: PathItem) -> int:
    if isinstance(item, Visit):
        return 1
    if isinstance(item, Option):
        return _number(item.item) + (not _can_be_empty(item.item))
    if isinstance(item, Sequence):
        return prod(_number_in_row(part) for part in _linked_in_row(item.items))
    parts = _linked(item.items)
    empties = [any(map(_can_be_empty, part)) for part in parts]
    # The empty way is in each part that allows it, and is still one way.
    return sum(map(_number_of_any, parts)) - max(sum(empties) - 1, 0)


def _can_be_empty(item: PathItem) -> bool:
    """Tell whether an item has a way that visits nothing."""
    if isinstance(item, Visit):
        return False
    if isinstance(item, Option):
        return True
    every_or_any = all if isinstance(item, Sequence) else any
    return every_or_any(map(_can_be_empty, item.items))


def _number_in_row(part: tuple[PathItem, ...]) -> int:
    return _number(part[0]) if len(part) == 1 else Readings(Sequence(part)).count()


def _number_of_any(part: tuple[PathItem, ...]) -> int:
    return _number(part[0]) if len(part) == 1 else Readings(Choice(part)).count()


def _linked_in_row(items: tuple[PathItem, ...]) -> list[tuple[PathItem, ...]]:
    """Cut a sequence wherever no touchpoint stands on both sides of the cut."""
    last = {name: place for place, item in enumerate(items) for name in touchpoints_of(item)}
    parts: list[tuple[PathItem, ...]] = []
    start = reach = 0
    for place, item in enumerate(items):
        reach = max([reach, *(last[name] for name in touchpoints_of(item))])
        if reach <= place:
            parts.append(items[start : place + 1])
            start = reach = place + 1
    return parts


def _linked(items: tuple[PathItem, ...]) -> list[tuple[PathItem, ...]]:
    """Sort items into parts, so that no touchpoint stands in two of them."""
    parts: list[tuple[frozenset[str], tuple[PathItem, ...]]] = []
    for item in items:
        names = touchpoints_of(item)
        joined: tuple[PathItem, ...] = (item,)
        for part in [part for part in parts if part[0] & names]:
            parts.remove(part)
            names, joined = part[0] | names, (*part[1], *joined)
        parts.append((names, joined))
    return [part for _, part in parts]
