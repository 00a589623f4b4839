"""Before, during and after are all covered.

## What it checks

Each journey has a phase with `stage: before`, one with `during` and one with `after`; it is asked
once for each. Journeys that detail another (`parent`) and journeys of employees alone are not
asked.

## Why a map suffers without it

A customer journey traces what happens between customer and company before, during and after the
purchase. Maps tend to begin where the company begins to measure and to end where it is paid. What
makes people come, and what makes them come back, lies outside of that.

## The gap

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - {title: Evaluation, stage: before}
  - {title: Decision, stage: during}
```

## Mended

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - {title: Evaluation, stage: before}
  - {title: Decision, stage: during}
  - {title: First years, stage: after}
```

## Source

"Qu'est-ce que le parcours client ?": the relation before, during and after the purchase, in four
phases; "Les secrets du parcours client (1/5)" (L'Usine Digitale, 2016); "Checklist of what a
journey map must hold", item 4: see every step.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_journey
from jmsite.checklist.rule import Answer, Rule
from jmsite.checklist.scope import customer_journeys
from jmsite.model.phase import STAGES
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each journey for each stage."""
    for journey in customer_journeys(site):
        covered = {phase.stage for phase in journey.phases or ()}
        for stage in STAGES:
            yield of_journey(journey, holds=stage in covered, stage=stage)


RULE = Rule(
    code="JM401",
    name="stage-without-phase",
    profile="essential",
    title="Stage without phase",
    why="What makes people come, and come back, lies before and after the purchase.",
    message="the journey “{title}” has no phase {stage} the purchase or service",
    hint="add the phase that is missing, or give one that is there its `stage`",
    ask=ask,
    whole=("journey",),
    apart=("stage",),
    documentation=__doc__,
)
