"""The path of a scenario: which touchpoints one way through a journey visits."""

from __future__ import annotations

from typing import Any

import msgspec

from jmsite.model.value import Value


class Visit(Value):
    """A touchpoint, by id, that the path goes through."""

    touchpoint: str


class Sequence(Value):
    """Items one after the other."""

    items: tuple[PathItem, ...]


class Choice(Value):
    """Items of which exactly one is taken."""

    items: tuple[PathItem, ...]


class Option(Value):
    """An item that may be left out."""

    item: PathItem


PathItem = Visit | Sequence | Choice | Option


def read_path(given: Any) -> Sequence:
    """Return the path that an author wrote as a list of items.

    Raises msgspec.ValidationError where it has another form.
    """
    if not isinstance(given, list):
        raise msgspec.ValidationError("Expected a list of touchpoints")
    return Sequence(tuple(_item(item) for item in given))


def _item(given: Any) -> PathItem:
    if isinstance(given, str):
        return Visit(given)
    if isinstance(given, list):
        return read_path(given)
    if isinstance(given, dict) and list(given) == ["any_of"] and given["any_of"]:
        return Choice(read_path(given["any_of"]).items)
    if isinstance(given, dict) and list(given) == ["optional"]:
        return Option(_item(given["optional"]))
    raise msgspec.ValidationError("Expected a touchpoint, any_of, optional or a list")
