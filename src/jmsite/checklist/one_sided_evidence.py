"""Data, customers' own words and employees are each heard.

## What it checks

Each journey, with everything inside it, names sources of three kinds, and it is asked once for
each: *data* (`crm`, `analytics`), *customers' own words* (`survey`, `interview`, `review`,
`social`, `complaint`, `support`) and *employees* (`employee`, `observation`). A `document` counts
for none.

## Why a map suffers without it

Figures show where people leave and not why; what customers say shows why and not how many;
colleagues who face them every day know both, and are asked last, although their remarks are
precious and full of common sense. A map drawn from one side repeats its blind spot.

## The gap

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
evidence: [survey-2026, analytics-2026]
```

## Mended

```yaml
# content/sources.yml
survey-2026: {title: Survey of buyers, type: survey}
analytics-2026: {title: Web analytics, type: analytics}
shop-staff: {title: An evening with the shop staff, type: employee}
```

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
evidence: [survey-2026, analytics-2026, shop-staff]
```

## Source

"Qu'est-ce qu'un bon parcours client digital ?" (ChayAll, 2021): CRM, surveys, customer service,
reviews, complaints, analytics, brought together without bias; "Les secrets du parcours client
(1/5)" (L'Usine Digitale, 2016): the opinion of your employees is not to be neglected.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_journey
from jmsite.checklist.rule import Answer, Rule
from jmsite.checklist.scope import cited_in
from jmsite.site.site import Site

VOICES = {
    "data": ("crm", "analytics"),
    "customers": ("survey", "interview", "review", "social", "complaint", "support"),
    "employees": ("employee", "observation"),
}


def ask(site: Site) -> Iterator[Answer]:
    """Ask each journey for each of the three voices."""
    for journey in site.journeys.values():
        cited = cited_in(journey)
        heard = {source.type for id_, source in site.sources.items() if id_ in cited}
        for voice, types in VOICES.items():
            yield of_journey(journey, holds=not heard.isdisjoint(types), voice=voice)


RULE = Rule(
    code="JM604",
    name="one-sided-evidence",
    profile="thorough",
    title="One-sided evidence",
    why="Figures, customers and colleagues each see what the others miss.",
    message="no evidence of the journey “{title}” comes from {voice}",
    hint=(
        "add a source that lets this side speak, and name it in `evidence` where it says something"
    ),
    ask=ask,
    whole=("journey",),
    reads=("evidence",),
    apart=("voice",),
    documentation=__doc__,
)
