"""Whether a check of a change fails, and on what, in a line."""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.change.ratchet import Fall, Verdict
from jmsite.change.speech import shortened
from jmsite.words import Words

# So many journeys whose score fell are named.
_NAMED = 3


def verdict_in_words(words: Words, verdict: Verdict) -> str:
    """Return that a check passes, or that it fails and on what."""
    if not verdict.fails:
        return words("review.passes")
    return words("review.fails", why=" · ".join(_reasons(words, verdict)))


def _reasons(words: Words, verdict: Verdict) -> Iterator[str]:
    mistakes = sum(finding.is_form for finding in verdict.failing)
    if mistakes:
        yield words("review.mistakes", count=mistakes)
    if gaps := len(verdict.failing) - mistakes:
        level = words(f"rule_level.{verdict.level}")
        yield words("review.or_above", what=words("changes.new_gaps", count=gaps), level=level)
    if verdict.falls:
        yield words("review.falls", count=len(verdict.falls), what=_named(words, verdict.falls))


def _named(words: Words, falls: tuple[Fall, ...]) -> str:
    named = [_fall(words, fall) for fall in falls[:_NAMED]]
    if len(falls) > _NAMED:
        named.append(words("changes.more", count=len(falls) - _NAMED))
    return "; ".join(named)


def _fall(words: Words, fall: Fall) -> str:
    before, after = (words.percent(score / 100) for score in (fall.before, fall.after))
    return words("review.fall", journey=shortened(fall.title), before=before, after=after)
