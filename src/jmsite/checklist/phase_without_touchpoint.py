"""A phase has a touchpoint.

## What it checks

Each phase holds at least one touchpoint, in a file of its own or inline under `touchpoints`.

## Why a map suffers without it

Touchpoints are where a company can be better: nothing else on the map is in its hands. A phase
without one says either that customers are alone there, which would be worth knowing and writing
down, or that nobody has looked. Ignoring how people get in touch is an excellent way to lose them
before the first word.

## The gap

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
    stage: during
```

## Mended

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
    stage: during
    touchpoints:
      - {title: Order page, channel: website}
```

## Source

"Qu'est-ce qu'un bon parcours client digital ?" (ChayAll, 2021): the map documents every point of
interaction; "Checklist of what a journey map must hold", item 2: identify the touchpoints.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_phase
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each phase for a touchpoint."""
    for journey, phase in site.phases():
        yield of_phase(journey, phase, holds=bool(phase.touchpoints))


RULE = Rule(
    code="JM201",
    name="phase-without-touchpoint",
    profile="essential",
    title="Phase without touchpoint",
    why=(
        "Touchpoints are where a company can act, and a phase without one leaves nothing to "
        "improve."
    ),
    message="the phase “{title}” has no touchpoint",
    hint=(
        "add where customer and company meet in it: a file in its folder, or an item in "
        "`touchpoints`"
    ),
    ask=ask,
    whole=("phase",),
    documentation=__doc__,
)
