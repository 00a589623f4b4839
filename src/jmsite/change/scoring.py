"""How complete something was and is, in words."""

from __future__ import annotations

from jmsite.change.gaps import FindingChanges
from jmsite.checklist.score import Score
from jmsite.words import Words


def score_in_words(words: Words, scores: tuple[Score | None, Score | None]) -> str:
    """Return how complete something was and is; empty where that is the same or not known."""
    before, after = (None if score is None else score.percent for score in scores)
    if before is None or after is None or before == after:
        return ""
    shown = {"before": words.percent(before / 100), "after": words.percent(after / 100)}
    return words("changes.score", **shown)


def site_score_in_words(
    words: Words, scores: tuple[Score | None, Score | None], gaps: FindingChanges
) -> str:
    """Return how complete a site was and is; empty where that is not known or not asked.

    Where no gap that is told makes it another, it is said what does.
    """
    was, now = scores
    if was is None or now is None or now.percent is None:
        return ""
    told = score_in_words(words, scores)
    if not told:
        return words("changes.score_same", after=words.percent(now.percent / 100))
    reason = _reason(was, now, gaps)
    return words(f"changes.score_as.{reason}", score=told) if reason else told


def _reason(was: Score, now: Score, gaps: FindingChanges) -> str:
    """Return what makes a score another; empty where gaps that are told do, or nobody knows."""
    fell = now.held * was.asked < was.held * now.asked
    if gaps.new or (gaps.closed and not fell) or now.asked == was.asked:
        return ""
    if now.asked < was.asked:
        return "better_gone" if fell else "worse_gone"
    return "" if fell else "better_new"
