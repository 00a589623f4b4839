"""A drop-off or a wait over the threshold has a pain point that explains it.

## What it checks

Where `drop_off` or `wait` of a touchpoint is over its threshold, the touchpoint names a pain
point, or its phase names one that is a bottleneck (`bottleneck: true`).

## Why a map suffers without it

A figure tells that customers leave or wait, not why. A third of the baskets left at the last page
may come from costs that appear there, from an account that one has to open or from a payment that
fails: three different remedies. A number without a reason beside it invites everybody to assume
their own.

## The gap

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
    touchpoints:
      - {title: Order page, channel: website, drop_off: 37%}
```

## Mended

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
    touchpoints:
      - title: Order page
        channel: website
        drop_off: 37%
        pain_points: [Delivery costs appear at the last step]
```

## Options

`thresholds: {drop_off: 20%, wait: 1 d}` under `checklist` in `jmsite.yml`. A value at the
threshold needs no explanation yet.

## Source

"Qu'est-ce qu'un bon parcours client digital ?" (ChayAll, 2021): baskets abandoned at the last
step of payment, and why; "Checklist of what a journey map must hold", item 3: see where the
delays are.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_touchpoint
from jmsite.checklist.limits import Limits, limits, percent
from jmsite.checklist.rule import Answer, Rule
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each touchpoint with a long wait or a high drop-off what explains it."""
    limit = limits(site)
    for journey, phase, touchpoint in site.touchpoints():
        bottlenecks = (pain for pain in phase.pain_points or () if pain.bottleneck)
        holds = bool(touchpoint.pain_points) or any(bottlenecks)
        # One thing is asked once, also where both figures are over their thresholds.
        for field, figure in list(_striking(touchpoint, limit))[:1]:
            words = {"what": field.replace("_", "-"), "figure": figure}
            yield of_touchpoint(journey, phase, touchpoint, field, holds=holds, **words)


def _striking(touchpoint: Touchpoint, limit: Limits) -> Iterator[tuple[str, str]]:
    """Yield the fields that are over their threshold, and what they say."""
    if touchpoint.drop_off is not None and touchpoint.drop_off > limit.drop_off:
        yield "drop_off", percent(touchpoint.drop_off)
    if touchpoint.wait is not None and touchpoint.wait.seconds > limit.wait.seconds:
        yield "wait", str(touchpoint.wait)


RULE = Rule(
    code="JM303",
    name="unexplained-drop-off",
    profile="standard",
    title="Unexplained drop-off or wait",
    why="A figure tells that customers leave or wait; only a reason tells what to do.",
    message="no pain point explains the {what} of {figure} at “{title}”",
    hint=(
        "name what makes customers leave or wait in `pain_points` of the touchpoint, or mark "
        "one of the phase as `bottleneck: true`"
    ),
    ask=ask,
    apart=("what",),
    documentation=__doc__,
)
