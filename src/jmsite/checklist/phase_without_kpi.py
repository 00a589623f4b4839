"""A phase is measured.

## What it checks

Each phase, or one of its touchpoints, names at least one KPI in `kpis`.

## Why a map suffers without it

Clarity of the shop, loading time, share of visitors who buy, reasons for leaving an order: each
phase has something that can be counted, and a phase that is not counted is improved by opinion. A
map with one figure for the whole journey tells that something is wrong, never where.

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
    kpis: [conversion]
```

## Source

"Qu'est-ce qu'un bon parcours client digital ?" (ChayAll, 2021): conversion, bounce, baskets left;
"Les secrets du parcours client (1/5)" (L'Usine Digitale, 2016): analyse clarity, speed,
conversion and the reasons for leaving.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_phase
from jmsite.checklist.rule import Answer, Rule
from jmsite.checklist.scope import said_in
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each phase how it is measured."""
    for journey, phase in site.phases():
        holds = any(thing.kpis for thing in said_in(phase))
        yield of_phase(journey, phase, holds=holds)


RULE = Rule(
    code="JM503",
    name="phase-without-kpi",
    profile="standard",
    title="Phase without KPI",
    why="What is not measured phase by phase is improved by opinion.",
    message="no KPI measures the phase “{title}” or a touchpoint in it",
    hint="add `kpis` to the phase or to the touchpoint that matters most in it",
    ask=ask,
    whole=("phase",),
    reads=("kpis",),
    documentation=__doc__,
)
