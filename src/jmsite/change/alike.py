"""What is told alike of many places, so that it can be told once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from jmsite.change.change import Change, Place
from jmsite.words import Words

Part = tuple[str, bool | None]
"""A change in words, and whether it is better for customers."""

Alike = tuple[str, Part]
"""What is the same for changes of fields that can be told as one: the kind, and the words."""


def alike(change: Change, part: Part) -> Alike:
    """Return what is the same for a change and those that can be told with it."""
    return change.place.ref.kind, part


def in_many(told: Iterable[tuple[Change, Part]], least: int) -> Mapping[Alike, tuple[Place, ...]]:
    """Return the places of what is told of fields at so many places (``least``) or more."""
    found: dict[Alike, dict[Place, None]] = defaultdict(dict)
    for change, part in told:
        if change.field:
            found[alike(change, part)][change.place] = None
    return {key: tuple(places) for key, places in found.items() if len(places) >= least}


def counted(words: Words, kind: str, count: int) -> str:
    """Return how many things of a kind there are, in words."""
    key = f"changes.count.{kind}"
    return words(key, count=count) if words.knows(key) else f"{words(f'kinds.{kind}')} {count}"
