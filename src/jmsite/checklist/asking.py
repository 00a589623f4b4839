"""Asks a site the rules that its settings choose, and only what can be known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from jmsite.checklist.doubts import Doubts
from jmsite.checklist.rule import Answer, Ask, Place, Rule
from jmsite.content.markdown import plain
from jmsite.findings import Finding, Location, Related, Severity
from jmsite.model.ids import Ref
from jmsite.model.settings import Checklist
from jmsite.site.site import Site


class Verdict(NamedTuple):
    """One check: a rule asked of one thing, and the gap where it does not hold."""

    rule: Rule
    about: tuple[Ref, ...]
    gap: Finding | None


def severities(rules: Iterable[Rule], settings: Checklist) -> Mapping[str, Severity]:
    """Return the rules that are asked, by code, and how much their gaps weigh.

    What the owner says of a rule counts more than the profile: a rule that the profile leaves
    out is asked as soon as it is given a severity.
    """
    said = {rule.code: _said(rule, settings) for rule in rules}
    return {code: severity for code, severity in said.items() if severity is not None}


def ask_journey(site: Site, rules: Iterable[Rule]) -> Iterator[Verdict]:
    """Yield every check of what stands in the one journey of a site."""
    return _ask(site, ((rule, rule.ask) for rule in rules if rule.reach == "journey"))


def ask_beside(site: Site, rules: Iterable[Rule]) -> Iterator[Verdict]:
    """Yield every other check of a site: of what stands outside of journeys, or compares them."""
    asks = ((rule, rule.ask if rule.reach == "site" else rule.beside) for rule in rules)
    return _ask(site, ((rule, ask) for rule, ask in asks if ask))


def _ask(site: Site, asks: Iterable[tuple[Rule, Ask]]) -> Iterator[Verdict]:
    asks, doubts = tuple(asks), Doubts(site)
    asked = severities((rule for rule, _ in asks), site.settings.checklist)
    for rule, ask in asks:
        if rule.code in asked and not doubts.about_rule(rule):
            for answer in ask(site):
                if answer.holds:
                    yield Verdict(rule, answer.about, None)
                elif not doubts.about_gap(rule, answer):
                    yield Verdict(rule, answer.about, _gap(site, rule, asked[rule.code], answer))


def _said(rule: Rule, settings: Checklist) -> Severity | None:
    level = settings.rules.get(rule.name) or settings.rules.get(rule.code)
    if level == "off":
        return None
    if level:
        return Severity[level.upper()]
    return rule.severity if rule.is_asked_by(settings.profile) else None


def _gap(site: Site, rule: Rule, severity: Severity, answer: Answer) -> Finding:
    words = {**answer.words, "title": plain(answer.words["title"])}
    return Finding(
        rule.code,
        rule.name,
        severity,
        rule.message.format_map(words),
        _look_up(site, answer.at),
        hint=rule.hint.format_map(words),
        related=tuple(Related(_look_up(site, at), text) for at, text in answer.related),
        about=tuple(ref.local for ref in answer.about),
        words=words,
    )


def _look_up(site: Site, place: Place) -> Location:
    return site.where(place.ref, *place.field)
