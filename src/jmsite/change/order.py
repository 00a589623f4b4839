"""The order in which changes are told of: that of the map, what is gone where it stood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from jmsite.change.change import Change
from jmsite.change.identity import Identity
from jmsite.change.side import Side
from jmsite.model.ids import Ref

_Rank = tuple[int, int]


@dataclass(frozen=True)
class MapOrder:
    """Where each thing of two states stands among those of both."""

    before: Side
    after: Side
    names: Identity

    def sorted(self, changes: Iterable[tuple[Ref, Change]]) -> tuple[Change, ...]:
        """Return changes, each given with the thing that it is of, by where that stands."""
        ranked = sorted(changes, key=lambda pair: self._rank(*pair))
        return tuple(change for _, change in ranked)

    def _rank(self, ref: Ref, change: Change) -> _Rank:
        return self._gone[ref] if change.what == "gone" else (self._places[ref], 0)

    @cached_property
    def _places(self) -> Mapping[Ref, int]:
        return {ref: place for place, ref in enumerate(self.after.items)}

    @cached_property
    def _gone(self) -> Mapping[Ref, _Rank]:
        """What is on the side before alone: it follows what it followed there."""
        found: dict[Ref, _Rank] = {}
        last = -1
        for number, ref in enumerate(self.before.items, 1):
            if ref in self.names.after:
                last = self._places[self.names.after[ref]]
            else:
                found[ref] = (last, number)
        return found
