"""A phase says what the customer does.

## What it checks

Each phase lists `steps`. Phases of journeys that detail another (`parent`) and of journeys of
employees alone are not asked.

## Why a map suffers without it

A map that lists contacts without saying what people are busy with sees them through the company's
eyes. Steps name what the customer does, from noticing a need to telling friends: they are the
thread on which touchpoints, questions and feelings are strung, and they head the columns of the
map.

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
    steps:
      - title: Compare prices
      - title: Order
```

## Source

"Qu'est-ce qu'un bon parcours client digital ?" (ChayAll, 2021): the steps that the customer
follows belong on the map; "Qu'est-ce que le parcours client ?": all steps and actions that a
customer undertakes.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_phase
from jmsite.checklist.rule import Answer, Rule
from jmsite.checklist.scope import customer_phases
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each phase what the customer does in it."""
    for journey, phase in customer_phases(site):
        yield of_phase(journey, phase, holds=bool(phase.steps))


RULE = Rule(
    code="JM402",
    name="phase-without-step",
    profile="standard",
    title="Phase without step",
    why="Without what people do, a map sees them through the company's eyes.",
    message="the phase “{title}” does not say what the customer does",
    hint="list it in `steps`, each with a title in the customer's words",
    ask=ask,
    documentation=__doc__,
)
