"""A phase names its pain points, or says that none were found.

## What it checks

Each phase lists `pain_points`, or one of its touchpoints names one. `pain_points: []` says that
somebody looked and found none.

## Why a map suffers without it

Irritants are to be listed before, during and after the purchase: that is what the map is for. A
phase that says nothing leaves open whether all is well there or whether nobody asked, and the
reader will believe the first. An empty list is an answer; silence is not.

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
    pain_points: [Delivery costs appear at the last step]
  - title: Use
    pain_points: []
```

## Source

"Les secrets du parcours client (1/5)" (L'Usine Digitale, 2016): list every irritant before,
during and after the purchase; "Checklist of what a journey map must hold", item 3: identify the
bottlenecks.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_phase
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.site import Site, pains_in


def ask(site: Site) -> Iterator[Answer]:
    """Ask each phase what hurts in it."""
    for journey, phase in site.phases():
        holds = phase.pain_points is not None or any(pains_in(journey, phase))
        yield of_phase(journey, phase, holds=holds)


RULE = Rule(
    code="JM301",
    name="phase-without-pain-point",
    profile="standard",
    title="Phase without pain points",
    why="Silence about pain reads as if all were well.",
    message="the phase “{title}” names no pain point",
    hint="list what hurts in it, or say that none were found: `pain_points: []`",
    ask=ask,
    whole=("phase",),
    documentation=__doc__,
)
