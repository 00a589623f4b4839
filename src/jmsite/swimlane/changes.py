"""What differs between two states of a journey, as values: no word of any language is in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from jmsite.model.ids import Ref
from jmsite.model.units import Duration

ChangeKind = Literal[
    "added",
    "gone",
    "moved",
    "renamed",
    "emotion",
    "channel",
    "initiator",
    "optional",
    "moment-of-truth",
    "duration",
    "wait",
    "effort",
    "drop-off",
    "severity",
    "bottleneck",
    "target",
]
ThingKind = Literal["phase", "touchpoint", "pain-point", "kpi"]
ChangeValue = str | float | bool | Duration | None
# Of these more is worse for the customer; of an emotion more is better.
_LESS_IS_BETTER = frozenset({"wait", "effort", "drop-off", "severity", "bottleneck"})
_SEVERITY = {"low": 1.0, "medium": 2.0, "high": 3.0}
Verdict = Literal["added", "gone", "moved", "better", "worse", "mixed", "changed", "same"]
_OPPOSITE: dict[ChangeKind, ChangeKind] = {"added": "gone", "gone": "added"}


class Place(NamedTuple):
    """A thing on one of the two maps.

    ``at`` is what a link can lead to: the thing itself, or what holds a pain point without id.
    ``phase`` is the phase it stands in; None for what belongs to the whole journey.
    """

    ref: Ref
    title: str
    at: Ref
    phase: Ref | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: what kind, of which thing, and the values on both sides.

    ``before`` is None for what was added, ``after`` for what is gone. ``persona`` is the id of who
    feels otherwise, empty where everyone does. ``was`` and ``now`` are the values of a field; of
    what moved they are ids of phases, of a channel its ids. ``sure`` is false where a pain point is
    missing on one side because nothing is said there, not because it is said that there is none.
    """

    kind: ChangeKind
    thing: ThingKind
    before: Place | None
    after: Place | None
    was: ChangeValue = None
    now: ChangeValue = None
    persona: str = ""
    sure: bool = True

    @property
    def step(self) -> float | None:
        """Return by how much a value rises, below 0 where it falls; None where it has no size."""
        was, now = _size(self.was), _size(self.now)
        return None if was is None or now is None else now - was

    @property
    def better(self) -> bool | None:
        """Tell whether it is good for the customer; None where that does not follow."""
        if self.thing == "pain-point" and self.kind in _OPPOSITE:
            return self.kind == "gone" if self.sure else None
        if self.step is None:
            return None
        if self.kind == "emotion":
            return self.step > 0
        return self.step < 0 if self.kind in _LESS_IS_BETTER else None

    @property
    def mirrored(self) -> Change:
        """Return the same difference seen from the other side."""
        return replace(
            self,
            kind=_OPPOSITE.get(self.kind, self.kind),
            before=self.after,
            after=self.before,
            was=self.now,
            now=self.was,
        )

    @property
    def shown(self) -> Place:
        """Return the thing as it is named: as it is after, else as it was."""
        place = self.after or self.before
        assert place is not None, "a change is of something"
        return place


def verdict_of(changes: Iterable[Change]) -> Verdict:
    """Return what changes come to for the customer, for something that is on both sides."""
    given = tuple(changes)
    goods = {change.better for change in given} - {None}
    if goods:
        return "mixed" if len(goods) > 1 else "better" if True in goods else "worse"
    return "changed" if given else "same"


def _size(value: ChangeValue) -> float | None:
    if isinstance(value, Duration):
        return value.seconds
    if isinstance(value, str):
        return _SEVERITY.get(value)
    return None if value is None else float(value)
