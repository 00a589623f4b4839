"""What differs between the fields of a thing that is in both states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jmsite.change.change import Change
from jmsite.change.confidence import without_secrets
from jmsite.change.emotions import of_emotions
from jmsite.change.figures import of_series
from jmsite.change.lists import has_lost, of_list
from jmsite.change.pairing import Pairing, Seen
from jmsite.change.sameness import may_show_a_file, own_value
from jmsite.change.values import Text
from jmsite.change.ways import of_ways
from jmsite.model.shape import FieldShape, fields_of

# What stands inside a thing is compared by itself; an old id is what a rename leaves behind, and
# backing says more than the list that it follows from.
APART = frozenset(
    {"id", "aliases", "draft", "phases", "touchpoints", "steps", "scenarios", "pain_points"}
)


def of_fields(pair: Pairing) -> Iterator[Change]:
    """Yield what differs between the fields of a thing, without what it says in confidence."""
    yield from without_secrets(pair, _of_every_field(pair))


def _of_every_field(pair: Pairing) -> Iterator[Change]:
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
        yield from of_list(pair, field, was, now)
    elif not pair.is_same(field):
        yield from _of_one(pair, field, was, now)


def _of_one(pair: Pairing, field: FieldShape, was: Any, now: Any) -> Iterator[Change]:
    if field.key == "path" and was and now:
        yield from of_ways(pair, field, was, now)
    else:
        told = _of_value(pair, field, was, now)
        hides = {"unsaid": pair.after, "said": pair.before}.get(told.what)
        if hides is None or not has_lost(hides, field.key):
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
