"""What differs between two lists: what came, what went, and what was put in other words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from jmsite.change.change import Change
from jmsite.change.likeness import reworded
from jmsite.change.pairing import Pairing, Seen
from jmsite.change.values import Text, Value
from jmsite.content.markdown import plain
from jmsite.model.fields import WORD
from jmsite.model.kinds import BY_NAME
from jmsite.model.shape import FieldShape
from jmsite.model.touchpoint import Action


def of_list(pair: Pairing, field: FieldShape, was: Any, now: Any) -> Iterator[Change]:
    """Yield what differs between two lists; in which order something stands there says nothing."""
    before, after = _keyed(pair.before, field, was), _keyed(pair.after, field, now)
    gone = [value for key, value in _more(before, after) if not _is_lost(pair.after, field, key)]
    came = [value for key, value in _more(after, before) if not _is_lost(pair.before, field, key)]
    # Who does what with which system may change for the same action.
    for old, new in tuple(_same_action(gone, came)):
        ends = pair.before.shown(old, field), pair.after.shown(new, field)
        yield pair.change("changed", field=field.key, was=ends[0], now=ends[1])
        gone.remove(old)
        came.remove(new)
    olds = [pair.before.shown(value, field) for value in gone]
    news = [pair.after.shown(value, field) for value in came]
    yield from _of_values(pair, field, olds, news)
    if field.role == WORD:
        return  # nobody looks for words to group a thing by
    if now == () and was is None:
        yield pair.change("said", field=field.key, now=pair.after.shown((), field))
    if was == () and now is None:
        yield pair.change("unsaid", field=field.key, was=pair.before.shown((), field))


def _same_action(gone: Sequence[Any], came: Sequence[Any]) -> Iterator[tuple[Action, Action]]:
    """Yield what the company did and what it does of which the action is the same."""
    left = [value for value in came if isinstance(value, Action)]
    for old in gone:
        said = isinstance(old, Action) and plain(old.action)
        found = next((new for new in left if plain(new.action) == said), None)
        if found:
            left.remove(found)
            yield old, found


def has_lost(seen: Seen, key: str) -> bool:
    """Tell whether a field names something that is left out: it is wrong, unknown or a draft."""
    ref, item = seen.item.ref, seen.item
    # What is no document of its own is told of with the one that it stands in.
    while ref.kind not in BY_NAME and item.holder:
        ref, item = item.holder, seen.side.items[item.holder]
    return key in seen.side.site.lost.get(ref, ())


def _of_values(
    pair: Pairing, field: FieldShape, olds: Sequence[Value], news: Sequence[Value]
) -> Iterator[Change]:
    # Of words to group a thing by one is not another one.
    same = () if field.role == WORD else tuple(reworded(_texts(olds), _texts(news)))
    for old, new in same:
        yield pair.change("changed", field=field.key, was=olds[old], now=news[new])
    for place, value in enumerate(olds):
        if place not in {old for old, _ in same}:
            yield pair.change("unlisted", field=field.key, was=value)
    for place, value in enumerate(news):
        if place not in {new for _, new in same}:
            yield pair.change("listed", field=field.key, now=value)


def _texts(values: Sequence[Value]) -> list[str]:
    """Return the texts of authors as they are; what is none has no words here."""
    return [value.markdown if isinstance(value, Text) else "" for value in values]


_Keyed = tuple[tuple[Hashable, Any], ...]


def _keyed(seen: Seen, field: FieldShape, values: Any) -> _Keyed:
    return tuple((seen.reading.field(value, field.role), value) for value in values or ())


def _is_lost(seen: Seen, field: FieldShape, key: Hashable) -> bool:
    """Tell whether a list may still name a thing that one side has not."""
    return key not in seen.side.items and has_lost(seen, field.key)


def _more(ones: _Keyed, others: _Keyed) -> Iterator[tuple[Hashable, Any]]:
    """Yield what the first list has and the second has not, as often as it has it more."""
    left = Counter(key for key, _ in others)
    for key, value in ones:
        if left[key]:
            left[key] -= 1
        else:
            yield key, value
