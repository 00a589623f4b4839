"""A journey uses more than one medium.

## What it checks

The touchpoints of each journey run over channels of more than one medium: digital, human,
physical. It is always asked; waive it where one medium is meant.

## Why a map suffers without it

Customers move between telephone, web and shop without asking whether the company is organised
that way. A map that shows one medium alone often shows the department that drew it, and the seams
between media, where customers are lost, fall off its edge.

## The gap

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
    touchpoints:
      - {title: Order page, channel: website}
```

## Mended

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Decision
    touchpoints:
      - {title: Order page, channel: website}
      - {title: Advice in the shop, channel: shop}
```

## Options

A service that lives in one medium on purpose says so with a waiver in `jmsite.yml`: `{rule:
single-channel-journey, at: content/journeys/fairphone, reason: Sold online alone}`.

## Source

"Qu'est-ce qu'un bon parcours client digital ?" (ChayAll, 2021): with its offline parts a journey
becomes omnichannel; "Les secrets du parcours client (1/5)" (L'Usine Digitale, 2016): customers
pass from one channel to another without noticing.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_journey
from jmsite.checklist.rule import Answer, Rule
from jmsite.checklist.scope import touchpoints_of
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each journey for a second medium."""
    for journey in site.journeys.values():
        channels = {touchpoint.channel for _, touchpoint in touchpoints_of(journey)}
        media = {channel.medium for id_, channel in site.channels.items() if id_ in channels}
        only = next(iter(media), "none")
        yield of_journey(journey, holds=len(media) > 1, media=only)


RULE = Rule(
    code="JM205",
    name="single-channel-journey",
    profile="thorough",
    title="Journey on one medium alone",
    why=(
        "Customers change between web, shop and people, and are lost at the seams that such a"
        " map hides."
    ),
    message="the journey “{title}” does not use more than one medium ({media})",
    hint="map what customers do on other media as well, or waive the rule where one is meant",
    ask=ask,
    whole=("journey",),
    reads=("channel",),
    documentation=__doc__,
)
