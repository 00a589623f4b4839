"""Which things came, went, moved or have another name, and what stands in another order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from jmsite.change.change import Change, What
from jmsite.change.identity import Identity
from jmsite.change.pairing import Pairing, named, place_of
from jmsite.change.side import Item, Side, today
from jmsite.change.values import Named
from jmsite.model.ids import Ref

# Where one of these stands among its like is what people go through one after the other.
_ORDERED = frozenset({"phase", "touchpoint", "step"})


@dataclass(frozen=True)
class Comings:
    """What is on one side alone or stands elsewhere."""

    before: Side
    after: Side
    names: Identity

    def one_sided(self) -> Iterator[tuple[Ref, Change]]:
        """Yield what came and what went by its name, without what came or went inside of that."""
        was, now = self.before.site.hidden, self.after.site
        withdrawn = {ref for ref in self.before.items if today(ref, now) in now.hidden}
        came = self.names.namesakes
        went = {new: old for old, new in came.items()}
        drafts = {today(ref, now) for ref in was}
        yield from _alone("gone", self.before, self.names.after, withdrawn, came)
        yield from _alone("added", self.after, self.names.before, drafts, went)

    def of_pair(self, pair: Pairing) -> Iterator[Change]:
        """Yield what is new about where a thing stands and what it is called by others."""
        old, new = pair.before.item, pair.after.item
        if old.has_name and new.has_name and old.ref.id != new.ref.id:
            was, now = named(self.before, old.ref), named(self.after, new.ref)
            yield pair.change("renamed", was=was, now=now)
        if old.holder and new.holder and self.names.after.get(old.holder) != new.holder:
            was, now = named(self.before, old.holder), named(self.after, new.holder)
            yield pair.change("moved", was=was, now=now)
        elif new.ref in self._out_of_order:
            yield pair.change("order", now=self._out_of_order[new.ref])

    @cached_property
    def _out_of_order(self) -> Mapping[Ref, Named | None]:
        """The things that stand in another place among their like, with what they follow now."""
        found: dict[Ref, Named | None] = {}
        olds = _siblings(self.before)
        for group, news in _siblings(self.after).items():
            holder = group[1] and self.names.before.get(group[1])
            stayed = [self.names.after.get(ref) for ref in olds.get((group[0], holder), ())]
            common = [ref for ref in stayed if ref in set(news)]
            for ref in _movers(common, news):
                before = news[: news.index(ref)]
                found[ref] = named(self.after, before[-1]) if before else None
        return found


def _alone(
    what: What,
    side: Side,
    elsewhere: Mapping[Ref, Ref],
    drafts: AbstractSet[Ref],
    namesakes: Mapping[Ref, Ref],
) -> Iterator[tuple[Ref, Change]]:
    alone = {ref: item for ref, item in side.items.items() if ref not in elsewhere}
    counts: dict[Ref, Counter[str]] = defaultdict(Counter)
    for ref in alone:
        # What stands in something that moved is told there.
        for holder in takewhile(alone.__contains__, reversed(side.holders(ref))):
            counts[holder][ref.kind] += 1
    for item in alone.values():
        if item.holder not in alone:
            held = tuple(counts[item.ref].items())
            is_draft = item.ref in drafts
            same = namesakes.get(item.ref)
            name = same.id if same and same.id != item.ref.id else ""
            place = place_of(side, item)
            yield item.ref, Change(what, place, holds=held, draft=is_draft, namesake=name)


_Group = tuple[str, Ref | None]


def _siblings(side: Side) -> Mapping[_Group, Sequence[Ref]]:
    """Return the things of one kind that stand in one thing, in their order."""
    found: dict[_Group, list[Ref]] = defaultdict(list)
    for item in side.items.values():
        if item.ref.kind in _ORDERED:
            found[item.ref.kind, item.holder].append(item.ref)
    return found


def _movers(before: Sequence[Ref | None], after: Sequence[Ref]) -> Iterator[Ref]:
    """Yield the fewest things that have to move so that one order becomes the other."""
    places = {ref: place for place, ref in enumerate(after)}
    given = [ref for ref in before if ref is not None]
    stay = _longest_rising([places[ref] for ref in given])
    yield from (ref for ref in given if places[ref] not in stay)


def _longest_rising(numbers: Iterable[int]) -> frozenset[int]:
    """Return one of the longest rising rows in a list of different numbers."""
    ends: list[int] = []
    above: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(ends, number)
        above[number] = ends[at - 1] if at else None
        ends[at : at + 1] = [number]
    row: list[int] = []
    last = ends[-1] if ends else None
    while last is not None:
        row.append(last)
        last = above[last]
    return frozenset(row)


def items_in_both(side: Side, names: Identity) -> Iterator[tuple[Ref, Item]]:
    """Yield the things of the state after that the state before has too, with what they were."""
    for ref, item in side.items.items():
        if ref in names.before:
            yield names.before[ref], item
