"""Pain points on two maps: which go away, which come, and whether anyone said so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jmsite.model.pain_point import PainPoint
from jmsite.site.site import Spot
from jmsite.swimlane.aligned import Aligned, Holder, PainMatch, pain_place
from jmsite.swimlane.changes import Change
from jmsite.swimlane.differences import Both, of_pains


@dataclass(frozen=True, slots=True)
class PainRow:
    """A pain point where it hurts, on both sides of an aligned place or on one of them.

    One that the other side has at another place stands alone here and has no change for that.
    """

    before: PainPoint | None
    after: PainPoint | None
    changes: tuple[Change, ...]


def pains_of(aligned: Aligned, before: Holder | None, after: Holder | None) -> tuple[PainRow, ...]:
    """Return the pain points that an aligned phase or touchpoint lists, with what changes."""
    return tuple(_rows(aligned, before, after))


def _rows(aligned: Aligned, before: Holder | None, after: Holder | None) -> Iterator[PainRow]:
    for match in aligned.pains:
        here = match.before if match.before and _holds(match.before, before) else None
        there = match.after if match.after and _holds(match.after, after) else None
        if here or there:
            # What is at two places is told once, where it is after.
            told = there or match.after is None
            changes = tuple(_changes(aligned, match)) if told else ()
            yield PainRow(here and here.pain, there and there.pain, changes)


def _holds(spot: Spot, holder: Holder | None) -> bool:
    return (spot.touchpoint or spot.phase) is holder


def _changes(aligned: Aligned, match: PainMatch) -> Iterator[Change]:
    before, after = match
    was, now = before and pain_place(before), after and pain_place(after)
    if was and now and before and after:
        yield from of_pains(Both("pain-point", was, now), before.pain, after.pain)
    elif before:
        yield Change("gone", "pain-point", was, None, sure=_said(_after(aligned, before)))
    elif after:
        yield Change("added", "pain-point", None, now, sure=_said(_before(aligned, after)))


def _said(holder: Holder | None) -> bool:
    """Tell whether the other side says which pain points are there; a place that is not has none.

    An empty list says that none were found. No list says nothing.
    """
    return holder is None or holder.pain_points is not None


def _after(aligned: Aligned, spot: Spot) -> Holder | None:
    if spot.touchpoint:
        return aligned.after_of(spot.touchpoint)
    return next((other for one, other, _ in aligned.phases if one is spot.phase), None)


def _before(aligned: Aligned, spot: Spot) -> Holder | None:
    if spot.touchpoint:
        return aligned.before_of(spot.touchpoint)
    return next((one for one, other, _ in aligned.phases if other is spot.phase), None)
