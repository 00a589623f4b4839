"""Damaged projects: whatever stands in the files, they are told about and never crash."""

import random
from collections.abc import Iterator

import pytest

from jmsite.build import Options, check
from jmsite.files.tree import DictTree
from jmsite.findings import Finding, Location

pytestmark = pytest.mark.slow

PROJECT = {
    "jmsite.yml": b"""\
title: Maps
today: 2026-11-01
language: fr
lanes: [emotion, {id: risk, title: Risk, from: x-risk}, "..."]
compare: [[buying, then]]
checklist:
  profile: thorough
  thresholds: {drop_off: 20%, wait: 1 d}
  waivers: [{rule: unused-channel, at: content, reason: Soon, until: 2027-01-01}]
navigation: [journeys, about, {title: Out, link: https://example.org}]
owners: {CX: {handle: "@cx", link: mailto:cx@example.org}}
""",
    "content/index.md": b"# Hello\n\nRead [about](pages/about.md#why).\n",
    "content/personas.yml": b"camille: {title: Camille, segment: All, needs: [Proof]}\n",
    "content/personas/20-marc.md": b"---\ntitle: Marc\nsegment: All\ngoals: [save]\n---\n*Hm.*\n",
    "content/channels.yml": b"""\
web: {title: Web, medium: digital, response: 2 h}
press: {title: Press, medium: physical, owned: false}
""",
    "content/goals.yml": b"save: {title: Save, of: business, kpis: [nps]}\n",
    "content/kpis.yml": b"nps: {title: NPS, unit: '%', series: nps.csv, source: survey}\n",
    "content/sources.yml": b"survey: {title: S, type: survey, date: 2026-01-31, valid_for: 1 y}\n",
    "content/opportunities.yml": b"""\
costs: {title: Show costs, addresses: [buying/late], touchpoints: [shop], status: planned}
""",
    "content/pages/about.md": b"""\
---
title: About
nav: 1
---
## Why

| a | b |
|---|---|
| 1 | [x](../channels.yml#web) |
""",
    "content/journeys/buying/index.md": b"""\
---
title: Buying
personas: [camille, marc]
owner: CX
scenarios:
  - title: Way
    persona: camille
    share: 40%
    path: [shop, {any_of: [ask, [ask, {optional: shop}]]}]
phases:
  - title: Use
    stage: after
    steps: [{title: Open, steps: [{title: Look}]}]
    emotion: {camille: -1, marc: {score: 2, quote: "Oh"}}
    pain_points: [{title: Late, id: late, severity: high, evidence: [survey]}, Slow]
---
Text with [a phase](#phase/use).
""",
    "content/journeys/buying/10-order/index.md": b"""\
---
title: Order
stage: during
x-risk: [Fraud]
duration: 1.5 h
---
""",
    "content/journeys/buying/10-order/10-shop.md": b"""\
---
title: Shop
channel: web
emotion: 1
effort: 3
wait: 3 d
drop_off: 37%
next: [ask]
frontstage: [{actor: Agent, action: Greets}]
---
""",
    "content/journeys/buying/10-order/ask.md": b"""\
---
title: Ask
channel: press
initiator: customer
---
""",
    "content/journeys/then/index.md": b"""\
---
title: Then
state: future
compare_with: buying
---
""",
    "data/nps.csv": b"date,value\n2026-01-31,41\n2026-02-28,43.5\n",
}
JUNK = [
    b"\x00", b"\xff", b"\t", b": ", b" #", b"'", b'"', b"[", b"]", b"{", b"}", b"- ", b"\n",
    b"---\n", b"*", b"&a ", b"!!x ", b"|", b">", b"1e999", b"9" * 40, b"null", b"~", b"yes",
    b"\xe2\x80\xa8", b"\r", b"x-a: 1\n", b"0x1F", b".inf", b".nan", b"2026-02-30", b"-3", b"...",
    b"\xf0\x9f\x9a\xb2", b"\xef\xbb\xbf", b"<<: ", b"? ", b"%", b"@", b"`", b"[[]]", b"#", b"../",
    b"](", b"<b>", b"$", b"{{ x }}", b"\xed\xa0\x80", b"9999999 y", b"0001-01-01",
]  # fmt: skip
ROUNDS = 80


@pytest.mark.parametrize("seed", range(4))
def test_no_damage_raises_and_every_finding_has_a_place(seed: int) -> None:
    """Whatever was done to the files, what is said of them stands somewhere in them."""
    chance = random.Random(seed)  # noqa: S311 - chance that comes again, not secrecy
    for _ in range(ROUNDS):
        files = _damaged(chance)
        for finding in check(DictTree(files), Options()).findings:
            assert finding.message
            assert [str(at) for at in _places(finding) if not _is_in(files, at)] == []


def test_the_project_is_right_before_it_is_damaged() -> None:
    """What is found later comes from the damage."""
    assert check(DictTree(PROJECT), Options()).loaded.findings == ()


def _places(finding: Finding) -> Iterator[Location]:
    yield finding.location
    yield from (related.location for related in finding.related)


def _is_in(files: dict[str, bytes], at: Location) -> bool:
    """Tell whether a place exists: its line, and its column or the one behind the last letter."""
    if at.path not in files:
        return (at.line, at.column) == (1, 1)  # what is missing is told at its beginning
    text = files[at.path].decode("utf-8-sig", errors="replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return 1 <= at.line <= len(lines) and 1 <= at.column <= len(lines[at.line - 1]) + 1


def _damaged(chance: random.Random) -> dict[str, bytes]:
    """Return the project with one to five things broken in it."""
    files = dict(PROJECT)
    for _ in range(chance.randint(1, 5)):
        path = chance.choice(sorted(files))
        _damage(files, path, chance)
    return files


def _damage(files: dict[str, bytes], path: str, chance: random.Random) -> None:
    data = files[path]
    lines = data.split(b"\n")
    at = chance.randrange(len(data) + 1)
    match chance.randrange(8):
        case 0:
            del files[path]
        case 1:
            files[path] = data[:at]
        case 2:
            files[path] = files[chance.choice(sorted(files))]
        case 3:
            files[chance.choice(["content/É ", "content/x/", ""]) + path] = data
        case 4:
            del lines[chance.randrange(len(lines))]
            files[path] = b"\n".join(lines)
        case 5:
            lines.insert(chance.randrange(len(lines)), chance.choice(lines))
            files[path] = b"\n".join(lines)
        case _:
            files[path] = data[:at] + chance.choice(JUNK) + data[at + chance.randint(0, 5) :]
