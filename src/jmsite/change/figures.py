"""What differs between the measured values of a KPI."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from jmsite.change.change import Change
from jmsite.change.pairing import Pairing, Seen
from jmsite.change.values import Amount, Measured
from jmsite.model.kpi import KPI


def of_series(pair: Pairing) -> Iterator[Change]:
    """Yield which values were measured anew, are gone or were put right.

    Of many it is told how many they are, and the last.
    """
    before, after = _values(pair.before), _values(pair.after)
    came = {day: after[day] for day in after if day not in before}
    gone = {day: before[day] for day in before if day not in after}
    right = {day: after[day] for day in after if day in before and before[day] != after[day]}
    if came:
        yield pair.change("listed", field="series", now=_measured(pair.after, came))
    if gone:
        yield pair.change("unlisted", field="series", was=_measured(pair.before, gone))
    if right:
        old = {day: before[day] for day in right}
        yield pair.change(
            "changed",
            field="series",
            was=_measured(pair.before, old),
            now=_measured(pair.after, right),
        )


def _kpi(seen: Seen) -> KPI:
    assert isinstance(seen.item.thing, KPI)
    return seen.item.thing


def _values(seen: Seen) -> dict[dt.date, float]:
    return {one.date: one.value for one in _kpi(seen).measurements}


def _measured(seen: Seen, values: dict[dt.date, float]) -> Measured:
    last = max(values)
    return Measured(len(values), Amount(values[last], _kpi(seen).unit), last)
