"""What is not quoted: all that a confidential source says besides what is published of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jmsite.change.change import Change
from jmsite.change.pairing import Pairing
from jmsite.change.values import Text
from jmsite.model.source import Source


def keeps(thing: object, field: str) -> bool:
    """Tell whether a thing is a source that keeps what a field says to itself.

    Without a field it is asked whether it is there, which is no secret.
    """
    return isinstance(thing, Source) and field != "" and thing.keeps(field)


def without_secrets(pair: Pairing, changes: Iterable[Change]) -> Iterator[Change]:
    """Yield the changes of a thing; what it keeps to itself on either side has changed, no more.

    Of a field with several changes that is said once.
    """
    told: set[str] = set()
    for change in changes:
        if not any(keeps(seen.item.thing, change.field) for seen in (pair.before, pair.after)):
            yield change
        elif change.field not in told:
            told.add(change.field)
            yield pair.change("changed", field=change.field, was=Text(""), now=Text(""))
