"""What a change does to how strictly a project is judged: both states are judged by the newer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from jmsite.checklist import RULES
from jmsite.model.settings import Checklist, Settings, Waiver
from jmsite.model.units import Ratio

SettingWhat = Literal["accepted", "not-accepted", "rule", "setting"]
_NAMED = {name: f"{rule.code} {rule.name}" for rule in RULES for name in (rule.code, rule.name)}


@dataclass(frozen=True, slots=True)
class SettingChange:
    """A setting that says something else.

    ``key`` is its key in the file of the settings, or the rule that it is about. ``was`` and
    ``now`` are what it said and says, as authors write it; None where nothing is said.
    """

    what: SettingWhat
    key: str
    was: str | None
    now: str | None


def setting_changes(before: Settings, after: Settings) -> tuple[SettingChange, ...]:
    """Return what changed in all that decides which gaps, and which dead links, are told."""
    sides = before.checklist, after.checklist
    waivers = chain(_waivers("accepted", *sides), _waivers("not-accepted", *reversed(sides)))
    rules = _differing("rule", *map(_rules, sides))
    return (*waivers, *rules, *_differing("setting", _values(before), _values(after)))


def _waivers(what: SettingWhat, one: Checklist, other: Checklist) -> Iterator[SettingChange]:
    """Yield the waivers of the other alone; one that holds until another day is another one."""
    known = {_waived(waiver) for waiver in one.waivers}
    for waiver in other.waivers:
        if _waived(waiver) not in known:
            gap = ", ".join(filter(None, _waived(waiver)[1:]))
            said = f"{gap}: {waiver.reason}"
            was, now = (None, said) if what == "accepted" else (said, None)
            yield SettingChange(what, _named(waiver.rule), was, now)


def _waived(waiver: Waiver) -> tuple[str, str, str]:
    until = f"until {waiver.until}" if waiver.until else ""
    return _named(waiver.rule), waiver.at, until


def _rules(checklist: Checklist) -> Mapping[str, str]:
    return {_named(name): level for name, level in checklist.rules.items()}


def _named(rule: str) -> str:
    return _NAMED.get(rule, rule)


def _values(settings: Settings) -> Mapping[str, str]:
    """Return what the other settings of the checklist say, by their keys."""
    checklist, limits = settings.checklist, settings.checklist.thresholds
    given = {
        "profile": checklist.profile,
        "fail_on": checklist.fail_on,
        **{f"thresholds.{key}": getattr(limits, key) for key in limits.__struct_fields__},
        "today": settings.today,
        **{f"links.ignore {address}": "yes" for address in settings.links.ignore},
    }
    return {key: _written(value) for key, value in given.items() if value is not None}


def _written(value: object) -> str:
    return f"{value:.0%}" if isinstance(value, Ratio) else str(value)


def _differing(
    what: SettingWhat, was: Mapping[str, str], now: Mapping[str, str]
) -> Iterator[SettingChange]:
    for key in {**was, **now}:
        if was.get(key) != now.get(key):
            yield SettingChange(what, key, was.get(key), now.get(key))
