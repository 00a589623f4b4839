"""A lane that is filled for one phase is not silent for most others.

## What it checks

The lanes of each journey that authors fill are asked, one's own included, as soon as one phase
says something in them: the share of phases that say nothing there is not over the threshold. An
empty list (`gains: []`) says something. The lanes of opportunities, evidence and KPIs gather what
stands elsewhere and are not asked.

## Why a map suffers without it

A lane with one entry and five empty cells reads as if only that phase had a question, a gain or a
pain. Mostly it means that somebody had an idea for one phase and went home. Fill the lane, or say
what little there is in the text of the journey.

## The gap

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - {title: Awareness, questions: [Will it last?]}
  - {title: Evaluation}
  - {title: Decision}
```

## Mended

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - {title: Awareness, questions: [Will it last?]}
  - {title: Evaluation, questions: [Who repairs it?]}
  - {title: Decision}
```

## Options

`thresholds: {silent: 50%}` under `checklist` in `jmsite.yml`: the share of silent phases that a
lane may have.

## Source

Practice of map makers.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_journey
from jmsite.checklist.limits import limits
from jmsite.checklist.rule import Answer, Place, Rule
from jmsite.content.markdown import plain
from jmsite.model.journey import Journey
from jmsite.model.phase import Phase
from jmsite.site.site import Site, phase_ref
from jmsite.swimlane.choose import chosen_lanes
from jmsite.swimlane.facts import facts_of
from jmsite.swimlane.lanes import LaneKind


def ask(site: Site) -> Iterator[Answer]:
    """Ask each lane that says something whether most phases speak in it."""
    for journey in site.journeys.values():
        facts, phases = facts_of(site, journey), journey.phases or ()
        for lane in (chosen.kind for chosen in chosen_lanes(journey, site.settings)):
            silent = [phase for phase in phases if not lane.speaks(facts, phase)]
            if lane.authored and len(silent) < len(phases):
                yield _answer(site, journey, lane, silent)


def _answer(site: Site, journey: Journey, lane: LaneKind, silent: list[Phase]) -> Answer:
    total = len(journey.phases or ())
    holds = len(silent) <= limits(site).silent * total
    words = {"lane": plain(lane.title or lane.id), "count": str(len(silent)), "total": str(total)}
    answer = of_journey(journey, holds=holds, **words)
    places = (Place(phase_ref(journey, phase)) for phase in silent)
    return answer._replace(related=tuple((place, "is silent") for place in places))


RULE = Rule(
    code="JM405",
    name="silent-lane",
    profile="thorough",
    title="Silent lane",
    why="A lane with one entry reads as if the other phases had nothing to say.",
    message="the lane “{lane}” of “{title}” is silent in {count} of {total} phases",
    hint="fill it for the other phases, or move what it says into the text of the journey",
    ask=ask,
    whole=("journey",),
    reads=("emotion", "goals"),
    apart=("lane",),
    documentation=__doc__,
)
