"""A KPI has unit, baseline and target.

## What it checks

Each KPI gives its `unit`, the `baseline` that changes start from and the `target` to reach.

## Why a map suffers without it

“41” is not a result. Forty-one per cent, up from 37, with 55 to reach, is one: it says what is
counted, that it moves, and when one may stop. Without a baseline nobody can tell what a change
did; without a target every value is good enough.

## The gap

```yaml
# content/kpis.yml
conversion: {title: Visitors who order, unit: "%"}
```

## Mended

```yaml
# content/kpis.yml
conversion: {title: Visitors who order, unit: "%", baseline: 37, target: 55}
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
    """Ask each KPI what it counts, where it starts and where it shall go."""
    for kpi in site.kpis.values():
        said = {"unit": kpi.unit or None, "baseline": kpi.baseline, "target": kpi.target}
        missing = ", ".join(field for field, value in said.items() if value is None)
        yield of_thing("kpi", kpi, holds=not missing, missing=missing)


RULE = Rule(
    code="JM801",
    name="kpi-without-target",
    profile="standard",
    title="KPI without target",
    why="Without unit, baseline and target a value cannot be called good or bad.",
    message="the KPI “{title}” lacks {missing}",
    hint=(
        "add what it counts (`unit`), where it starts (`baseline`) and where it shall go (`target`)"
    ),
    ask=ask,
    reach="site",
    documentation=__doc__,
)
