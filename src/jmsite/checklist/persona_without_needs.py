"""A persona has goals or needs, and frustrations.

## What it checks

Each persona fills `frustrations`, and `goals` or `needs` (one of the two is enough).

## Why a map suffers without it

A name, an age and a photograph make a stock picture, not a persona. What the persona wants
explains why people set out; what frustrates them explains where they will leave. The map is read
against both: a pain point matters because it stands between a persona and a need.

## The gap

```yaml
# content/personas.yml
camille:
  title: Camille
  segment: Buys for the planet
```

## Mended

```yaml
# content/personas.yml
camille:
  title: Camille
  segment: Buys for the planet
  needs: [Proof of how the phone is made]
  frustrations: [Costs that appear at the last step]
```

## Source

"Qu'est-ce qu'un bon parcours client digital ?" (ChayAll, 2021): know who buys in order to reach
them; "Checklist of what a journey map must hold", item 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_thing
from jmsite.checklist.rule import Answer, Rule
from jmsite.model.persona import Persona
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each persona what it wants and what annoys it."""
    for persona in site.personas.values():
        missing = _missing(persona)
        yield of_thing("persona", persona, holds=not missing, missing=missing)


def _missing(persona: Persona) -> str:
    wants = persona.goals or persona.needs
    if persona.frustrations:
        return "" if wants else "goals or needs"
    return "frustrations" if wants else "goals, needs or frustrations"


RULE = Rule(
    code="JM102",
    name="persona-without-needs",
    profile="standard",
    title="Persona without needs",
    why="A persona whose wishes and frustrations are unknown cannot tell which pain matters.",
    message="the persona “{title}” has no {missing}",
    hint="add `needs` or `goals`, and `frustrations`: what people told you, in a few words each",
    ask=ask,
    reach="site",
    reads=("goals",),
    documentation=__doc__,
)
