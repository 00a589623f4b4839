"""A phase says how the company is perceived in it.

## What it checks

Each phase, or one of its touchpoints, gives a `perception`.

## Why a map suffers without it

Emotion is how people feel; perception is what they think of you while they feel it. Somebody can
be impatient and trust the company, or be pleased and think it a little cheap. What customers
perceive at each step is the part of a brand that no campaign decides.

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
    perception: Honest about the product, vague about what it costs in all
```

## Source

"Qu'est-ce qu'un bon parcours client digital ?" (ChayAll, 2021): the customer's perception at each
of the steps belongs on the map.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_phase
from jmsite.checklist.rule import Answer, Rule
from jmsite.checklist.scope import said_in
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each phase how the company is perceived in it."""
    for journey, phase in site.phases():
        holds = any(thing.perception for thing in said_in(phase))
        yield of_phase(journey, phase, holds=holds)


RULE = Rule(
    code="JM904",
    name="phase-without-perception",
    profile="thorough",
    title="Phase without perception",
    why="What customers think of a company at each step is the brand that no campaign decides.",
    message="the phase “{title}” does not say how the company is perceived",
    hint="add `perception`, to the phase or to a touchpoint in it",
    ask=ask,
    whole=("phase",),
    documentation=__doc__,
)
