"""A project with one large journey, to hold the map page to its limits and to look at it.

The words repeat, the shape does not: what a touchpoint says depends on its number alone, so the
same call writes the same files.
"""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from tests.support.big_words import BIG_WORDS, BigWords

JOURNEY = "large"
STAGES = ("before", "during", "after")
MEDIA = ("digital", "digital", "human", "physical", "physical", "human")
SCORES = (1, 0, -1, -2, 0.5, 2, -0.5)
SEVERITIES = ("low", "medium", "high")
CAMILLE, MARC = "camille", "marc"

_Item = TypeVar("_Item")


def write_big_journey(
    folder: Path, phases: int = 8, touchpoints: int = 60, language: str = "en", every: int = 1
) -> Path:
    """Write a project whose journey ``large`` has so many phases and touchpoints; return it.

    ``language`` is one of en, fr, de and ar. Each touchpoint has a channel and how somebody feels
    there; each that is an ``every``-th has all that a touchpoint can say: both personas, a pain
    point, a time, a frontstage and a backstage. The others have one of these in turn, and there is
    one scenario alone.
    """
    words = BIG_WORDS[language]
    _put(folder / "jmsite.yml", _settings(words, language))
    for name, collection in _collections(words, phases).items():
        _put(folder / "content" / f"{name}.yml", json.dumps(collection, ensure_ascii=False))
    journey = _journey(words, phases, touchpoints, every)
    front = json.dumps(journey, ensure_ascii=False, indent=1)
    path = folder / "content" / "journeys" / JOURNEY / "index.md"
    _put(path, f"---\n{front}\n---\n{words.summary}\n")
    return folder


def _settings(words: BigWords, language: str) -> str:
    return json.dumps(
        {"title": words.title, "language": language, "today": "2026-11-15"}, ensure_ascii=False
    )


def _collections(words: BigWords, phases: int) -> dict[str, dict[str, Any]]:
    names = (CAMILLE, MARC)
    return {
        "personas": {
            id_: {"title": title, "segment": segment}
            for id_, (title, segment) in zip(names, words.personas, strict=True)
        },
        "channels": {
            f"channel-{place}": {"title": title, "medium": medium}
            for place, (title, medium) in enumerate(zip(words.channels, MEDIA, strict=True))
        },
        "sources": {
            "interviews": {"title": words.source, "type": "interview", "date": "2026-05-04"}
        },
        "kpis": {f"kpi-{place}": _kpi(title) for place, title in enumerate(words.kpis)},
        "opportunities": {
            f"change-{place}": _opportunity(title, place, phases)
            for place, title in enumerate(words.changes)
        },
    }


def _kpi(title: str) -> dict[str, Any]:
    series = [{"date": f"2026-{month:02}-01", "value": 40 - month % 4} for month in range(1, 11)]
    return {"title": title, "unit": "%", "better": "lower", "target": 30, "series": series}


def _opportunity(title: str, place: int, phases: int) -> dict[str, Any]:
    return {
        "title": title,
        "status": ("planned", "in-progress", "idea")[place % 3],
        "impact": 4 - place % 3,
        "effort": 1 + place % 4,
        "owner": "Team A",
        "kpis": [f"kpi-{place}"],
        "touchpoints": [f"{JOURNEY}/touchpoint-{place * 3}"],
        "phases": [f"{JOURNEY}/phase-{place % phases}"],
    }


