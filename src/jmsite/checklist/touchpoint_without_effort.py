"""Effort is known where the customer does something.

## What it checks

Each touchpoint with `initiator: customer` gives its `effort`, from 1 (easy) to 5 (hard).

## Why a map suffers without it

What level of effort did it take the customer, at each step? People forgive a great deal and
remember what was tedious. Effort rated touchpoint by touchpoint shows at a glance where a journey
is uphill, and whether the hard parts come where the customer's will is strongest or weakest.

## The gap

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
    touchpoints:
      - {title: Order page, channel: website, initiator: customer}
```

## Mended

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
    touchpoints:
      - {title: Order page, channel: website, initiator: customer, effort: 4}
```

## Source

"Les secrets du parcours client (1/5)" (L'Usine Digitale, 2016): what level of effort did the
customer have to make at each step?
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_touchpoint
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each touchpoint that customers start what it costs them."""
    for journey, phase, touchpoint in site.touchpoints():
        if touchpoint.initiator == "customer":
            yield of_touchpoint(journey, phase, touchpoint, holds=touchpoint.effort is not None)


RULE = Rule(
    code="JM304",
    name="touchpoint-without-effort",
    profile="thorough",
    title="Touchpoint without effort",
    why="Customers remember what was tedious, and effort shows where a journey is uphill.",
    message="the touchpoint “{title}” does not say how much effort it costs the customer",
    hint="add `effort`, from 1 (easy) to 5 (hard)",
    ask=ask,
    documentation=__doc__,
)
