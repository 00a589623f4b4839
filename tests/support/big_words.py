"""Words for a large journey in four languages, of the length that people write on a map."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec
import yaml


@dataclass(frozen=True)
class BigWords:
    """What a large journey says: lists are gone through again and again as long as is needed."""

    title: str
    summary: str
    personas: tuple[tuple[str, str], ...]
    channels: tuple[str, ...]
    phases: tuple[str, ...]
    steps: tuple[str, ...]
    mindset: tuple[str, ...]
    touchpoints: tuple[str, ...]
    actions: tuple[str, ...]
    behind: tuple[tuple[str, str, str], ...]
    feelings: tuple[str, ...]
    quotes: tuple[str, ...]
    pains: tuple[str, ...]
    gains: tuple[str, ...]
    questions: tuple[str, ...]
    kpis: tuple[str, ...]
    changes: tuple[str, ...]
    source: str
    ways: tuple[str, ...]


_WRITTEN = Path(__file__).with_suffix(".yml").read_text("utf-8")
BIG_WORDS = msgspec.convert(yaml.safe_load(_WRITTEN), dict[str, BigWords])
