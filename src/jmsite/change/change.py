"""Changes: what differs between two states of a project, one value for each difference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from jmsite.change.values import Named, Score, Value
from jmsite.model.ids import Ref
from jmsite.model.units import Duration

What = Literal[
    "added",
    "gone",
    "renamed",
    "moved",
    "order",
    "changed",
    "said",
    "unsaid",
    "listed",
    "unlisted",
    "backed",
    "unbacked",
]
"""What a change is.

A thing is ``added`` or ``gone``, ``renamed`` (it has a new id), has ``moved`` into another thing or
stands in another place of the ``order`` there. A field is ``changed``, ``said`` for the first time
or ``unsaid``; in a list of texts or names one is ``listed`` or ``unlisted``. Statements are
``backed`` by a source or ``unbacked``: they are assumptions.
"""

# Of these less is better for customers, by the kind of what has them.
_LESS = {
    "touchpoint": frozenset({"wait", "effort", "drop_off"}),
    "pain-point": frozenset({"severity", "bottleneck"}),
    "channel": frozenset({"response"}),
}
# What is told first of a place.
_COMING: tuple[What, ...] = ("gone", "added", "moved")
_WEIGHT = {"low": 1.0, "medium": 2.0, "high": 3.0}


@dataclass(frozen=True, slots=True)
class Place:
    """A thing that changed: its name and title, and what it stands in, the outermost first.

    A plain text that hurts has an empty id.
    """

    ref: Ref
    title: str
    within: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    ``place`` is the thing as it is after, where it is gone as it was. ``field`` is the key of what
    changed, empty where that is the thing as a whole; ``was`` and ``now`` are its values, None
    where there is none. Of what moved they are what it stood and stands in, of what has another
    order ``now`` is what it follows (None where it comes first), of a new name both are the thing.
    ``who`` is the persona that a feeling is of, None where it is everyone's. ``holds`` counts by
    kind what came or went with a thing that is ``added`` or ``gone``; ``draft`` tells that such a
    thing was a draft before, or is one now, ``namesake`` is the id of one of its title that went as
    it came, or came as it went.
    """

    what: What
    place: Place
    field: str = ""
    was: Value | None = None
    now: Value | None = None
    who: Named | None = None
    holds: tuple[tuple[str, int], ...] = ()
    draft: bool = False
    namesake: str = ""

    @property
    def better(self) -> bool | None:
        """Tell whether it is good for customers; None where that does not follow."""
        if self.place.ref.kind == "pain-point" and self.what in ("added", "gone"):
            # What is said of customers is not how they are.
            return None if self.draft else self.what == "gone"
        was, now = _size(self.was), _size(self.now)
        if was is None or now is None or was == now:
            return None
        if self.field == "emotion":
            return now > was
        return now < was if self.field in _LESS.get(self.place.ref.kind, ()) else None

    @property
    def rank(self) -> int:
        """Return how early it is told in its place: what is gone, new, moved, worse, better, rest.

        The number means nothing by itself.
        """
        if not self.field and self.what in _COMING:
            return _COMING.index(self.what)
        return len(_COMING) + {False: 0, True: 1, None: 2}[self.better]

    @property
    def is_coming(self) -> bool:
        """Tell whether a thing came, went or moved."""
        return self.rank < len(_COMING)


def _size(value: Value | None) -> float | None:
    if isinstance(value, Duration):
        return value.seconds
    if isinstance(value, Score):
        return value.value
    if isinstance(value, (bool, int, float)):
        return float(value)
    return _WEIGHT.get(getattr(value, "value", "")) if value is not None else None
