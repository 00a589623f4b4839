"""The timeline of a journey is known.

## What it checks

Each phase gives its `duration`. Phases of journeys that detail another (`parent`) and of journeys
of employees alone are not asked.

## Why a map suffers without it

Columns of equal width suggest that phases take equally long. A decision of two weeks and a
payment of two minutes call for different service, and a wait only means something against the
time that people have reckoned with. A map should show every step, channel, segment, and the
timeline.

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
  - {title: Decision, duration: 2 w}
```

## Source

"Checklist of what a journey map must hold", item 4: see each step, channel, segment and timeline.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_phase
from jmsite.checklist.rule import Answer, Rule
from jmsite.checklist.scope import customer_phases
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each phase how long it takes."""
    for journey, phase in customer_phases(site):
        yield of_phase(journey, phase, holds=phase.duration is not None)


RULE = Rule(
    code="JM404",
    name="phase-without-duration",
    profile="thorough",
    title="Phase without duration",
    why="Weeks of doubt and minutes of payment look alike on a map without time.",
    message="the phase “{title}” does not say how long it takes",
    hint="add `duration`, such as `2 w` or `10 min`; a good guess is better than nothing",
    ask=ask,
    documentation=__doc__,
)
