"""A pain point of medium severity or more is backed by a source.

## What it checks

Each pain point of medium or high severity rests on at least one source: its own `evidence`, else
that of its touchpoint, else that of its phase. A plain text is of medium severity. Whether the
sources are still valid is asked by `expired-evidence`.

## Why a map suffers without it

Everybody in a workshop knows what annoys customers, and everybody knows something else. What
customers wrote in complaints and reviews, word for word, ends that discussion. A pain point
without a source may well be right; it is an assumption all the same, and money should not be
spent on it before somebody has asked.

## The gap

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
    pain_points: [{title: Late costs, severity: high}]
```

## Mended

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
    pain_points: [{title: Late costs, severity: high, evidence: [survey-2026]}]
```

## Source

"Qu'est-ce qu'un bon parcours client digital ?" (ChayAll, 2021): read the words of complaints to
find where customers are blocked.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_pain
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.evidence import backing_of_pain
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each pain point that matters where it is known from."""
    for spot in site.pain_points():
        if spot.pain.severity != "low":
            yield of_pain(spot, holds=bool(backing_of_pain(site, spot).sources))


RULE = Rule(
    code="JM305",
    name="pain-point-without-evidence",
    profile="standard",
    title="Pain point without evidence",
    why="A pain that no source backs is an assumption, however sure one feels.",
    message="no source backs the pain point “{title}”",
    hint="name in `evidence` where it is known from, there or at its touchpoint or phase",
    ask=ask,
    reads=("evidence",),
    documentation=__doc__,
)
