"""Not more changes run in one phase at once than can be told apart.

## What it checks

The opportunities with `status: in-progress` are counted in each phase where one runs: those that
name the phase, one of its touchpoints or one of its pain points.

## Why a map suffers without it

Do not do too much at once. When five things change in the same phase in the same month, the
figure moves and nobody knows why, so nothing is learnt from it. The smallest changes often have
the greatest effect, and it shows only where they come one by one, with patience.

## The gap

```yaml
# jmsite.yml
title: Our journeys
today: 2026-11-01
checklist: {profile: thorough, thresholds: {changes: 1}}
```

```yaml
# content/opportunities.yml
all-costs-at-once: {title: Show all costs, status: in-progress, phases: [fairphone/decision]}
guest-order: {title: Order as a guest, status: in-progress, touchpoints: [fairphone/order-page]}
```

## Mended

```yaml
# jmsite.yml
title: Our journeys
today: 2026-11-01
checklist: {profile: thorough, thresholds: {changes: 1}}
```

```yaml
# content/opportunities.yml
all-costs-at-once: {title: Show all costs, status: in-progress, phases: [fairphone/decision]}
guest-order: {title: Order as a guest, status: planned, touchpoints: [fairphone/order-page]}
```

## Options

`thresholds: {changes: 3}` under `checklist` in `jmsite.yml`: the most changes that run in a phase
at once.

## Source

"Checklist of what a journey map must hold", item 8: neither too much nor too little at once; be
patient, and change regularly and manageably.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_phase
from jmsite.checklist.limits import limits
from jmsite.checklist.rule import Answer, Place, Rule
from jmsite.content.markdown import plain
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.phase import Phase
from jmsite.site.site import Site, pains_in, phase_ref, touchpoint_ref


def ask(site: Site) -> Iterator[Answer]:
    """Ask each phase in which changes run how many there are."""
    most = limits(site).changes
    for journey, phase in site.phases():
        running = tuple(_running_in(site, journey, phase))
        words = {"count": str(len(running)), "limit": str(most)}
        if running:
            answer = of_phase(journey, phase, holds=len(running) <= most, **words)
            yield answer._replace(related=running)


def _running_in(site: Site, journey: Journey, phase: Phase) -> Iterator[tuple[Place, str]]:
    """Yield the places of the changes that run in a phase."""
    inside = {spot.ref for spot in pains_in(journey, phase)}
    inside |= {touchpoint_ref(journey, touchpoint) for touchpoint in phase.touchpoints or ()}
    named = {ref.written for ref in (phase_ref(journey, phase), *inside)}
    for change in site.opportunities.values():
        targets = {*(change.phases or ()), *(change.touchpoints or ()), *(change.addresses or ())}
        if change.status == "in-progress" and not targets.isdisjoint(named):
            yield Place(Ref("opportunity", change.id)), f"“{plain(change.title)}” is running"


RULE = Rule(
    code="JM806",
    name="too-many-changes",
    profile="thorough",
    title="Too many changes at once",
    why="When many things change at once, nobody can tell which of them helped.",
    message="{count} changes run in the phase “{title}” at once, more than {limit}",
    hint="finish or postpone some, so that the effect of each can be seen",
    ask=ask,
    needs=("opportunity",),
    documentation=__doc__,
)
