"""Some journey follows each persona.

## What it checks

Each persona stands in the `personas` of at least one journey.

## Why a map suffers without it

A persona that no journey follows was worth an effort once and is worth nothing to a reader now:
either a map is missing, or the persona describes people whom the company has stopped serving.
Both are worth a decision.

## The gap

```yaml
# content/personas.yml
camille: {title: Camille, segment: Buys for the planet}
marc: {title: Marc, segment: Buys for his staff}
```

## Mended

```yaml
# content/personas.yml
camille: {title: Camille, segment: Buys for the planet}
marc: {title: Marc, segment: Buys for his staff}
```

```yaml
# content/journeys/fleet/index.md
title: Equipping a team
personas: [marc]
```

## Source

"Checklist of what a journey map must hold", item 1: identify prospects and customers.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_thing
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask of each persona whether a journey follows it."""
    followed = {id_ for journey in site.journeys.values() for id_ in journey.personas or ()}
    for persona in site.personas.values():
        yield of_thing("persona", persona, holds=persona.id in followed)


RULE = Rule(
    code="JM103",
    name="unused-persona",
    profile="thorough",
    title="Unused persona",
    why="A persona whom no journey follows is a map that is missing or a persona too many.",
    message="no journey follows the persona “{title}”",
    hint="add it to the `personas` of a journey, or remove it",
    ask=ask,
    reach="site",
    needs=("journey",),
    reads=("personas",),
    documentation=__doc__,
)
