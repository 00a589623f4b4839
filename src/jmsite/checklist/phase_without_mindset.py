"""A phase names the state of mind.

## What it checks

Each phase says in `mindset` what state of mind customers are in.

## Why a map suffers without it

Phases differ less by what people do than by what goes on in their heads: exploring and open to
advice, weighing things against their values, committed, then judging what they got. The same page
helps in one state of mind and pushes in another. If two phases have the same one, they may be one
phase.

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
    mindset: Committed, a little nervous about the price
```

## Source

"Customer Journey", the article with the Fairphone example: each phase corresponds to a state of
mind of the customer.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_phase
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each phase for the state of mind in it."""
    for journey, phase in site.phases():
        yield of_phase(journey, phase, holds=bool(phase.mindset))


RULE = Rule(
    code="JM902",
    name="phase-without-mindset",
    profile="standard",
    title="Phase without mindset",
    why="Phases differ by what goes on in people's heads, and so does what helps them.",
    message="the phase “{title}” does not say in what state of mind people are",
    hint="add `mindset`: a few words are enough",
    ask=ask,
    documentation=__doc__,
)
