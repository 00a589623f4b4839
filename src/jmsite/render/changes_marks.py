"""What is told of a thing on a map of changes: a mark or two, and what changed in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from jmsite.change.change import Change, Place
from jmsite.change.diff import Diff
from jmsite.change.side import Item, Side
from jmsite.change.speech import Speech
from jmsite.change.values import Named
from jmsite.content.markdown import plain
from jmsite.model.ids import Ref
from jmsite.words import Words

Sign = Literal["added", "gone", "moved", "better", "worse", "mixed", "changed"]


Signs = Mapping[Ref, tuple[Sign, ...]]


@dataclass(frozen=True, slots=True)
class Said:
    """One change in words; ``better`` tells whether it is good for customers, None if neither."""

    what: str
    better: bool | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """What changed in a thing.

    ``look`` is the first sign, ``same`` where there is none; ``left`` is where a thing stood before
    it moved.
    """

    look: str = "same"
    signs: tuple[Sign, ...] = ()
    said: tuple[Said, ...] = ()


UNMARKED = Mark()


class Marks:
    """The marks of the things of a journey, from what changed in it."""

    def __init__(self, changes: Iterable[Change], words: Words) -> None:
        self._words = words
        self._whole: dict[str, set[Hashable]] = {"added": set(), "gone": set()}
        self._own: dict[Hashable, list[Change]] = defaultdict(list)
        for change in changes:
            if change.what in self._whole:
                self._whole[change.what].add(_key_of(change.place))
            else:
                self._own[_key_of(change.place)].append(change)

    def after(self, side: Side, item: Item) -> Mark:
        """Return the mark of a thing that is there after."""
        if self._has("added", side, item):
            return Mark("added", ("added",))
        own = self._own.get(_key(item), ())
        signs = tuple(_signs(own))
        said = tuple(Said(self._in_words(change), change.better) for change in own)
        return Mark(signs[0] if signs else "same", signs, said)

    def before(self, side: Side, item: Item) -> Mark:
        """Return the mark of a thing that is not there after; unmarked where nobody knows that."""
        if self._has("gone", side, item):
            return Mark("gone", ("gone",))
        return UNMARKED

    def left(self, to: str) -> Mark:
        """Return the mark of a thing where it stood before it moved."""
        said = Said(self._words("compare.moved_to", phase=to))
        return Mark("left", ("moved",), (said,))

    def signs(self, diff: Diff, journey: Ref) -> tuple[Signs, Signs]:
        """Return the signs of the things of a journey before and after, by their names there."""
        after = {
            ref: self.after(diff.after, item).signs
            for ref, item in diff.after.items.items()
            if ref.journey == journey.id
        }
        was, names = diff.names.before.get(journey, journey), diff.names.after
        before = {
            ref: after.get(names[ref], ()) if ref in names else self.before(diff.before, item).signs
            for ref, item in diff.before.items.items()
            if ref.journey == was.id
        }
        return before, after

    def _has(self, what: str, side: Side, item: Item) -> bool:
        holders = (side.items[ref] for ref in side.holders(item.ref))
        return any(_key(each) in self._whole[what] for each in (item, *holders))

    def _in_words(self, change: Change) -> str:
        if change.what == "moved" and isinstance(change.was, Named):
            return self._words("compare.moved_from", phase=plain(change.was.title))
        return Speech(self._words).what(change)


def _signs(changes: Iterable[Change]) -> Iterator[Sign]:
    given = tuple(changes)
    if any(change.what in ("moved", "order") for change in given):
        yield "moved"
    judged = {change.better for change in given} - {None}
    if judged:
        yield "mixed" if len(judged) > 1 else "better" if True in judged else "worse"
    elif any(change.what not in ("moved", "order") for change in given):
        yield "changed"


def _key(item: Item) -> Hashable:
    """Return what tells a thing from others: its name, else its words and where it stands."""
    if item.has_name:
        return item.ref
    return plain(getattr(item.thing, "title", "")), item.holder


def _key_of(place: Place) -> Hashable:
    if place.ref.id:
        return place.ref
    holder: Ref | None = place.within[-1].ref if place.within else None
    return plain(place.title), holder
