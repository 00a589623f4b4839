"""Which statements came to be backed by a source, and which are assumptions now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jmsite.change.change import Change
from jmsite.change.lists import has_lost
from jmsite.change.pairing import Pairing, Seen
from jmsite.model.pain_point import PainPoint
from jmsite.model.phase import Phase
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.evidence import backing

FIELD = "evidence"


def with_backing(pair: Pairing, changes: Iterable[Change]) -> Iterator[Change]:
    """Yield changes of a thing; where they decide what its statements are, that is told instead.

    What a thing inherits from what it stands in is told there.
    """
    given = tuple(changes)
    was, now = _is_backed(pair.before), _is_backed(pair.after)
    if was is None or now is None or was == now or not _decides(pair) or _is_unsure(pair):
        yield from given
        return
    own = [change for change in given if change.field == FIELD]
    yield from (change for change in given if change.field != FIELD)
    if now:
        listed = [change.now for change in own if change.what == "listed"]
        yield pair.change("backed", field=FIELD, now=listed[0] if len(listed) == 1 else None)
    else:
        unlisted = [change.was for change in own if change.what == "unlisted"]
        yield pair.change("unbacked", field=FIELD, was=unlisted[0] if len(unlisted) == 1 else None)


def _decides(pair: Pairing) -> bool:
    """Tell whether the own list of the thing decides, before or after."""
    things = (pair.before.item.thing, pair.after.item.thing)
    return any(getattr(thing, FIELD) is not None for thing in things)


def _is_unsure(pair: Pairing) -> bool:
    """Tell whether a source that may back it on the side where none does is left out there."""
    return any(has_lost(seen, FIELD) and not _is_backed(seen) for seen in (pair.before, pair.after))


def _is_backed(seen: Seen) -> bool | None:
    """Tell whether the statements of a thing are validated; None for what makes none."""
    if not isinstance(seen.item.thing, (Phase, Touchpoint, PainPoint)):
        return None
    holders = [seen.side.items[ref].thing for ref in reversed(seen.side.holders(seen.item.ref))]
    above = [thing.evidence for thing in holders if isinstance(thing, (Phase, Touchpoint))]
    return backing(seen.side.site, seen.item.thing.evidence, *above).validated
