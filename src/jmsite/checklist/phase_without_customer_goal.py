"""A phase names what the customer wants in it.

## What it checks

Each phase lists in `goals` at least one goal of the customer: a text, or the id of a goal that is
not `of: business`.

## Why a map suffers without it

A journey map is built around what customers want, rather than describing what the company does.
Without knowing why somebody is there, it cannot be told whether a phase goes well: a quick answer
pleases who compares and annoys who seeks advice. Goals of the business are welcome on the map;
they do not stand in for the customer's.

## The gap

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
```

## Mended

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
    goals: [Know what it costs in all before paying]
```

## Source

"Checklist of what a journey map must hold", item 5: define the customer's goals; the map is built
on them and not on internal strategy.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_phase
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each phase what the customer wants in it."""
    for journey, phase in site.phases():
        holds = any(_is_of_customers(site, goal) for goal in phase.goals or ())
        yield of_phase(journey, phase, holds=holds)


def _is_of_customers(site: Site, goal: str) -> bool:
    """Tell whether a goal, named or written out, is the customer's: what is written out is."""
    named = site.goals.get(goal)
    return named is None or named.of == "customer"


RULE = Rule(
    code="JM501",
    name="phase-without-customer-goal",
    profile="essential",
    title="Phase without customer goal",
    why="Without what the customer wants, nobody can tell whether a phase goes well.",
    message="the phase “{title}” does not say what the customer wants",
    hint="add `goals`: in the customer's words, or the id of a goal of customers",
    ask=ask,
    reads=("goals",),
    documentation=__doc__,
)
