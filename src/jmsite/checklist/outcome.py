"""What the checklist finds, worked out part by part as it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from jmsite.checklist.asking import Verdict, ask_beside, ask_journey
from jmsite.checklist.rule import Rule
from jmsite.checklist.score import Score, Scores, Tally, score, tally
from jmsite.checklist.waivers import useless_waivers, waive
from jmsite.files.store import Same
from jmsite.findings import Finding, in_order
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.site.site import Site


@dataclass(frozen=True)
class Part:
    """The verdicts on one journey, or on all that is not asked of a journey alone."""

    verdicts: tuple[Verdict, ...]

    @cached_property
    def gaps(self) -> tuple[Finding, ...]:
        """The gaps, in order; those that the owner accepts are among them."""
        return in_order(verdict.gap for verdict in self.verdicts if verdict.gap)

    @cached_property
    def tally(self) -> Tally:
        """How many checks were asked, and how many hold."""
        return tally(self.verdicts)


class ChecklistMemory:
    """What the checklist said of each journey, for as long as nothing that it reads changes."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: dict[str, tuple[object, Part]] = {}

    def part(self, site: Site, journey: Journey, rules: tuple[Rule, ...]) -> Part:
        """Return what the rules say of a journey of a site."""
        ground = _ground(site, journey)
        kept = self._parts.get(journey.id)
        if kept is None or kept[0] != ground:
            alone = replace(site, journeys={journey.id: journey})
            kept = (ground, Part(tuple(waive(site, ask_journey(alone, rules)))))
            self._parts[journey.id] = kept
        return kept[1]

    def keep_only(self, journeys: Iterable[str]) -> None:
        """Forget the journeys that are no more."""
        for gone in self._parts.keys() - set(journeys):
            self._parts.pop(gone, None)


def _ground(site: Site, journey: Journey) -> object:
    """Return all that the verdicts on a journey may hang on."""
    kinds = (site.personas, site.channels, site.goals, site.kpis, site.sources, site.opportunities)
    doubts = (site.incomplete, site.incomplete_kinds, site.lost)
    return (Same(journey, site.settings, *kinds), site.today, *doubts)


@dataclass(frozen=True)
class Outcome:
    """What the checklist finds: gaps and what is to be said of waivers, in order, and scores.

    A gap that the owner accepts is among the findings, with the reason in ``waived``. Nothing is
    asked of a journey before somebody wants to know.
    """

    site: Site
    rules: tuple[Rule, ...]
    rule_names: frozenset[str]
    memory: ChecklistMemory

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is found in the site."""
        gaps = tuple(gap for part in self._parts() for gap in part.gaps)
        return in_order((*gaps, *useless_waivers(self.site, gaps, self.rule_names)))

    @cached_property
    def scores(self) -> Scores:
        """The scores of the site and its parts."""
        return score(self.site, (part.tally for part in self._parts()))

    def gaps_about(self, ref: Ref) -> tuple[Finding, ...]:
        """Return the gaps of a thing and of what stands inside it, in order."""
        beside = self._gaps_beside.get(ref.local, ())
        own = self._journey(ref.id).gaps if ref.kind == "journey" else ()
        return in_order((*own, *beside)) if own and beside else own or beside

    def score_of(self, ref: Ref) -> Score | None:
        """Return the score of a journey or phase, None for one that is not in the site."""
        journey = self.site.journeys.get(ref.journey or ref.id)
        phases = (phase.id for phase in (journey and journey.phases) or ())
        if journey is None or (ref.journey and ref.id not in phases):
            return None
        inside, beside = self._journey(journey.id).tally.of(ref), self.beside.tally.of(ref)
        return Score(inside.held + beside.held, inside.asked + beside.asked)

    def in_steps(self) -> Iterator[object]:
        """Work everything out in short pieces, so that whoever does it can stop in between."""
        yield from self._parts()
        yield self.findings
        yield self.scores

    @cached_property
    def beside(self) -> Part:
        """What is said of all that is not asked of a journey alone."""
        return Part(tuple(waive(self.site, ask_beside(self.site, self.rules))))

    def _journey(self, id_: str) -> Part:
        journey = self.site.journeys.get(id_)
        return self.memory.part(self.site, journey, self.rules) if journey else Part(())

    def _parts(self) -> Iterator[Part]:
        yield from map(self._journey, self.site.journeys)
        yield self.beside

    @cached_property
    def _gaps_beside(self) -> Mapping[str, tuple[Finding, ...]]:
        found: dict[str, list[Finding]] = {}
        for gap in self.beside.gaps:
            found.setdefault(gap.about[0], []).append(gap)
        return {local: tuple(gaps) for local, gaps in found.items()}
