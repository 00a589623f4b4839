"""Names that settings and content may say and that higher rooms know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Vocabulary:
    """The names of lanes, rules (with codes), icons and themes, handed down from their rooms."""

    lanes: frozenset[str]
    rules: frozenset[str]
    icons: frozenset[str]
    themes: frozenset[str]
