"""A journey names at least one persona.

## What it checks

Each journey lists in `personas` who takes it.

## Why a map suffers without it

A journey that nobody takes is a process description. Who the people are decides what they need,
what annoys them and which channels they reach for; without a persona every other lane of the map
is about an average that does not exist, and nobody can say whether the map is true.

It is also where a conversation about a map begins: “whose journey is this?”

## The gap

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
```

## Mended

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
personas: [camille]
```

## Source

"Checklist of what a journey map must hold", item 1: identify prospects and customers; segments
come first, since one cannot address people one does not know.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_journey
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each journey who takes it."""
    for journey in site.journeys.values():
        yield of_journey(journey, holds=bool(journey.personas))


RULE = Rule(
    code="JM101",
    name="journey-without-persona",
    profile="essential",
    title="Journey without persona",
    why="Without somebody who takes it, a journey describes a process and not an experience.",
    message="the journey “{title}” names no persona",
    hint="say who takes it: `personas: [camille]`, with the ids of personas",
    ask=ask,
    reads=("personas",),
    documentation=__doc__,
)
