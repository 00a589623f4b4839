"""Writing values as YAML that says exactly them."""

from __future__ import annotations

import json
import re
from typing import Any

_PLAIN = re.compile(r"[^\W\d_](?:[\w .,'’()%/-]*[\w.)%])?")
# Plain words that are no text everywhere: no value at all, and yes or no.
_NO_TEXT = {"null", "true", "false"}


def scalar(value: str) -> str:
    """Return a text as YAML, without quotes where it needs none."""
    plain = _PLAIN.fullmatch(value) and value.casefold() not in _NO_TEXT
    return value if plain else json.dumps(value, ensure_ascii=False)


def flow(value: Any) -> str:
    """Return a value as YAML on one line, such as ``{title: Pay, optional: true}``."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_inner(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(_inner(item) for item in value)}]"
    return as_written(value) if isinstance(value, str) else json.dumps(value)


def as_written(value: str) -> str:
    """Return an example text as an author would write it in a field of its own."""
    return value if re.match(r"\d[\w. -]*%?$", value) else scalar(value)


def _inner(value: Any) -> str:
    """Return a value inside brackets, where a comma would divide it."""
    if isinstance(value, str) and "," in value:
        return json.dumps(value, ensure_ascii=False)
    return flow(value)
