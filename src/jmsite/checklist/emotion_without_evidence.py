"""An emotion on a current-state map is backed.

## What it checks

Each emotion of a journey in the `current` state rests on at least one source: a touchpoint's own
`evidence`, else that of its phase; a phase's own. A source on the journey backs the journey as a
whole and not each feeling in it. Future states are hopes and are not asked.

## Why a map suffers without it

The emotion curve is what everyone looks at first and remembers longest, and it is the easiest
lane to make up. For most customers emotion is more than half of the experience: a curve that was
guessed sends the effort to the wrong valley.

## The gap

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - {title: Decision, emotion: -1}
```

## Mended

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - {title: Decision, emotion: -1, evidence: [survey-2026]}
```

## Source

"Qu'est-ce qu'un bon parcours client digital ?" (ChayAll, 2021): emotions that the consumer
expresses, and their weight; practice of map makers.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_phase, of_touchpoint
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.evidence import backing_of_phase, backing_of_touchpoint
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each emotion of today where it is known from."""
    for journey, phase in site.phases():
        if journey.state == "current" and phase.emotion:
            holds = bool(backing_of_phase(site, phase).sources)
            yield of_phase(journey, phase, "emotion", holds=holds)
    for journey, phase, touchpoint in site.touchpoints():
        if journey.state == "current" and touchpoint.emotion:
            holds = bool(backing_of_touchpoint(site, phase, touchpoint).sources)
            yield of_touchpoint(journey, phase, touchpoint, "emotion", holds=holds)


RULE = Rule(
    code="JM602",
    name="emotion-without-evidence",
    profile="standard",
    title="Emotion without evidence",
    why="The curve is what everybody remembers and the easiest lane to make up.",
    message="no source backs the emotion of “{title}”",
    hint="name in `evidence` where the feeling is known from",
    ask=ask,
    reads=("evidence",),
    documentation=__doc__,
)
