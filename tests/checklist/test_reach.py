"""How far rules reach: what is asked of one journey must not hang on another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from jmsite.build import Options, check
from jmsite.checklist import RULES, Rule
from jmsite.checklist.rule import Answer
from jmsite.files.tree import FolderTree
from jmsite.site.site import Site

EXAMPLE = Path(__file__).parents[2] / "example_site"


@pytest.fixture(scope="module")
def site() -> Site:
    """Return a site of several journeys, most rules of which have something to say."""
    return check(FolderTree(EXAMPLE), Options()).loaded.site


def told(answers: Iterable[Answer]) -> Counter[str]:
    """Return answers so that their order does not matter."""
    return Counter(map(repr, answers))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_that_reaches_for_a_journey_says_the_same_of_it_alone(
    site: Site, rule: Rule
) -> None:
    """Such a rule is asked of each journey by itself, and only of those that changed."""
    if rule.reach == "site":
        assert rule.beside is None, "it is asked of the whole site as it is"
        return
    every = Counter[str]()
    for journey in site.journeys.values():
        every += told(rule.ask(replace(site, journeys={journey.id: journey})))
    assert told(rule.ask(site)) == every
    assert all(answer.about[0].kind == "journey" for answer in rule.ask(site))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_what_is_asked_beside_journeys_does_not_hang_on_them(site: Site, rule: Rule) -> None:
    """What a rule asks beside journeys is about other things."""
    answers = list(rule.beside(site)) if rule.beside else []
    assert all(answer.about[0].kind != "journey" for answer in answers)
    assert told(rule.beside(replace(site, journeys={})) if rule.beside else ()) == told(answers)
