"""A channel carries a touchpoint.

## What it checks

Each channel is the `channel` of at least one touchpoint.

## Why a map suffers without it

A channel that leads nowhere still costs: somebody keeps it alive, and customers hesitate before
one more way to choose from. Too many unused channels cause indecision from the very start of a
journey. Either the channel does something that the map does not show, or it can go.

## The gap

```yaml
# content/channels.yml
website: {title: Web shop, medium: digital}
fax: {title: Fax, medium: digital}
```

## Mended

```yaml
# content/channels.yml
website: {title: Web shop, medium: digital}
```

## Source

"Checklist of what a journey map must hold", item 3: too many unused channels cause indecision;
simplify.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_thing
from jmsite.checklist.rule import Answer, Rule
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each channel for a touchpoint."""
    used = {touchpoint.channel for _, _, touchpoint in site.touchpoints()}
    for channel in site.channels.values():
        yield of_thing("channel", channel, holds=channel.id in used)


RULE = Rule(
    code="JM203",
    name="unused-channel",
    profile="thorough",
    title="Unused channel",
    why="A channel without a use costs upkeep and makes customers hesitate.",
    message="the channel “{title}” carries no touchpoint",
    hint="map the touchpoint that it carries, or remove it",
    ask=ask,
    reach="site",
    needs=("journey", "phase", "touchpoint"),
    documentation=__doc__,
)
