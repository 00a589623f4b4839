"""A phase has an emotion.

## What it checks

Each phase, or one of its touchpoints, gives an `emotion`.

## Why a map suffers without it

For more than two customers in three, emotion makes up more than half of the experience. A phase
without one is a gap in the curve, and a curve with gaps cannot show the two things it is drawn
for: where people fall, and how they leave.

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
    emotion: {score: -1, quote: "Delivery costs appear at the last step"}
```

## Source

"Qu'est-ce qu'un bon parcours client digital ?" (ChayAll, 2021): the emotions that consumers
express belong on the map; for 69% of customers they are more than half of the experience.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_phase
from jmsite.checklist.rule import Answer, Rule
from jmsite.checklist.scope import said_in
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each phase how people feel in it."""
    for journey, phase in site.phases():
        holds = any(thing.emotion for thing in said_in(phase))
        yield of_phase(journey, phase, holds=holds)


RULE = Rule(
    code="JM901",
    name="phase-without-emotion",
    profile="essential",
    title="Phase without emotion",
    why="For most customers, how it feels is more than half of the experience.",
    message="the phase “{title}” does not say how people feel",
    hint=(
        "add `emotion`, from -2 (very frustrated) to 2 (very satisfied), to the phase or to a"
        " touchpoint in it"
    ),
    ask=ask,
    whole=("phase",),
    reads=("emotion",),
    documentation=__doc__,
)
