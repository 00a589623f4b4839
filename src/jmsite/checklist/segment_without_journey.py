"""Each segment with a prospect or customer persona has a journey.

## What it checks

Personas share a `segment`. Where one of them is a prospect or a customer, at least one journey
follows a prospect or customer of that segment. The finding stands at the persona that begins the
segment.

## Why a map suffers without it

Segments are how a company says that people differ. If the maps follow only one of them, every
improvement is made for that one, and the others are asked to be like it. A segment may well share
the journey of another, but then the journey should name a persona of both.

## The gap

```yaml
# content/personas.yml
camille: {title: Camille, segment: Buys for the planet}
ines: {title: Inès, segment: Buys her first phone, role: prospect}
```

## Mended

```yaml
# content/personas.yml
camille: {title: Camille, segment: Buys for the planet}
ines: {title: Inès, segment: Buys her first phone, role: prospect}
```

```yaml
# content/journeys/first-phone/index.md
title: Choosing a first phone
personas: [ines]
```

## Source

"Checklist of what a journey map must hold", item 1: segmentation is what makes a personal
experience possible; "Customer Journey", the article with the Fairphone example: different
journeys for different profiles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jmsite.checklist.answers import of_thing
from jmsite.checklist.rule import Answer, Rule
from jmsite.model.persona import Persona
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask of each segment whether a journey follows one of its prospects or customers."""
    followed = {id_ for journey in site.journeys.values() for id_ in journey.personas or ()}
    for segment, personas in _segments(site).items():
        holds = any(persona.id in followed for persona in personas)
        yield of_thing("persona", personas[0], "segment", holds=holds, segment=segment)


def _segments(site: Site) -> Mapping[str, list[Persona]]:
    found: dict[str, list[Persona]] = {}
    for persona in site.personas.values():
        if persona.role in ("prospect", "customer"):
            found.setdefault(persona.segment, []).append(persona)
    return found


RULE = Rule(
    code="JM104",
    name="segment-without-journey",
    profile="thorough",
    title="Segment without journey",
    why="Where maps follow one segment only, every improvement is made for that one.",
    message="no journey follows anyone of the segment “{segment}”",
    hint="map the journey of this segment, or add one of its personas to a journey that it shares",
    ask=ask,
    reach="site",
    needs=("journey", "persona"),
    reads=("personas",),
    documentation=__doc__,
)
