"""An opportunity says what it should move.

## What it checks

Each opportunity names at least one KPI in `kpis`. One that was dropped is not asked.

## Why a map suffers without it

An idea that is not tied to a figure competes by enthusiasm. Saying beforehand which KPI should
move makes ideas comparable, shows the few that matter, and keeps the question “did it work?” from
being answered by those who built it.

## The gap

```yaml
# content/opportunities/all-costs-at-once.md
title: Show all costs on the first page
```

## Mended

```yaml
# content/opportunities/all-costs-at-once.md
title: Show all costs on the first page
kpis: [conversion]
```

## Source

"Checklist of what a journey map must hold", item 8: watch the results of every change.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_thing
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each opportunity what it should move."""
    for change in site.opportunities.values():
        if change.status != "dropped":
            yield of_thing("opportunity", change, holds=bool(change.kpis))


RULE = Rule(
    code="JM804",
    name="opportunity-without-kpi",
    profile="standard",
    title="Opportunity without KPI",
    why="An idea that is tied to no figure competes by enthusiasm.",
    message="the opportunity “{title}” does not say which KPI it should move",
    hint="name the KPI in `kpis`",
    ask=ask,
    reach="site",
    reads=("kpis",),
    documentation=__doc__,
)
