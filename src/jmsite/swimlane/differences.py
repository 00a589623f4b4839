"""What differs between two things that are the same: fields of phases, touchpoints and pains."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jmsite.model.emotion import Emotions
from jmsite.model.pain_point import PainPoint
from jmsite.model.phase import Phase
from jmsite.model.touchpoint import Touchpoint
from jmsite.model.units import Duration
from jmsite.swimlane.changes import Change, ChangeKind, ChangeValue, Place, ThingKind
from jmsite.swimlane.matching import words_of


class Both(NamedTuple):
    """The same thing on both maps."""

    thing: ThingKind
    before: Place
    after: Place

    def change(
        self, kind: ChangeKind, was: ChangeValue, now: ChangeValue, persona: str = ""
    ) -> Change:
        """Return a difference of this thing."""
        return Change(kind, self.thing, self.before, self.after, was, now, persona)


def of_phases(both: Both, before: Phase, after: Phase) -> Iterator[Change]:
    """Yield what differs between two phases, apart from what stands in them."""
    yield from _renamed(both)
    yield from _emotions(both, before.emotion, after.emotion)
    yield from _lengths(both, "duration", before.duration, after.duration)


def of_touchpoints(both: Both, before: Touchpoint, after: Touchpoint) -> Iterator[Change]:
    """Yield what differs between two touchpoints, apart from their phase and pain points."""
    yield from _renamed(both)
    yield from _values(both, "channel", before.channel, after.channel)
    yield from _emotions(both, before.emotion, after.emotion)
    yield from _values(both, "moment-of-truth", before.moment_of_truth, after.moment_of_truth)
    yield from _values(both, "effort", before.effort, after.effort)
    yield from _lengths(both, "wait", before.wait, after.wait)
    yield from _lengths(both, "duration", before.duration, after.duration)
    yield from _values(both, "drop-off", before.drop_off, after.drop_off)
    yield from _values(both, "initiator", before.initiator, after.initiator)
    yield from _values(both, "optional", before.optional, after.optional)


def of_pains(both: Both, before: PainPoint, after: PainPoint) -> Iterator[Change]:
    """Yield what differs between two pain points, apart from where they hurt."""
    yield from _renamed(both)
    yield from _values(both, "severity", before.severity, after.severity)
    yield from _values(both, "bottleneck", before.bottleneck, after.bottleneck)


def _renamed(both: Both) -> Iterator[Change]:
    """Yield another title; a capital or a comma more is none."""
    was, now = both.before.title, both.after.title
    if was != now and (words_of(was) != words_of(now) or not words_of(was)):
        yield both.change("renamed", was, now)


def _values(both: Both, kind: ChangeKind, was: ChangeValue, now: ChangeValue) -> Iterator[Change]:
    """Yield another value; what one side does not say is no difference, only not known there."""
    if was is not None and now is not None and was != now:
        yield both.change(kind, was, now)


def _lengths(
    both: Both, kind: ChangeKind, was: Duration | None, now: Duration | None
) -> Iterator[Change]:
    """Yield another length of time; an hour is sixty minutes."""
    if was and now and was.seconds != now.seconds:
        yield both.change(kind, was, now)


def _emotions(both: Both, was: Emotions | None, now: Emotions | None) -> Iterator[Change]:
    """Yield how a feeling differs, of everyone or of each persona whom one side tells apart."""
    if was is None or now is None:
        return
    told = [who for emotions in (was, now) for who, _ in emotions.by_persona]
    for who in dict.fromkeys(told or [""]):
        felt, feels = was.of(who), now.of(who)
        if felt and feels and felt.score != feels.score:
            yield both.change("emotion", felt.score, feels.score, who)
