"""A planned or running change has an owner and a date.

## What it checks

Each opportunity with `status: planned` has an `owner`, and `started` or `finished`; each with
`status: in-progress` has an `owner` and `started`. Ideas are free of both.

## Why a map suffers without it

A change is planned when somebody will do it at some time; before that it is an idea, and may well
stay one. The date is also what makes the result readable later: only who knows when a change
began can tell what the figures were before it.

## The gap

```yaml
# content/opportunities/all-costs-at-once.md
title: Show all costs on the first page
status: planned
```

## Mended

```yaml
# content/opportunities/all-costs-at-once.md
title: Show all costs on the first page
status: planned
owner: Web team
started: 2026-12-01
```

## Source

"Checklist of what a journey map must hold", item 7: leave room for change.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_thing
from jmsite.checklist.rule import Answer, Rule
from jmsite.model.opportunity import Opportunity
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each change that is planned or running who does it and when."""
    for change in site.opportunities.values():
        if change.status in ("planned", "in-progress"):
            missing = " or ".join(_missing(change))
            words = {"status": change.status.replace("-", " "), "missing": missing}
            yield of_thing("opportunity", change, holds=not missing, **words)


def _missing(change: Opportunity) -> Iterator[str]:
    if not change.owner:
        yield "owner"
    planned_end = change.finished if change.status == "planned" else None
    if not (change.started or planned_end):
        yield "date"


RULE = Rule(
    code="JM805",
    name="opportunity-without-owner",
    profile="standard",
    title="Change without owner or date",
    why="A change without somebody and a day is still an idea.",
    message="the opportunity “{title}” is {status} and has no {missing}",
    hint=(
        "add who does it (`owner`) and when (`started`, or `finished` for a plan), or call it"
        " an idea"
    ),
    ask=ask,
    reach="site",
    documentation=__doc__,
)
