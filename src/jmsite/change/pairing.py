"""A thing on both sides, and how each side reads and shows its values."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from jmsite.change.change import Change, Place, What
from jmsite.change.identity import Identity
from jmsite.change.sameness import Reading, composed, is_reference, leads_nowhere
from jmsite.change.side import Item, Side
from jmsite.change.values import Amount, Choice, Named, Nothing, Text, Value
from jmsite.content.markdown import plain
from jmsite.model.fields import GOAL_OR_TEXT, REFERENCE, Fields
from jmsite.model.ids import HOME, Ref
from jmsite.model.kpi import KPI
from jmsite.model.path import Sequence
from jmsite.model.shape import FieldShape
from jmsite.model.touchpoint import Action

# The numbers of a KPI that are in its unit.
_FIGURES = frozenset({"baseline", "target", "warning"})


@dataclass(frozen=True)
class Seen:
    """A thing as one side has it."""

    side: Side
    item: Item
    names: Identity | None

    @cached_property
    def reading(self) -> Reading:
        """What reads its values."""
        return Reading(self.side, self.item.ref, self.names)

    def key(self, field: FieldShape, *, bare: bool = False) -> Hashable:
        """Return the value of a field in the form in which what says the same is equal.

        A ``bare`` form takes links for the names of files.
        """
        reading = replace(self.reading, bare=bare)
        value = getattr(self.item.thing, field.name)
        if field.key == "body":
            return reading.body(value)
        if field.key == "title":
            return " ".join(plain(composed(value)).split())
        return reading.field(value, field.role)

    def shown(self, value: Any, field: FieldShape) -> Value:
        """Return a value of a field as it is shown."""
        if is_reference(field.role) and isinstance(value, str):
            return self.named(value, field.role.removeprefix(REFERENCE))
        if field.role == GOAL_OR_TEXT and value in self.side.site.goals:
            return self.named(value, "goal")
        if field.shape.what == "choice" or (field.shape.what == "list" and _is_choice(field)):
            return Choice(str(value))
        if isinstance(self.item.thing, KPI) and field.key in _FIGURES:
            return Amount(value, self.item.thing.unit)
        return as_shown(value)

    def named(self, id_: str, kind: str) -> Named:
        """Return a thing that a field names, with its title."""
        ref = Reading(self.side, self.item.ref, None).thing(id_, kind)
        return named(self.side, ref)


@dataclass(frozen=True)
class Pairing:
    """A thing that is on both sides."""

    before: Seen
    after: Seen

    @cached_property
    def place(self) -> Place:
        """The thing as it is named in what is told of it."""
        return place_of(self.after.side, self.after.item)

    def is_same(self, field: FieldShape) -> bool:
        """Tell whether a field says the same on both sides, but for what leads nowhere on one."""
        was, now = self.before.key(field), self.after.key(field)
        if was == now or not (leads_nowhere(was) or leads_nowhere(now)):
            return was == now
        return self.before.key(field, bare=True) == self.after.key(field, bare=True)

    def change(self, what: What, **more: Any) -> Change:
        """Return a change of the thing."""
        return Change(what, self.place, **more)


def place_of(side: Side, item: Item) -> Place:
    """Return a thing as a change names it."""
    within = tuple(named(side, ref) for ref in side.holders(item.ref))
    ref = item.ref if item.has_name else item.ref._replace(id="")
    return Place(ref, _title(side, item), within)


def named(side: Side, ref: Ref) -> Named:
    """Return a thing by its title; by its id where the side does not have it."""
    item = side.items.get(ref)
    return Named(ref, _title(side, item) if item else ref.id)


def _title(side: Side, item: Item) -> str:
    head = side.site.settings.title if item.ref == HOME else item.ref.id
    return str(getattr(item.thing, "title", "")) or head


def as_shown(value: Any) -> Value:
    """Return a value that names nothing as it is shown; what has no words of its own is empty."""
    if value == ():
        return Nothing()
    if isinstance(value, Action):
        return Text(_told(value))
    if isinstance(value, Fields):
        return Text(str(getattr(value, "title", "") or getattr(value, "id", "")))
    if isinstance(value, (Sequence, tuple, list, dict)):
        return Text("")
    shown: Value = Text(value) if isinstance(value, str) else value
    return shown


def _told(action: Action) -> str:
    who = f"{action.actor}: " if action.actor else ""
    with_what = f" ({action.system})" if action.system else ""
    return f"{who}{action.action}{with_what}"


def _is_choice(field: FieldShape) -> bool:
    return field.shape.item is not None and field.shape.item.what == "choice"
