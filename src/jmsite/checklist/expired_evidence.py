"""No statement rests on expired sources alone.

## What it checks

Wherever `evidence` names sources, at least one of them has not expired. A source expires when the
time in its `valid_for` has passed since its `date`.

## Why a map suffers without it

What customers said two years ago was true two years ago. Companies change what they sell, sites
are rebuilt, competitors appear; a map that still rests on the old survey does not show where to
change something and where all is well. Old sources are worth keeping, next to a new one.

## The gap

```yaml
# content/sources.yml
interviews-2022: {title: Twelve interviews, type: interview, date: 2022-05-01, valid_for: 2 y}
```

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - {title: Decision, evidence: [interviews-2022]}
```

## Mended

```yaml
# content/sources.yml
interviews-2022: {title: Twelve interviews, type: interview, date: 2022-05-01, valid_for: 2 y}
interviews-2026: {title: Ten interviews, type: interview, date: 2026-05-01, valid_for: 2 y}
```

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - {title: Decision, evidence: [interviews-2022, interviews-2026]}
```

## Options

Each source says itself in `valid_for` how long it holds; one without it does not expire.

## Source

"Checklist of what a journey map must hold", item 7: an old map that does not show today's journey
cannot tell where to change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jmsite.checklist.rule import Answer, Place, Rule
from jmsite.checklist.statements import Statement, beside_journeys, in_journeys
from jmsite.model.ids import Ref
from jmsite.model.source import Source
from jmsite.site.evidence import backing
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask everything in a journey that names sources whether one of them is still valid."""
    return _ask(site, in_journeys(site))


def ask_beside(site: Site) -> Iterator[Answer]:
    """Ask the same of what stands outside of journeys."""
    return _ask(site, beside_journeys(site))


def _ask(site: Site, statements: Iterable[Statement]) -> Iterator[Answer]:
    for answer, cited in statements:
        found = backing(site, cited)
        if found.sources:
            related = tuple(map(_expiry, found.sources)) if found.all_expired else ()
            yield answer._replace(holds=not found.all_expired, related=related)


def _expiry(source: Source) -> tuple[Place, str]:
    return Place(Ref("source", source.id)), f"expired after {source.expires}"


RULE = Rule(
    code="JM603",
    name="expired-evidence",
    profile="standard",
    title="Expired evidence",
    why="What customers said years ago does not tell where they struggle today.",
    message="“{title}” rests on sources that have all expired",
    hint="add a newer source, or extend `valid_for` after checking that what it says still holds",
    ask=ask,
    beside=ask_beside,
    reads=("evidence",),
    documentation=__doc__,
)
