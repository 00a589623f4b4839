"""What differs between the ways of a scenario: where they lead through, else how many they are."""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.change.change import Change
from jmsite.change.lists import has_lost
from jmsite.change.pairing import Pairing, Seen, named
from jmsite.change.values import Text, Value
from jmsite.model.ids import Ref
from jmsite.model.path import Sequence
from jmsite.model.shape import FieldShape
from jmsite.site.ways import number_of_ways, touchpoints_of

# Of more ways nobody is helped by their number.
_MOST = 1_000_000


def of_ways(pair: Pairing, field: FieldShape, was: Sequence, now: Sequence) -> Iterator[Change]:
    """Yield where the ways lead no more and where they lead now, in the order of the map.

    Where they lead through the same touchpoints it is told how many ways there were and are; where
    that is the same too, that they are others.
    """
    before, after = _visited(pair.before, was), _visited(pair.after, now)
    gone = _without_lost(pair.after, field, before - after)
    came = _without_lost(pair.before, field, after - before)
    for ref in pair.before.side.items:
        if _is_here(ref, pair.before) and pair.before.reading.thing(ref.id, ref.kind) in gone:
            yield pair.change("unlisted", field=field.key, was=named(pair.before.side, ref))
    for ref in pair.after.side.items:
        if _is_here(ref, pair.after) and ref in came:
            yield pair.change("listed", field=field.key, now=named(pair.after.side, ref))
    if before == after:
        first, last = number_of_ways(was), number_of_ways(now)
        is_told = first != last and max(first, last) <= _MOST
        values: tuple[Value, Value] = (first, last) if is_told else (Text(""), Text(""))
        yield pair.change("changed", field=field.key, was=values[0], now=values[1])


def _visited(seen: Seen, path: Sequence) -> frozenset[Ref]:
    """Return the touchpoints that a path leads through, by the names that they have after."""
    return frozenset(seen.reading.thing(id_, "touchpoint") for id_ in touchpoints_of(path))


def _without_lost(seen: Seen, field: FieldShape, refs: frozenset[Ref]) -> frozenset[Ref]:
    """Leave out the touchpoints that a path may still name on a side that has them not."""
    if not has_lost(seen, field.key):
        return refs
    there = {seen.names.named(ref) if seen.names else ref for ref in seen.side.items}
    return refs & there


def _is_here(ref: Ref, seen: Seen) -> bool:
    return ref.kind == "touchpoint" and ref.journey == seen.item.ref.journey
