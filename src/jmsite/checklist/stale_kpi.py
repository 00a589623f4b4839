"""A KPI's last value is within its frequency.

## What it checks

A KPI that says in `frequency` how often it is measured has a value in its `series` that is not
older than that. A KPI without `frequency` is not asked.

## Why a map suffers without it

A chart that ends in spring is read as if nothing had changed since. Results have to be followed
for as long as changes are made; a value that does not come any more usually means that a report
broke or that a person left, and both are noticed on the map last.

## The gap

```yaml
# content/kpis.yml
conversion:
  title: Visitors who order
  frequency: 1 mo
  series:
    - {date: 2026-06-30, value: 41}
```

## Mended

```yaml
# content/kpis.yml
conversion:
  title: Visitors who order
  frequency: 1 mo
  series:
    - {date: 2026-06-30, value: 41}
    - {date: 2026-10-31, value: 44}
```

## Options

Each KPI says itself in `frequency` how often a value is due.

## Source

"Checklist of what a journey map must hold", item 8: follow the results, regularly.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_thing
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each KPI that is measured regularly for a recent value."""
    for kpi in site.kpis.values():
        if kpi.frequency:
            day = max((value.date for value in kpi.measurements), default=None)
            holds = day is not None and kpi.frequency.after(day) >= site.today
            words = {"day": str(day or "never"), "limit": str(kpi.frequency)}
            yield of_thing("kpi", kpi, "series", holds=holds, **words)


RULE = Rule(
    code="JM802",
    name="stale-kpi",
    profile="thorough",
    title="Stale KPI",
    why="A chart that ends in spring is read as if nothing had changed since.",
    message="the last value of the KPI “{title}” is older than {limit} (last: {day})",
    hint=(
        "add the values since then to its `series`, or remove `frequency` where it is no "
        "longer measured"
    ),
    ask=ask,
    reach="site",
    documentation=__doc__,
)
