"""A small project in which everything is named in each of the ways that there are."""

BUY = "content/journeys/buying"
FUTURE = "content/journeys/faster"
PROJECT = {
    "jmsite.yml": """title: Ours
today: 2026-11-01
compare:
  - [buying, faster]
navigation: [journeys, method]
checklist:
  profile: essential
  rules: {pain-point-without-evidence: info}
  waivers:
    - rule: pain-point-without-evidence
      at: content/journeys/buying/10-look/20-shop.md#queue
      reason: So
""",
    "content/index.md": "Welcome to [buying](journeys/buying/index.md).\n",
    "content/personas/nora.md": "---\ntitle: Nora\nsegment: Members\nchannels: [web]\n---\n"
    "## Needs\n\nShe begins in the [shop](../journeys/buying/10-look/20-shop.md).\n",
    "content/personas/sam.md": "---\ntitle: Sam\naliases: [sami]\nsegment: Guests\ngoals: [easy]\n"
    "---\n",
    "content/channels.yml": "web: {title: Web, medium: digital}\nshop:\n  title: Shop\n"
    "  # Before.\n  aliases:\n    - counter\n  medium: physical\n",
    "content/goals.yml": "easy: {title: Easy, kpis: [speed]}\n",
    "content/kpis.yml": "speed: {title: Speed, unit: min, target: 3, source: survey}\n",
    "content/sources.yml": "survey: {title: Survey, type: survey, date: 2026-10-01}\n",
    "content/opportunities/self-checkout.md": """---
title: Self-checkout
owner: Us
addresses: [late]
touchpoints: [buying/till]
phases:
  - buying/look
kpis: [speed]
x-note: "See [pay](../journeys/buying/index.md#pay)."
---
""",
    "content/opportunities/by-air.md": """---
title: By air
owner: Us
touchpoints:
  - drone
kpis: [speed]
---
""",
    "content/pages/method.md": """---
title: Method
---
We looked at [looking](../journeys/buying/10-look/index.md), at
[paying](/content/journeys/buying/index.md#phase-pay) and at a
[step](../journeys/buying/10-look/index.md#browse). Thanks to [Nora][n].

![Shop](../journeys/buying/10-look/shop.svg) and ![it](<../journeys/buying/10-look/the shop.svg>)

[n]: ../personas/nora.md "Nora"
""",
    f"{BUY}/index.md": """---
title: Buying
personas: [nora, sam]
compare_with: faster
goals: [easy]
scenarios:
  - title: Online
    persona: nora
    path:
      - shop
      - {any_of: [web, [till, {optional: parcel}]]}
phases:
  - title: Pay
    evidence: [survey]
    goals: [easy]
    pain_points:
      - id: late
        title: It comes late
    touchpoints:
      - {title: Till, channel: shop, next: [parcel]}
      - title: Web
        channel: web
        frontstage: ["See [looking](../buying/10-look/index.md) and [paying](#pay)"]
        image: ../buying/10-look/the shop.svg
      - {title: Parcel, channel: web}
---
[Nora](../../personas/nora.md#needs) buys, see `[x](../../personas/nora.md)`.
""",
    f"{BUY}/10-look/index.md": """---
title: Look
steps:
  - {id: browse, title: Browse}
emotion: {"nora": -1, sam: 1}
---
""",
    f"{BUY}/10-look/20-shop.md": """---
title: Shop
channel: shop
step: browse
pain_points:
  - {title: Queue, severity: high}
image: shop.svg
---
In [buying](../index.md).
""",
    f"{BUY}/10-look/the shop.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    f"{BUY}/10-look/shop.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    f"{FUTURE}/index.md": """---
title: Faster
personas: [sam]
state: future
parent: buying
phases:
  - title: Look
    touchpoints:
      - {title: Drone, channel: web}
---
""",
}
