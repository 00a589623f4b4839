"""A change that is done says what it changed, or its KPIs show it.

## What it checks

Each opportunity with `status: done` has a `result`, or one of its `kpis` has values in its series
before the day in `started` and after the day in `finished`.

## Why a map suffers without it

Done is when it is live; learnt is when somebody looked what it did. Record your findings and let
them decide what comes next: without this, the next change rests on the same guess as the last,
and the map fills with things that were done.

## The gap

```yaml
# content/opportunities/all-costs-at-once.md
title: Show all costs on the first page
status: done
```

## Mended

```yaml
# content/opportunities/all-costs-at-once.md
title: Show all costs on the first page
status: done
result: Drop-off on the order page fell from 37% to 29% in two months
```

## Source

"Checklist of what a journey map must hold", item 8: record your findings and decide from there
what to change next.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_thing
from jmsite.checklist.rule import Answer, Rule
from jmsite.model.kpi import KPI
from jmsite.model.opportunity import Opportunity
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each change that is done what came of it."""
    for change in site.opportunities.values():
        if change.status == "done":
            kpis = [site.kpis[id_] for id_ in change.kpis or () if id_ in site.kpis]
            holds = bool(change.result) or any(_shows(kpi, change) for kpi in kpis)
            yield of_thing("opportunity", change, "status", holds=holds)


def _shows(kpi: KPI, change: Opportunity) -> bool:
    """Tell whether a KPI has values before a change started and after it was finished."""
    if change.started is None or change.finished is None:
        return False
    days = [value.date for value in kpi.measurements]
    return bool(days) and min(days) < change.started and max(days) > change.finished


RULE = Rule(
    code="JM803",
    name="done-without-result",
    profile="standard",
    title="Change without result",
    why="A change whose effect nobody noted teaches nothing for the next one.",
    message="the change “{title}” is done, and nothing shows what it changed",
    hint=(
        "say it in `result`, or give it `started`, `finished` and a KPI with values before "
        "and after"
    ),
    ask=ask,
    reach="site",
    reads=("kpis",),
    documentation=__doc__,
)
