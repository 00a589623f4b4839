"""A bottleneck, or a pain of high severity, has an opportunity.

## What it checks

Each pain point with `bottleneck: true` or `severity: high` stands in the `addresses` of an
opportunity. An opportunity that was dropped does not count.

## Why a map suffers without it

Finding where customers are held up and leaving it at that is the usual end of a map. The ways out
are known: simplify, personalise, be more available. An idea that costs one line keeps the
question open; a severe pain that nobody answers says that the map is a picture on a wall.

## The gap

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
    pain_points: [{title: Late costs, severity: high, bottleneck: true}]
```

## Mended

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
    pain_points: [{title: Late costs, severity: high, bottleneck: true}]
```

```yaml
# content/opportunities/all-costs-at-once.md
title: Show all costs on the first page
addresses: [fairphone/late-costs]
approach: simplify
```

## Source

"Checklist of what a journey map must hold", item 3: find the bottlenecks, simplify, and show why
customers struggle; "Customer Journey", the article with the Fairphone example: simplify,
personalise, be available.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_pain
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each severe pain point what could be done about it."""
    changes = (change for change in site.opportunities.values() if change.status != "dropped")
    answered = {pain for change in changes for pain in change.addresses or ()}
    for spot in site.pain_points():
        if spot.pain.bottleneck or spot.pain.severity == "high":
            yield of_pain(spot, holds=spot.ref.written in answered)


RULE = Rule(
    code="JM302",
    name="pain-point-without-opportunity",
    profile="standard",
    title="Severe pain without opportunity",
    why="A severe pain that nobody answers makes the map a picture on a wall.",
    message="no opportunity addresses the pain point “{title}”",
    hint=(
        "write down what could be done, if only as an idea, and name the pain point in its "
        "`addresses`"
    ),
    ask=ask,
    needs=("opportunity",),
    reads=("addresses",),
    documentation=__doc__,
)
