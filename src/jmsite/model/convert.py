"""The fast way from plain data to the types: a document that is right needs no explanation."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from jmsite.model.emotion import Emotions, read_emotions
from jmsite.model.fields import Fields
from jmsite.model.path import Sequence, read_path
from jmsite.model.units import Duration, Ratio, parse_duration, parse_ratio

T = TypeVar("T", bound=Fields)


def convert(data: dict[str, Any], struct: type[T]) -> T | None:
    """Return the thing that the data says, or None where the types do not allow it."""
    try:
        return msgspec.convert(data, struct, dec_hook=_read)
    except msgspec.ValidationError:
        return None


def _read(kind: type, given: Any) -> Any:
    """Return a value of a type that msgspec does not know; raise ValueError where it is none."""
    if kind is Emotions:
        return read_emotions(given)
    if kind is Sequence:
        return read_path(given)
    if kind is Ratio:
        return parse_ratio(given)
    if kind is Duration and isinstance(given, str):
        return parse_duration(given)
    raise ValueError(f"not a {kind.__name__}")
