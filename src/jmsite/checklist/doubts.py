"""What a site cannot tell because something in it is wrong: a rule that needs it keeps silent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from jmsite.checklist.rule import Answer, Rule
from jmsite.model.ids import Ref
from jmsite.site.site import Site, journey_ref, phase_ref, touchpoint_ref


class Doubts:
    """What had to be left out of a site: whole things, and references that lead nowhere.

    A mistake is told once, where it was made. A gap that may only be there because of it is not
    told as well.
    """

    def __init__(self, site: Site) -> None:
        self._site = site
        self._lost = _lost_inside(site)
        self._lost_anywhere = frozenset(name for names in site.lost.values() for name in names)

    @property
    def any(self) -> bool:
        """Tell whether anything was left out at all."""
        return bool(self._site.incomplete or self._site.incomplete_kinds or self._lost_anywhere)

    def about_rule(self, rule: Rule) -> bool:
        """Tell whether a rule that looks through the whole site may miss what it looks for."""
        missing = not all(self._site.complete(kind) for kind in rule.needs)
        return missing or bool(rule.needs and not self._lost_anywhere.isdisjoint(rule.reads))

    def about_gap(self, rule: Rule, answer: Answer) -> bool:
        """Tell whether a gap may be one only because something around it was left out."""
        if not all(self._site.whole(ref) for ref in answer.about if ref.kind in rule.whole):
            return True
        return not self._lost.get(_scope(answer), frozenset()).isdisjoint(rule.reads)


def _scope(answer: Answer) -> Ref:
    """Return what a rule looks through to answer: the phase around a thing, else the outermost."""
    return answer.about[:2][-1]


def _lost_inside(site: Site) -> Mapping[Ref, set[str]]:
    """Return the fields that have lost a reference, for each thing and what it stands in."""
    lost: dict[Ref, set[str]] = defaultdict(set)
    for ref, names in site.lost.items():
        lost[ref] |= names
    if lost:
        for journey, phase, touchpoint in site.touchpoints():
            lost[phase_ref(journey, phase)] |= lost[touchpoint_ref(journey, touchpoint)]
        for journey, phase in site.phases():
            lost[journey_ref(journey)] |= lost[phase_ref(journey, phase)]
    return lost
