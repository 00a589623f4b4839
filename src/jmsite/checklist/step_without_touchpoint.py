"""A mandatory step has a touchpoint.

## What it checks

Each step that customers cannot leave out is named by the `step` of a touchpoint of its phase.
Steps that are `optional`, and what stands inside them, are not asked. A step that is divided is
asked through its sub-steps, and a touchpoint of the whole step serves each of them. A step that a
`journey` details has its touchpoints there.

## Why a map suffers without it

A step that everyone has to take and that meets the company nowhere is where people are left alone
with a form, a queue or a doubt. On the map it is an empty column: either the touchpoint is
missing from the map, or help is missing from the service.

## The gap

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
    steps:
      - {title: Pay}
    touchpoints:
      - {title: Order page, channel: website}
```

## Mended

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
    steps:
      - {title: Pay}
    touchpoints:
      - {title: Order page, channel: website, step: pay}
```

## Source

"Qu'est-ce que le parcours client ?": a case of use has mandatory and optional steps and
sub-steps, and the touchpoint has its place among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jmsite.checklist.answers import of_step
from jmsite.checklist.rule import Answer, Rule
from jmsite.model.phase import Step
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each mandatory step for a touchpoint."""
    for journey, phase in site.phases():
        served = {touchpoint.step for touchpoint in phase.touchpoints or ()}
        for step, holds in _mandatory(phase.steps or (), served, above=False):
            yield of_step(journey, phase, step, holds=holds)


def _mandatory(
    steps: Iterable[Step], served: set[str], *, above: bool
) -> Iterator[tuple[Step, bool]]:
    """Yield the steps that nobody can leave out, the smallest ones, and whether each is served."""
    for step in steps:
        holds = above or step.id in served or bool(step.journey)
        if step.steps and not step.optional:
            yield from _mandatory(step.steps, served, above=holds)
        elif not step.optional:
            yield step, holds


RULE = Rule(
    code="JM206",
    name="step-without-touchpoint",
    profile="standard",
    title="Step without touchpoint",
    why="A step that everyone has to take and that meets nobody is where people are left alone.",
    message="no touchpoint belongs to the mandatory step “{title}”",
    hint="name the step at a touchpoint of its phase (`step:`), or mark it `optional: true`",
    ask=ask,
    whole=("phase",),
    reads=("step", "journey"),
    documentation=__doc__,
)
