"""JSON as reports write it."""

from __future__ import annotations

import json
from typing import Any

from jmsite.report.harmless import encodable


def written(value: Any) -> str:
    """Return a value as JSON that people can read: indented, letters as they are, a newline last.

    What UTF-8 cannot write is spelt out before it is written: the escape of half a surrogate
    pair would be JSON that many readers refuse.
    """
    return json.dumps(_encodable(value), ensure_ascii=False, indent=2) + "\n"


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, dict):
        return {encodable(key): _encodable(item) for key, item in value.items()}
    return list(map(_encodable, value)) if isinstance(value, (list, tuple)) else value