def _journey(words: BigWords, phases: int, touchpoints: int, every: int) -> dict[str, Any]:
    cuts = [touchpoints * place // phases for place in range(phases + 1)]
    shares = [range(start, end) for start, end in pairwise(cuts)]
    made = [_phase(words, place, phases, share, every) for place, share in enumerate(shares)]
    return {
        "title": words.title,
        "summary": words.summary,
        "owner": "Team A",
        "reviewed": "2026-10-01",
        "personas": [CAMILLE, MARC],
        "kpis": ["kpi-0"],
        "evidence": ["interviews"],
        "scenarios": [
            _scenario(title, made, way)
            for way, title in enumerate(words.ways[: 1 if every > 1 else None])
        ],
        "phases": made,
    }


def _scenario(title: str, phases: list[dict[str, Any]], way: int) -> dict[str, Any]:
    """Return a way through the journey: one touchpoint of each phase, a choice in some."""
    path: list[Any] = []
    for place, phase in enumerate(phases):
        ids = [touchpoint["id"] for touchpoint in phase["touchpoints"]]
        if len(ids) > way + 1 and place % 3 == way:
            path.append({"any_of": ids[way : way + 2]})
        elif ids:
            path.append(ids[way % len(ids)])
    who = (CAMILLE, MARC)[way]
    return {
        "id": f"way-{way}",
        "title": title,
        "persona": who,
        "share": 0.6 - way / 5,
        "path": path,
    }


def _phase(words: BigWords, place: int, phases: int, share: range, every: int) -> dict[str, Any]:
    steps = [{"id": f"step-{place}-{at}", "title": title} for at, title in enumerate(words.steps)]
    phase = {
        "id": f"phase-{place}",
        "title": _nth(words.phases, place),
        "stage": STAGES[place * len(STAGES) // phases],
        "mindset": _nth(words.mindset, place),
        "goals": [_nth(words.gains, place)],
        "questions": [_nth(words.questions, place)],
        "steps": steps,
        "evidence": ["interviews"],
        "duration": f"{place + 2} d",
        "touchpoints": [_touchpoint(words, place, share, number, every) for number in share],
    }
    return {**phase, **({"kpis": [f"kpi-{place % len(words.kpis)}"]} if place % 2 else {})}


def _touchpoint(
    words: BigWords, phase: int, share: range, number: int, every: int
) -> dict[str, Any]:
    touchpoint = {
        "id": f"touchpoint-{number}",
        "title": _nth(words.touchpoints, number),
        "channel": f"channel-{(number * 5 + phase) % len(words.channels)}",
        "initiator": ("customer", "company")[number % 2],
        "step": f"step-{phase}-{share.index(number) * len(words.steps) // len(share)}",
        **_at_times(words, number),
    }
    said = _said(words, number)
    if number % every == 0:
        return {**touchpoint, **said}
    kept = list(said)[number % every % len(said)]
    who = (CAMILLE, MARC)[number % 2]
    felt = {"emotion": {who: said["emotion"][who]}}
    return {**touchpoint, **({kept: said[kept]} if kept != "emotion" else {}), **felt}


def _said(words: BigWords, number: int) -> dict[str, Any]:
    """Return all that a touchpoint says of what happens there."""
    actor, action, system = _nth(words.behind, number)
    return {
        "emotion": {CAMILLE: _feeling(words, number), MARC: _feeling(words, number * 2 + 3)},
        "pain_points": [_pain(words, number)],
        "duration": f"{5 + number % 7 * 5} min",
        "backstage": [{"actor": actor, "action": action, "system": system}],
        "frontstage": [_nth(words.actions, number)],
        "effort": 1 + number % 5,
    }


def _at_times(words: BigWords, number: int) -> dict[str, Any]:
    """Return what only some touchpoints have."""
    found: dict[str, Any] = {}
    if number % 4 == 0:
        found["wait"] = f"{1 + number % 5} h"
    if number % 5 == 0:
        found["gains"] = [_nth(words.gains, number)]
    if number % 9 == 4:
        found |= {"moment_of_truth": True, "drop_off": f"{10 + number % 20}%"}
    if number % 6 == 1:
        found["optional"] = True
    if number % 7 == 0:
        found["kpis"] = [f"kpi-{number % len(words.kpis)}"]
    return found


def _feeling(words: BigWords, number: int) -> dict[str, Any]:
    feeling = {"score": _nth(SCORES, number), "label": _nth(words.feelings, number)}
    return {**feeling, **({"quote": _nth(words.quotes, number // 3)} if number % 3 == 0 else {})}


def _pain(words: BigWords, number: int) -> dict[str, Any]:
    return {
        "id": f"pain-{number}",
        "title": _nth(words.pains, number),
        "severity": _nth(SEVERITIES, number),
        **({"bottleneck": True} if number % 8 == 3 else {}),
    }


def _nth(items: tuple[_Item, ...], number: int) -> _Item:
    return items[number % len(items)]


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
