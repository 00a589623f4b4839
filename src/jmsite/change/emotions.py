"""What differs between two feelings: everyone's, or each persona's."""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.change.change import Change
from jmsite.change.lists import has_lost
from jmsite.change.pairing import Pairing, Seen, named
from jmsite.change.values import Named, Score, Text
from jmsite.model.emotion import Emotion, Emotions
from jmsite.model.ids import Ref

_Felt = dict[str, Emotion]
# Stands for all who go through a journey.
EVERYONE = ""


def of_emotions(pair: Pairing, was: Emotions | None, now: Emotions | None) -> Iterator[Change]:
    """Yield how a feeling differs.

    Where one side tells personas apart, a feeling of everyone is that of each persona of the
    journey. Of one who has left the journey that is told there, and not at each place in it.
    """
    both = {EVERYONE} if _is_of_all(was) and _is_of_all(now) else set()
    before = _felt(pair.before, was, apart=not both)
    after = _felt(pair.after, now, apart=not both)
    left = set(_personas(pair.before)).difference(_personas(pair.after), after)
    sides = ((pair.before, before), (pair.after, after))
    for who in dict.fromkeys((*after, *before)):
        may_be_lost = any(who not in felt and has_lost(seen, "emotion") for seen, felt in sides)
        if who not in left and not may_be_lost:
            person = None if who == EVERYONE else named(pair.after.side, Ref("persona", who))
            yield from _of_one(pair, before.get(who), after.get(who), person)


def _is_of_all(emotions: Emotions | None) -> bool:
    return emotions is None or emotions.everyone is not None


def _felt(seen: Seen, emotions: Emotions | None, *, apart: bool) -> _Felt:
    """Return who feels what, by the ids that personas have after."""
    if emotions is None:
        return {}
    if emotions.everyone is None:
        return {_after(seen, who): felt for who, felt in emotions.by_persona}
    people = _personas(seen) if apart else ()
    return dict.fromkeys(people or [EVERYONE], emotions.everyone)


def _personas(seen: Seen) -> tuple[str, ...]:
    """Return who goes through the journey, by the ids that they have after."""
    journey = seen.side.site.journeys[seen.item.ref.journey]
    return tuple(_after(seen, who) for who in journey.personas or ())


def _after(seen: Seen, persona: str) -> str:
    return seen.reading.thing(persona, "persona").id


def _of_one(
    pair: Pairing, was: Emotion | None, now: Emotion | None, who: Named | None
) -> Iterator[Change]:
    if was is None or now is None:
        if was is not now:
            what = "said" if was is None else "unsaid"
            felt = (was and Score(was.score)), (now and Score(now.score))
            yield pair.change(what, field="emotion", was=felt[0], now=felt[1], who=who)  # type: ignore[arg-type]  # one of What
        return
    if was.score != now.score:
        yield pair.change(
            "changed", field="emotion", was=Score(was.score), now=Score(now.score), who=who
        )
    for field in ("label", "quote"):
        yield from _of_words(pair, field, getattr(was, field), getattr(now, field), who)


def _of_words(pair: Pairing, field: str, was: str, now: str, who: Named | None) -> Iterator[Change]:
    if pair.before.reading.prose(was) != pair.after.reading.prose(now):
        what = "said" if not was else "unsaid" if not now else "changed"
        texts = (Text(was) if was else None), (Text(now) if now else None)
        yield pair.change(what, field=field, was=texts[0], now=texts[1], who=who)  # type: ignore[arg-type]  # one of What
