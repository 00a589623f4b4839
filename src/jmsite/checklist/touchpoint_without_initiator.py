"""A touchpoint says who starts it.

## What it checks

Each touchpoint says in `initiator` whether the `customer` or the `company` starts it.

## Why a map suffers without it

A newsletter and a call to the hotline may carry the same words, and yet they are opposites: one
reaches out to people who may not want it, the other answers somebody who does. Mixing the two
hides both how much the company talks without being asked and how often customers have to ask.

## The gap

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
    touchpoints:
      - {title: Order page, channel: website}
```

## Mended

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
    touchpoints:
      - {title: Order page, channel: website, initiator: customer}
```

## Source

"Qu'est-ce qu'un bon parcours client digital ?" (ChayAll, 2021): contacts are outgoing, started by
the company, or incoming, started by the customer.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_touchpoint
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each touchpoint who starts it."""
    for journey, phase, touchpoint in site.touchpoints():
        yield of_touchpoint(journey, phase, touchpoint, holds=touchpoint.initiator is not None)


RULE = Rule(
    code="JM202",
    name="touchpoint-without-initiator",
    profile="standard",
    title="Touchpoint without initiator",
    why="A contact that customers seek and one that the company starts call for different care.",
    message="the touchpoint “{title}” does not say who starts it",
    hint="add `initiator: customer` or `initiator: company`",
    ask=ask,
    documentation=__doc__,
)
