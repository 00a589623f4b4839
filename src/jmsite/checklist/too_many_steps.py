"""A map has at most 20 steps, else a sub-journey.

## What it checks

The steps of a journey are counted as its map shows them: a step that is divided counts as its
sub-steps.

## Why a map suffers without it

A map is made to be taken in by people who stand in front of it together. Beyond some twenty
columns nobody sees the whole any more, the curve becomes a saw, and the discussion goes to
details. A part that needs so much attention deserves a journey of its own, to which a single step
leads.

## The gap

```yaml
# jmsite.yml
title: Our journeys
today: 2026-11-01
checklist: {profile: thorough, thresholds: {steps: 2}}
```

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
    steps: [{title: Compare}, {title: Order}, {title: Pay}]
```

## Mended

```yaml
# jmsite.yml
title: Our journeys
today: 2026-11-01
checklist: {profile: thorough, thresholds: {steps: 2}}
```

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
    steps: [{title: Compare}, {title: Order, journey: checkout}]
```

```yaml
# content/journeys/checkout/index.md
title: From basket to receipt
parent: fairphone
phases:
  - title: Checkout
    steps: [{title: Enter the address}, {title: Pay}]
```

## Options

`thresholds: {steps: 20}` under `checklist` in `jmsite.yml`: the most steps that a map may show.

## Source

Practice of map makers.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_journey
from jmsite.checklist.limits import limits
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.site import Site, all_steps


def ask(site: Site) -> Iterator[Answer]:
    """Ask each journey how many steps its map shows."""
    most = limits(site).steps
    for journey in site.journeys.values():
        steps = (step for phase in journey.phases or () for step in all_steps(phase))
        count = sum(not step.steps for step in steps)
        words = {"count": str(count), "limit": str(most)}
        yield of_journey(journey, holds=count <= most, **words)


RULE = Rule(
    code="JM403",
    name="too-many-steps",
    profile="thorough",
    title="Too many steps",
    why="A map that cannot be taken in at once is not read as a whole.",
    message="the map of “{title}” has {count} steps, more than {limit}",
    hint=(
        "move a part into a journey of its own (`parent`), and let one step lead to it (`journey`)"
    ),
    ask=ask,
    documentation=__doc__,
)
