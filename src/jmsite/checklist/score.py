"""The score: the share of checks that hold, for the site, its journeys and its phases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from jmsite.checklist.asking import Verdict
from jmsite.model.ids import Ref
from jmsite.site.site import Site, phase_ref


class Score(NamedTuple):
    """How many checks hold of those that were asked."""

    held: int = 0
    asked: int = 0

    @property
    def percent(self) -> int | None:
        """Return the share that holds in whole per cent, rounded down; None where none applies."""
        return self.held * 100 // self.asked if self.asked else None


@dataclass(frozen=True)
class Scores:
    """The scores of a site.

    ``journeys`` are by id and cover what stands inside; ``phases`` are by the name of the phase.
    ``rules`` holds for each rule that was asked how often it holds, by code.
    """

    site: Score
    journeys: Mapping[str, Score]
    phases: Mapping[Ref, Score]
    rules: Mapping[str, Score]


@dataclass(frozen=True)
class Tally:
    """Sums of checks by what they count for: a thing, a rule's code, or the site (None)."""

    held: Counter[Hashable]
    asked: Counter[Hashable]
    codes: frozenset[str]

    def of(self, what: Hashable) -> Score:
        """Return the score of what the checks count for."""
        return Score(self.held[what], self.asked[what])


def tally(verdicts: Iterable[Verdict]) -> Tally:
    """Return the sums of verdicts; a gap that is waived does not count."""
    held: Counter[Hashable] = Counter()
    asked: Counter[Hashable] = Counter()
    codes = set()
    for verdict in verdicts:
        codes.add(verdict.rule.code)
        if verdict.gap is None or not verdict.gap.waived:
            sums = (None, verdict.rule.code, *verdict.about)
            asked.update(sums)
            held.update(sums if verdict.gap is None else ())
    return Tally(held, asked, frozenset(codes))


def score(site: Site, tallies: Iterable[Tally]) -> Scores:
    """Return the scores that the checks of all parts of a site make."""
    tallies = tuple(tallies)
    held: Counter[Hashable] = Counter()
    asked: Counter[Hashable] = Counter()
    for each in tallies:
        held.update(each.held)
        asked.update(each.asked)
    whole = Tally(held, asked, frozenset(code for each in tallies for code in each.codes))
    phases = (phase_ref(journey, phase) for journey, phase in site.phases())
    return Scores(
        whole.of(None),
        {id_: whole.of(Ref("journey", id_)) for id_ in site.journeys},
        {ref: whole.of(ref) for ref in phases},
        {code: whole.of(code) for code in sorted(whole.codes)},
    )
