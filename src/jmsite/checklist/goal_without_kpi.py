"""A goal is measured.

## What it checks

Each goal, of customers or of the business, names at least one KPI in `kpis`.

## Why a map suffers without it

A goal that nothing measures is reached whenever somebody says so. The KPI need not be precise to
be useful; what it does is to settle, before a change, how one will know that it helped.

## The gap

```yaml
# content/goals.yml
know-the-price: {title: Know what it costs in all}
```

## Mended

```yaml
# content/goals.yml
know-the-price: {title: Know what it costs in all, kpis: [conversion]}
```

## Source

"Checklist of what a journey map must hold", items 5 and 8: define the goals, and watch the
results.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_thing
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each goal how it is measured."""
    for goal in site.goals.values():
        yield of_thing("goal", goal, holds=bool(goal.kpis))


RULE = Rule(
    code="JM502",
    name="goal-without-kpi",
    profile="standard",
    title="Goal without KPI",
    why="A goal that nothing measures is reached whenever somebody says so.",
    message="no KPI measures the goal “{title}”",
    hint="name in `kpis` how one would notice that it is reached",
    ask=ask,
    reach="site",
    reads=("kpis",),
    documentation=__doc__,
)
