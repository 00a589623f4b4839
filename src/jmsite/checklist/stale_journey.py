"""A journey was reviewed within the threshold.

## What it checks

Each journey says in `reviewed` when somebody last looked whether it is still true, and that day
is not longer ago than the threshold.

## Why a map suffers without it

If you work with an old map that does not reflect the experience of today, you do not know where
to change something and where all is well. Worse, it looks as convincing as on its first day. A
review takes an hour: read it with somebody who meets customers, mend what has moved, write the
date.

## The gap

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
reviewed: 2025-11-01
```

## Mended

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
reviewed: 2026-10-01
```

## Options

`thresholds: {review: 6 mo}` under `checklist` in `jmsite.yml`: how long a review holds.

## Source

"Checklist of what a journey map must hold", item 7: leave room for change.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_journey
from jmsite.checklist.limits import limits
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each journey when somebody last looked whether it is true."""
    limit = limits(site).review
    for journey in site.journeys.values():
        day = journey.reviewed
        holds = day is not None and limit.after(day) >= site.today
        words = {"day": str(day or "never"), "limit": str(limit)}
        yield of_journey(journey, "reviewed", holds=holds, **words)


RULE = Rule(
    code="JM702",
    name="stale-journey",
    profile="standard",
    title="Stale journey",
    why="An old map looks as convincing as on its first day and leads to the wrong place.",
    message="the journey “{title}” was not reviewed in the last {limit} (last: {day})",
    hint=(
        "read it with somebody who meets customers, mend what has moved, and set `reviewed` "
        "to that day"
    ),
    ask=ask,
    documentation=__doc__,
)
