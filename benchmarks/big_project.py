"""Write a project of many journeys, to time builds of a size that a large company has."""

import argparse
from dataclasses import asdict, dataclass
from pathlib import Path

PHASES = ("Awareness", "Decision", "Use", "Renewal")
STAGES = ("before", "during", "after", "after")
CHANNELS = ("website", "shop", "phone", "mail")
KPI_MONTHS = 24


@dataclass(frozen=True)
class Size:
    """How much there is: journeys, phases of each (4 at most), touchpoints of each phase.

    Each is a file of its own. The way through a journey names two touchpoints of the second
    phase, so there are two at least.
    """

    journeys: int = 100
    phases: int = 4
    touchpoints: int = 5


CONFIGURATION = """\
title: A project of {journeys} journeys
today: 2026-06-01
"""

COLLECTIONS = {
    "personas.yml": """\
camille: {title: Camille, segment: Buys for the planet}
marc: {title: Marc, segment: Buys for the price}
""",
    "channels.yml": """\
website: {title: Web shop, medium: digital}
shop: {title: Shop, medium: physical}
phone: {title: Hotline, medium: human}
mail: {title: Mail, medium: digital}
""",
    "sources.yml": """\
survey: {title: Survey of buyers, type: survey, date: 2026-01-15, valid_for: 1 y, sample: 240}
""",
    "goals.yml": """\
grow: {title: Sell more often, of: business, kpis: [satisfaction]}
""",
    "kpis.yml": """\
satisfaction:
  {title: Satisfaction, unit: "%", baseline: 60, target: 80, series: satisfaction.csv}
""",
}

JOURNEY = """\
---
title: Journey {number}
summary: What a buyer goes through, number {number}
owner: Team {team}
tags: [generated, team-{team}]
personas: [camille, marc]
goals: [grow]
kpis: [satisfaction]
evidence: [survey]
reviewed: 2026-05-01
scenarios:
  - id: all
    title: All the way
    path: [awareness-0, {{any_of: [decision-0, decision-1]}}, {{optional: use-0}}, {last}-1]
---
A journey that a script wrote, to measure and not to read.
"""

PHASE = """\
---
title: {title}
stage: {stage}
mindset: What next?
emotion: {{camille: {high}, marc: {low}}}
steps: [{{id: {id}-look, title: Look}}, {{id: {id}-act, title: Act}}]
questions: [How long does it take?]
kpis: [satisfaction]
pain_points:
  - {{id: {id}-wait, title: It takes long, severity: high, evidence: [survey]}}
---
What happens in this phase, in a sentence or two of **Markdown**.
"""

TOUCHPOINT = """\
---
title: {title} {number}
channel: {channel}
initiator: customer
step: {step}
emotion: {emotion}
effort: {effort}
duration: 10 min
wait: 2 h
frontstage: [Answers]
backstage: [{{actor: Support, action: Looks it up, system: CRM}}]
---
Where the customer meets the company.
"""


def write(folder: Path, size: Size) -> None:
    """Write a project of a size into a folder."""
    _put(folder / "jmsite.yml", CONFIGURATION.format(journeys=size.journeys))
    for name, text in COLLECTIONS.items():
        _put(folder / "content" / name, text)
    _put(folder / "data" / "satisfaction.csv", _series())
    for number in range(1, size.journeys + 1):
        _write_journey(folder / "content" / "journeys" / f"journey-{number}", number, size)


def _series() -> str:
    months = (f"{2024 + month // 12}-{month % 12 + 1:02}-01" for month in range(KPI_MONTHS))
    rows = (f"{date},{60 + row % 7}\n" for row, date in enumerate(months))
    return "date,value\n" + "".join(rows)


def _write_journey(folder: Path, number: int, size: Size) -> None:
    last = PHASES[size.phases - 1].lower()
    _put(folder / "index.md", JOURNEY.format(number=number, team=number % 7, last=last))
    for place, title in enumerate(PHASES[: size.phases], start=1):
        _write_phase(folder / f"{place}0-{title.lower()}", place, number, size)


def _write_phase(folder: Path, at: int, number: int, size: Size) -> None:
    title, stage = PHASES[at - 1], STAGES[at - 1]
    high, low = number % 3, -(number % 2)
    text = PHASE.format(id=title.lower(), title=title, stage=stage, high=high, low=low)
    _put(folder / "index.md", text)
    for place in range(size.touchpoints):
        touchpoint = TOUCHPOINT.format(
            title=title,
            number=place,
            channel=CHANNELS[place % len(CHANNELS)],
            step=f"{title.lower()}-{('look', 'act')[place % 2]}",
            emotion=(number + place) % 5 - 2,
            effort=place % 5 + 1,
        )
        _put(folder / f"{place + 1}0-{title.lower()}-{place}.md", touchpoint)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Write the project that the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    for name, default in asdict(Size()).items():
        parser.add_argument(f"--{name}", type=int, default=default)
    arguments = parser.parse_args()
    write(arguments.folder, Size(arguments.journeys, arguments.phases, arguments.touchpoints))


if __name__ == "__main__":
    main()
