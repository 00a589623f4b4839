"""The order in which changes are told of: by place as on the map, what is gone where it stood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from jmsite.change.change import Change
from jmsite.change.identity import Identity
from jmsite.change.side import Side
from jmsite.model.ids import Ref

_Spot = tuple[int, int]


@dataclass(frozen=True)
class MapOrder:
    """Where each thing of two states stands among those of both."""

    before: Side
    after: Side
    names: Identity

    def sorted(self, changes: Iterable[tuple[Ref, Change]]) -> tuple[Change, ...]:
        """Return changes, each given with the thing that it is of, by where they are told.

        What came, went or moved is told of what it stands in. In one place what weighs most is
        first, and of that what stands first.
        """
        ranked = sorted(changes, key=lambda pair: self._rank(*pair))
        return tuple(change for _, change in ranked)

    def _rank(self, ref: Ref, change: Change) -> tuple[int, int, _Spot]:
        is_gone = change.what == "gone"
        spot = self._gone[ref] if is_gone else (self._places[ref], 0)
        holders = (self.before if is_gone else self.after).holders(ref)
        # Of what moved it is told in what holds the places that it moved between.
        told_in = holders[-2:-1] if change.what == "moved" else holders[-1:]
        if change.field or change.what == "renamed" or not told_in:
            return spot[0], change.rank, spot
        at = self.names.after[told_in[0]] if is_gone else told_in[0]
        return self._places[at], change.rank, spot

    @cached_property
    def _places(self) -> Mapping[Ref, int]:
        return {ref: place for place, ref in enumerate(self.after.items)}

    @cached_property
    def _gone(self) -> Mapping[Ref, _Spot]:
        """What is on the side before alone: it follows what it followed there."""
        found: dict[Ref, _Spot] = {}
        last = -1
        for number, ref in enumerate(self.before.items, 1):
            if ref in self.names.after:
                last = self._places[self.names.after[ref]]
            else:
                found[ref] = (last, number)
        return found
