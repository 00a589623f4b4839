"""A journey rests on at least one source.

## What it checks

The journey, or a phase, touchpoint or pain point in it, names a source in `evidence`.

## Why a map suffers without it

A map that was drawn in a meeting shows how the company thinks its customers live. That is a good
beginning, and a bad basis for spending money. Surveys, the notes of sales and support, the CRM:
context is everything, and one source is enough to begin to tell what is known from what is
supposed.

## The gap

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
```

## Mended

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
evidence: [survey-2026]
```

## Source

"Checklist of what a journey map must hold", item 6: collect data from the CRM, from sales,
marketing and support.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_journey
from jmsite.checklist.rule import Answer, Rule
from jmsite.checklist.scope import cited_in
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each journey what it rests on."""
    for journey in site.journeys.values():
        yield of_journey(journey, holds=bool(cited_in(journey)))


RULE = Rule(
    code="JM601",
    name="journey-without-evidence",
    profile="essential",
    title="Journey without evidence",
    why="A map without a source shows how the company thinks its customers live.",
    message="the journey “{title}” rests on no source",
    hint=(
        "describe a source in `content/sources/` and name it in `evidence`, here or further inside"
    ),
    ask=ask,
    whole=("journey",),
    reads=("evidence",),
    documentation=__doc__,
)
