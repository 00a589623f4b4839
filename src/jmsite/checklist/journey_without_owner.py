"""Someone answers for the map.

## What it checks

Each journey names a person or a team in `owner`.

## Why a map suffers without it

Maps go stale because nobody is late with them. An owner is who gets the question when a figure
looks wrong, who reviews the map twice a year and who says no when a change would break it. It is
the cheapest line on the map and the one that decides whether it lives.

## The gap

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
```

## Mended

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
owner: Customer experience
```

## Source

Practice of map makers; "Checklist of what a journey map must hold", item 7: leave room for
change.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_journey
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each journey who answers for it."""
    for journey in site.journeys.values():
        yield of_journey(journey, holds=bool(journey.owner))


RULE = Rule(
    code="JM701",
    name="journey-without-owner",
    profile="essential",
    title="Journey without owner",
    why="A map that nobody answers for goes stale.",
    message="nobody answers for the journey “{title}”",
    hint="name a person or a team in `owner`",
    ask=ask,
    documentation=__doc__,
)
