"""What differs between the fields of a thing that is in both states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from typing import Any

from jmsite.change.change import Change
from jmsite.change.emotions import of_emotions
from jmsite.change.figures import of_series
from jmsite.change.pairing import Pairing, Seen
from jmsite.change.sameness import may_show_a_file, own_value
from jmsite.change.values import Text
from jmsite.model.fields import WORD
from jmsite.model.shape import FieldShape, fields_of

# What stands inside a thing is compared by itself; an old id is what a rename leaves behind, and
# backing says more than the list that it follows from.
APART = frozenset(
    {"id", "aliases", "draft", "phases", "touchpoints", "steps", "scenarios", "pain_points"}
)


def of_fields(pair: Pairing) -> Iterator[Change]:
    """Yield what differs between the fields of a thing."""
    struct = type(pair.after.item.thing)
    for field in fields_of(struct).values():
        if not is_apart(pair, field):
            yield from _of_field(pair, field)
    yield from _of_own_keys(pair)


def is_apart(pair: Pairing, field: FieldShape) -> bool:
    """Tell whether a field is compared otherwise: by what stands in it, or not at all."""
    if pair.after.item.ref.kind == "opportunity":
        return field.key in APART - {"touchpoints", "phases"}
    return field.key in APART


def _of_field(pair: Pairing, field: FieldShape) -> Iterator[Change]:
    was = getattr(pair.before.item.thing, field.name)
    now = getattr(pair.after.item.thing, field.name)
    if was == now and not may_show_a_file(now, field.role):
        return
    if field.shape.what == "emotions":
        yield from of_emotions(pair, was, now)
    elif field.key == "series":
        yield from of_series(pair)
    elif field.shape.what == "list":
        yield from _of_list(pair, field, was, now)
    elif pair.before.key(field) != pair.after.key(field):
        told = _of_value(pair, field, was, now)
        hides = {"unsaid": pair.after, "said": pair.before}.get(told.what)
        if hides is None or not _has_lost(hides, field):
            yield told


def _of_value(pair: Pairing, field: FieldShape, was: Any, now: Any) -> Change:
    before = None if is_empty(was, field) else pair.before.shown(was, field)
    after = None if is_empty(now, field) else pair.after.shown(now, field)
    what = "said" if before is None else "unsaid" if after is None else "changed"
    return pair.change(what, field=field.key, was=before, now=after)  # type: ignore[arg-type]  # one of What


def is_empty(value: Any, field: FieldShape) -> bool:
    """Tell whether a field says nothing: a choice, a yes and a no always say something."""
    if field.shape.what in ("choice", "boolean") and not isinstance(value, str):
        return value is None
    return value is None or value in ("", {})


def _of_list(pair: Pairing, field: FieldShape, was: Any, now: Any) -> Iterator[Change]:
    """Yield what came into a list and what went; in which order it stands there says nothing."""
    before, after = _keyed(pair.before, field, was), _keyed(pair.after, field, now)
    for key, value in _more(before, after):
        if not _is_lost(pair.after, field, key):
            yield pair.change("unlisted", field=field.key, was=pair.before.shown(value, field))
    for key, value in _more(after, before):
        if not _is_lost(pair.before, field, key):
            yield pair.change("listed", field=field.key, now=pair.after.shown(value, field))
    if field.role == WORD:
        return  # nobody looks for words to group a thing by
    if now == () and was is None:
        yield pair.change("said", field=field.key, now=pair.after.shown((), field))
    if was == () and now is None:
        yield pair.change("unsaid", field=field.key, was=pair.before.shown((), field))


_Keyed = tuple[tuple[Hashable, Any], ...]


def _keyed(seen: Seen, field: FieldShape, values: Any) -> _Keyed:
    return tuple((seen.reading.field(value, field.role), value) for value in values or ())


def _is_lost(seen: Seen, field: FieldShape, key: Hashable) -> bool:
    """Tell whether a list may still name a thing that one side has not."""
    return key not in seen.side.items and _has_lost(seen, field)


def _has_lost(seen: Seen, field: FieldShape) -> bool:
    """Tell whether a field names something that is left out: it is wrong, unknown or a draft."""
    return field.key in seen.side.site.lost.get(seen.item.ref, ())


def _more(ones: _Keyed, others: _Keyed) -> Iterator[tuple[Hashable, Any]]:
    """Yield what the first list has and the second has not, as often as it has it more."""
    left = Counter(key for key, _ in others)
    for key, value in ones:
        if left[key]:
            left[key] -= 1
        else:
            yield key, value


def _of_own_keys(pair: Pairing) -> Iterator[Change]:
    """Yield what differs between the keys of the author's own."""
    was, now = _own(pair.before), _own(pair.after)
    for key in dict.fromkeys((*was, *now)):
        if own_value(was.get(key)) != own_value(now.get(key)):
            what = "said" if key not in was else "unsaid" if key not in now else "changed"
            yield pair.change(what, field=key, was=_free(was.get(key)), now=_free(now.get(key)))  # type: ignore[arg-type]  # one of What


def _own(seen: Seen) -> Mapping[str, Any]:
    return seen.item.thing.extras


def _free(value: Any) -> Any:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return Text(value) if isinstance(value, str) else Text("")
