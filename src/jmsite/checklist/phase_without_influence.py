"""A phase before the decision names what influences it.

## What it checks

Each phase with `stage: before` lists `influences`.

## Why a map suffers without it

Before people decide they listen: to reviews and friends, to their values, to what others buy.
Identifying the factors that sway a purchase is the first task when one models a journey, because
it shows where a company is spoken of and cannot answer, and where it could.

## The gap

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Evaluation
    stage: before
```

## Mended

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Evaluation
    stage: before
    influences: [Tests in magazines, A friend who has one]
```

## Source

"Les secrets du parcours client (1/5)" (L'Usine Digitale, 2016): identify the factors that
influence customers in their decisions; "Customer Journey", the article with the Fairphone
example: open to the opinion of others, swayed by values and beliefs.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_phase
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each phase before the decision what sways people in it."""
    for journey, phase in site.phases():
        if phase.stage == "before":
            yield of_phase(journey, phase, holds=bool(phase.influences))


RULE = Rule(
    code="JM905",
    name="phase-without-influence",
    profile="thorough",
    title="Phase without influences",
    why=(
        "What sways people before they decide shows where a company is spoken of and cannot answer."
    ),
    message="the phase “{title}” names nothing that influences the decision",
    hint="add `influences`: who and what people listen to before they decide",
    ask=ask,
    documentation=__doc__,
)
