"""A future state names its current counterpart.

## What it checks

Each journey with `state: future` names in `compare_with` a journey of the current state.

## Why a map suffers without it

A future without a present is a wish. What makes it a plan is the difference: which pains go,
which touchpoints come, what it costs customers to get there. Put side by side, the two maps show
it phase by phase.

## The gap

```yaml
# content/journeys/fairphone-future/index.md
title: Buying a Fairphone in two years
state: future
```

## Mended

```yaml
# content/journeys/fairphone-future/index.md
title: Buying a Fairphone in two years
state: future
compare_with: fairphone
```

## Source

Practice of map makers.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_journey
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each journey of the future for the journey of today."""
    for journey in site.journeys.values():
        if journey.state == "future":
            today = site.journeys.get(journey.compare_with)
            holds = today is not None and today.state == "current"
            yield of_journey(journey, "compare_with", holds=holds)


RULE = Rule(
    code="JM703",
    name="future-without-current",
    profile="standard",
    title="Future state without current state",
    why="Only beside the present does a future show what has to change.",
    message="the future journey “{title}” names no current counterpart",
    hint="map how it is today and name that journey in `compare_with`",
    ask=ask,
    reach="site",
    reads=("compare_with",),
    documentation=__doc__,
)
