"""In each phase the customer has a way to reach the company.

## What it checks

Each phase has a touchpoint that the customer may start, on a channel that the company owns. A
touchpoint counts unless its `initiator` is the company, and a channel counts unless it says
`owned: false`.

## Why a map suffers without it

“Can a customer reach me easily?” is the first question to put to a journey. People who cannot ask
do not complain, they leave, and the map shows a quiet phase where it should show a closed door.
An article in the press or a friend's advice may move customers, but nobody can ask them when the
parcel comes.

## The gap

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Awareness
    touchpoints:
      - {title: Article in the press, channel: press, initiator: company}
```

## Mended

```yaml
# content/journeys/fairphone/index.md
title: Buying a Fairphone
phases:
  - title: Awareness
    touchpoints:
      - {title: Article in the press, channel: press, initiator: company}
      - {title: Questions by chat, channel: website, initiator: customer}
```

## Source

"Les secrets du parcours client (1/5)" (L'Usine Digitale, 2016): ask yourself whether customers
can contact you easily; "Customer Journey", the article with the Fairphone example: make the
service available and quick to answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checklist.answers import of_phase
from jmsite.checklist.rule import Answer, Rule
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.site import Site


def ask(site: Site) -> Iterator[Answer]:
    """Ask each phase for a contact that is open to customers."""
    for journey, phase in site.phases():
        holds = any(_is_open(site, touchpoint) for touchpoint in phase.touchpoints or ())
        yield of_phase(journey, phase, holds=holds)


def _is_open(site: Site, touchpoint: Touchpoint) -> bool:
    channel = site.channels.get(touchpoint.channel)
    return touchpoint.initiator != "company" and channel is not None and channel.owned


RULE = Rule(
    code="JM204",
    name="phase-without-contact",
    profile="standard",
    title="Phase without a way to reach the company",
    why="Customers who cannot ask do not complain; they leave.",
    message="in the phase “{title}” the customer has no way to reach the company",
    hint="add a touchpoint that the customer may start, on a channel of your own, or open one",
    ask=ask,
    whole=("phase",),
    reads=("channel",),
    documentation=__doc__,
)
