"""What somebody changes while a map is open: of each kind one change, that the map then shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import Literal

ROOT = Path(__file__).resolve().parents[1]
MAP = "journeys/journey-1/index.html"
"""The page that is open: that of a journey of the big project."""

JOURNEY = "content/journeys/journey-1"
TOUCHPOINT = f"{JOURNEY}/10-awareness/10-awareness-0.md"
FOOT = "themes/default/templates/parts/foot.html"
STYLES = "themes/default/assets/css/tokens.css"

Seen = Literal["text", "style", "gaps"]


@dataclass(frozen=True)
class Change:
    """A change of one file: what matches ``old`` becomes ``new``, another one at each save.

    ``seen`` says how the map shows it: as a text, as a style, or as another number of gaps.
    """

    title: str
    path: str
    old: str
    new: str
    seen: Seen = "text"

    def saved(self, before: str, token: str, turn: int) -> str:
        """Return the source as it is saved the next time (``turn``), from what it was at first.

        ``token`` is what is new in it: a number, as the value of a KPI is one.
        """
        new = self.new.format(token=token, score=turn % 5 - 2, level=LEVELS[turn % 2])
        found = re.sub(self.old, lambda _: new, before, count=1)
        assert found != before, f"{self.path} holds no {self.old}"
        return found


LEVELS = ("off", "warning")

CHANGES = (
    Change("a touchpoint's title", TOUCHPOINT, r"title: .*", "title: {token}"),
    Change(
        "a touchpoint's emotion",
        TOUCHPOINT,
        r"emotion: .*",
        "emotion: {{score: {score}, label: {token}}}",
    ),
    Change("a phase", f"{JOURNEY}/10-awareness/index.md", r"mindset: .*", "mindset: {token}"),
    Change("a journey", f"{JOURNEY}/index.md", r"summary: .*", "summary: {token}"),
    Change(
        "a channel that all use",
        "content/channels.yml",
        r"website: \{title: [^,]*",
        "website: {{title: {token}",
    ),
    Change(
        "a persona that all name",
        "content/personas.yml",
        r"camille: \{title: [^,]*",
        "camille: {{title: {token}",
    ),
    Change("a KPI's CSV", "data/satisfaction.csv", r"\Z", "2026-05-01,{token}\n"),
    Change("the site's title", "jmsite.yml", r"title: .*", "title: {token}"),
    Change(
        "a rule's severity",
        "jmsite.yml",
        r"\Z",
        "checklist: {{rules: {{journey-without-moment-of-truth: {level}}}}}\n",
        seen="gaps",
    ),
    Change("a template", FOOT, r"</footer>", "<p>{token}</p></footer>"),
    Change("a stylesheet", STYLES, r"\Z", ':root {{ --saved: "{token}"; }}\n', seen="style"),
)
BREAK = Change("a mistake: its panel comes", TOUCHPOINT, r"channel: .*", "channel: no-{token}")
MEND = Change("it is mended: its panel goes", TOUCHPOINT, r"title: .*", "title: {token}")
"""The mistake that a panel tells of, and its end."""


def prepare(project: Path) -> None:
    """Put files into a project that override those of the theme, so that they can be changed."""
    for path in (FOOT, STYLES):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        copyfile(ROOT / path, project / path)
