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


def score(site: Site, verdicts: Iterable[Verdict]) -> Scores:
    """Return the scores that verdicts make; a gap that is waived does not count."""
    held: Counter[Hashable] = Counter()
    asked: Counter[Hashable] = Counter()
    codes = set()
    for verdict in verdicts:
        codes.add(verdict.rule.code)
        if verdict.gap is None or not verdict.gap.waived:
            sums = (None, verdict.rule.code, *verdict.about)
            asked.update(sums)
            held.update(sums if verdict.gap is None else ())

    def of(what: Hashable) -> Score:
        return Score(held[what], asked[what])

    phases = (phase_ref(journey, phase) for journey, phase in site.phases())
    return Scores(
        of(None),
        {id_: of(Ref("journey", id_)) for id_ in site.journeys},
        {ref: of(ref) for ref in phases},
        {code: of(code) for code in sorted(codes)},
    )
