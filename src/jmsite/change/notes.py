"""What a reader has to know before what changed: how the judging of the maps changed."""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.change.settings import SettingChange
from jmsite.words import Words

# So many gaps and rules are named.
_NAMED = 3


def settings_in_words(words: Words, changes: tuple[SettingChange, ...]) -> str:
    """Return in a line which settings of the checklist changed; empty where none did."""
    told = [*_grouped(words, changes), *(_single(words, change) for change in changes)]
    return words("review.settings", what=" · ".join(filter(None, told))) if changes else ""


def _grouped(words: Words, changes: tuple[SettingChange, ...]) -> Iterator[str]:
    for key, what in (("accepted", "accepted"), ("not_accepted", "not-accepted")):
        named = [f"{c.key}, {c.now or c.was}" for c in changes if c.what == what]
        yield _named(words, key, named)
    yield _named(words, "switched_off", [c.key for c in changes if _is_off(c)])


def _named(words: Words, key: str, named: list[str]) -> str:
    if not named:
        return ""
    shown = named[:_NAMED]
    if len(named) > _NAMED:
        shown.append(words("changes.more", count=len(named) - _NAMED))
    return words(f"review.{key}", count=len(named), what="; ".join(shown))


def _single(words: Words, change: SettingChange) -> str:
    if change.what in ("accepted", "not-accepted") or _is_off(change):
        return ""
    if change.was is None:
        return words("changes.said", field=change.key, now=change.now)
    if change.now is None:
        return words("changes.unsaid", field=change.key, was=change.was)
    return words("changes.changed", field=change.key, was=change.was, now=change.now)


def _is_off(change: SettingChange) -> bool:
    return change.what == "rule" and change.now == "off"
