"""A journey marks its key moments.

## What it checks

In each journey at least one touchpoint says `moment_of_truth: true`.

## Why a map suffers without it

Not all touchpoints weigh the same. There are a few at which customers are won or lost, and a map
on which all look alike spreads attention evenly, which is to say wrongly. Choosing them is the
most useful quarrel that a team can have over a map.

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
      - {title: Order page, channel: website, moment_of_truth: true}
```

## Source

"Qu'est-ce que le parcours client ?": the process has to take the key moments of the customer into
account.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_journey
from jmsite.checklist.rule import Answer, Rule
from jmsite.checklist.scope import touchpoints_of
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each journey for a touchpoint at which customers are won or lost."""
    for journey in site.journeys.values():
        marked = (touchpoint.moment_of_truth for _, touchpoint in touchpoints_of(journey))
        yield of_journey(journey, holds=any(marked))


RULE = Rule(
    code="JM903",
    name="journey-without-moment-of-truth",
    profile="standard",
    title="Journey without moment of truth",
    why="Where all touchpoints look alike, attention is spread evenly and therefore wrongly.",
    message="the journey “{title}” marks no moment of truth",
    hint="add `moment_of_truth: true` to the touchpoints at which customers are won or lost",
    ask=ask,
    whole=("journey",),
    documentation=__doc__,
)
