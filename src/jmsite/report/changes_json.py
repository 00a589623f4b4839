"""What changed, for programs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

import msgspec

from jmsite.change.change import Change
from jmsite.change.diff import Diff
from jmsite.change.ratchet import Verdict
from jmsite.change.speech import Speech, value_in_words
from jmsite.change.telling import Telling
from jmsite.change.values import Amount, Choice, Measured, Named, Nothing, Score, Text, Value
from jmsite.change.weight import weight_of
from jmsite.checklist import score
from jmsite.content.markdown import plain
from jmsite.model.units import Duration, Ratio
from jmsite.report.changes_form import (
    VERSION,
    DiffReport,
    DiffScores,
    Gaps,
    Judged,
    Scored,
    Setting,
    Shown,
    Thing,
    Told,
    Type,
    Unread,
)
from jmsite.report.json import entry, fell
from jmsite.report.written import written
from jmsite.words import Words

Scalar = str | float | bool | None
_TYPES: Mapping[type, tuple[Type, Callable[[Any], Scalar]]] = {
    Amount: ("amount", attrgetter("value")),
    Measured: ("measured", attrgetter("last.value")),
    Named: ("thing", attrgetter("ref.written")),
    Text: ("text", attrgetter("markdown")),
    Choice: ("choice", attrgetter("value")),
    Score: ("score", attrgetter("value")),
    Nothing: ("nothing", lambda _: None),
    Duration: ("duration", attrgetter("seconds")),
    Ratio: ("share", float),
    dt.date: ("date", dt.date.isoformat),
    bool: ("yes-no", bool),
}


def changes_as_json(telling: Telling, verdict: Verdict | None = None) -> str:
    """Return what changed as JSON that ends with a newline; letters stand as they are."""
    found, words = telling.diff, telling.words
    before, after = telling.names
    whole = DiffReport(
        version=VERSION,
        before=before,
        after=after,
        changes=tuple(_told(words, change) for change in found.changes),
        gaps=Gaps(tuple(map(entry, found.gaps.new)), tuple(map(entry, found.gaps.closed))),
        scores=_scores(found),
        unread=Unread(*found.unread),
        settings=tuple(Setting(c.what, c.key, c.was, c.now) for c in found.settings),
        verdict=_judged(verdict) if verdict else None,
    )
    return written(msgspec.to_builtins(whole))


def _judged(verdict: Verdict) -> Judged:
    return Judged(verdict.fails, tuple(map(entry, verdict.failing)), fell(verdict.falls))


def _told(words: Words, change: Change) -> Told:
    place, speech = change.place, Speech(words)
    return Told(
        what=change.what,
        thing=_thing(Named(place.ref, place.title)),
        within=tuple(map(_thing, place.within)),
        field=change.field,
        was=_shown(words, change, change.was),
        now=_shown(words, change, change.now),
        who=_thing(change.who) if change.who else None,
        holds=dict(change.holds),
        draft=change.draft,
        better=change.better,
        weight=weight_of(change),
        where=speech.where(change),
        text=speech.what(change),
    )


def _thing(named: Named) -> Thing:
    return Thing(named.ref.kind, named.ref.id, named.ref.journey, plain(named.title))


def _shown(words: Words, change: Change, value: Value | None) -> Shown | None:
    if value is None:
        return None
    type_, plain_value = _typed(value)
    text = value_in_words(words, value, change.field)
    if isinstance(value, Measured):
        unit, day = value.last.unit, value.day.isoformat()
        return Shown(type_, text, plain_value, unit, value.count, day)
    return Shown(type_, text, plain_value, value.unit if isinstance(value, Amount) else "")


def _typed(value: Value) -> tuple[Type, Scalar]:
    """Return what a value is, and what programs read of it."""
    type_, read = _TYPES.get(type(value), ("number", float))
    found = read(value)
    return type_, int(found) if isinstance(found, float) and found.is_integer() else found


def _scores(found: Diff) -> DiffScores:
    journeys = {
        group.thing.ref.id: _scored(group.scores)
        for group in found.groups
        if group.thing.ref.kind == "journey"
    }
    return DiffScores(_scored(found.scores), journeys)


def _scored(scores: tuple[score.Score | None, score.Score | None]) -> Scored:
    was, now = (each and each.percent for each in scores)
    return Scored(was, now)
