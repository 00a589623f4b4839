"""A goal is pursued somewhere.

## What it checks

Each goal stands in the `goals` of a journey, a phase or a persona.

## Why a map suffers without it

A goal in the list that no journey pursues is a promise nobody keeps: either a phase serves it and
does not say so, or the strategy and the journeys have come apart.

## The gap

```yaml
# content/goals.yml
know-the-price: {title: Know what it costs in all}
```

## Mended

```yaml
# content/goals.yml
know-the-price: {title: Know what it costs in all}
```

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - {title: Decision, goals: [know-the-price]}
```

## Source

"Checklist of what a journey map must hold", item 5: the map is built in the light of the
customer's goals.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_thing
from jmsite.checklist.rule import Answer, Rule
from jmsite.model.ids import Ref
from jmsite.site.site import Site

_PURSUERS = ("journey", "phase", "persona")


def ask(site: Site) -> Iterator[Answer]:
    """Ask each goal who pursues it."""
    for goal in site.goals.values():
        pursued = (mention.by.kind for mention in site.mentions_of(Ref("goal", goal.id)))
        yield of_thing("goal", goal, holds=any(kind in _PURSUERS for kind in pursued))


RULE = Rule(
    code="JM504",
    name="unused-goal",
    profile="thorough",
    title="Unused goal",
    why="A goal that no journey pursues is a promise nobody keeps.",
    message="nothing pursues the goal “{title}”",
    hint="name it in the `goals` of the journey or phase that serves it, or remove it",
    ask=ask,
    reach="site",
    needs=("journey", "phase", "persona"),
    reads=("goals",),
    documentation=__doc__,
)
