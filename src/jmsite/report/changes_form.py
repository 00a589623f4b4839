"""The form in which programs are told what changed; `docs/report-json.md` describes it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Struct

from jmsite.change.change import What
from jmsite.change.settings import SettingWhat
from jmsite.change.weight import Weight
from jmsite.model.fields import says
from jmsite.report.json import DIALECT, Entry, Fell, Percent

VERSION: Literal[1] = 1

Type = Literal[
    "amount", "choice", "date", "duration", "measured", "nothing", "number", "score", "share",
    "text", "thing", "yes-no",
]  # fmt: skip
_THING = {"kind": "touchpoint", "id": "basket", "journey": "order", "title": "Basket"}
_VALUE = {"type": "score", "value": -2, "text": "−2"}


class Thing(Struct, frozen=True, forbid_unknown_fields=True):
    """A thing of a project."""

    kind: Annotated[str, says("Kind", "Its kind.", "touchpoint")]
    id: Annotated[str, says("Id", "Its id; empty for a pain point that is a plain text.", "basket")]
    journey: Annotated[
        str, says("Journey", "The id of its journey; empty for what is in none.", "order")
    ]
    title: Annotated[str, says("Title", "What it is called, without Markdown.", "Basket")]


class Shown(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A value of a field."""

    type: Annotated[
        Type,
        says(
            "Type",
            "What it is. `amount` is a figure of a KPI, `measured` one or more of its values, "
            "`nothing` that a list says there is none.",
            "score",
        ),
    ]
    text: Annotated[str, says("Text", "How people read it, in the language of the site.", "−2")]
    value: Annotated[
        str | float | bool | None,
        says(
            "Value",
            "The value: a duration in seconds, a share from 0 to 1, a date as `YYYY-MM-DD`, a "
            "text as it was written, a thing as its id, of measured values the last.",
            -2,
        ),
    ] = None
    unit: Annotated[str, says("Unit", "Of an amount and of measured values.", "%")] = ""
    count: Annotated[int, says("Count", "How many measured values.", 3)] = 1
    day: Annotated[str, says("Day", "The day of the last measured value.", "2026-10-31")] = ""


class Told(Struct, frozen=True, forbid_unknown_fields=True):
    """One change."""

    what: Annotated[What, says("What", "What happened.", "changed")]
    thing: Annotated[
        Thing, says("Thing", "What it happened to; as it is now, or was where it is gone.", _THING)
    ]
    within: Annotated[
        tuple[Thing, ...], says("Within", "What the thing stands in, the outermost first.", [])
    ]
    field: Annotated[
        str, says("Field", "The key of what changed; empty for the thing as a whole.", "emotion")
    ]
    was: Annotated[Shown | None, says("Was", "What it was, or null.", _VALUE)]
    now: Annotated[Shown | None, says("Now", "What it is, or null.", _VALUE)]
    who: Annotated[
        Thing | None, says("Who", "The persona whose feeling it is; null for everyone.", None)
    ]
    holds: Annotated[
        dict[str, int],
        says("Holds", "What came or went with the thing, counted by kind.", {"touchpoint": 3}),
    ]
    draft: Annotated[
        bool,
        says(
            "Draft",
            "Whether a thing that is added or gone was a draft, or is one now.",
            example=False,
        ),
    ]
    better: Annotated[
        bool | None, says("Better", "Whether it is good for customers; null: unknown.", None)
    ]
    weight: Annotated[Weight, says("Weight", "For whom it matters.", "customers")]
    where: Annotated[
        str, says("Where", "Where it is, inside its journey, in words.", "Decision · Basket")
    ]
    text: Annotated[
        str, says("Text", "The change in the language of the site.", "emotion 0 → −2 (Marc)")
    ]


class Gaps(Struct, frozen=True, forbid_unknown_fields=True):
    """The gaps of the maps that came and those that are closed; accepted ones are in neither."""

    new: Annotated[tuple[Entry, ...], says("New", "Gaps of the newer state alone.", [])]
    closed: Annotated[
        tuple[Entry, ...],
        says("Closed", "Gaps of the older state alone; their places are those there.", []),
    ]


class Scored(Struct, frozen=True, forbid_unknown_fields=True):
    """How complete something was and is, in per cent; null where no check applies.

    Both are null where mistakes hide something in one state alone.
    """

    was: Annotated[Percent | None, says("Was", "The score before.", 71)]
    now: Annotated[Percent | None, says("Now", "The score after.", 78)]


class DiffScores(Struct, frozen=True, forbid_unknown_fields=True):
    """The scores of the site and of the journeys that changed."""

    site: Annotated[Scored, says("Site", "That of the site.", {"was": 71, "now": 78})]
    journeys: Annotated[
        dict[str, Scored],
        says("Journeys", "Those of journeys in which something changed, by id.", {}),
    ]


class Unread(Struct, frozen=True, forbid_unknown_fields=True):
    """How many mistakes of form keep a part of a state from being compared."""

    before: Annotated[int, says("Before", "Mistakes in the older state.", 0)]
    after: Annotated[int, says("After", "Mistakes in the newer state.", 0)]


class Setting(Struct, frozen=True, forbid_unknown_fields=True):
    """A setting that decides how strictly the maps are judged, and says something else now."""

    what: Annotated[
        SettingWhat,
        says(
            "What",
            "`accepted` and `not-accepted` are gaps that a waiver accepts and accepts no more, "
            "`rule` is the severity of one rule, `setting` any other.",
            "accepted",
        ),
    ]
    key: Annotated[
        str, says("Key", "The rule, or the key of the setting.", "JM205 single-channel-journey")
    ]
    was: Annotated[str | None, says("Was", "What it said, or null.", None)]
    now: Annotated[str | None, says("Now", "What it says, or null.", "content: Online alone.")]


class Judged(Struct, frozen=True, forbid_unknown_fields=True):
    """What `jmsite check --base` says of the newer state against the older."""

    fails: Annotated[bool, says("Fails", "Whether it fails.", example=True)]
    findings: Annotated[
        tuple[Entry, ...], says("Findings", "The mistakes and gaps that it fails on.", [])
    ]
    fell: Annotated[
        dict[str, Fell],
        says("Fell", "The journeys that it fails on, as their score fell, by id.", {}),
    ]


class DiffReport(Struct, frozen=True, forbid_unknown_fields=True):
    """What changed between two states of a project."""

    version: Annotated[Literal[1], says("Version", "The version of this form.", 1)]
    before: Annotated[str, says("Before", "What the older state is called.", "main (0d91258aa1)")]
    after: Annotated[str, says("After", "What the newer state is called.", "work tree")]
    changes: Annotated[
        tuple[Told, ...], says("Changes", "Every change, in the order of the map.", [])
    ]
    gaps: Annotated[Gaps, says("Gaps", "What that does to gaps.", {"new": [], "closed": []})]
    scores: Annotated[
        DiffScores,
        says("Scores", "What it does to scores.", {"site": {"was": 71, "now": 78}, "journeys": {}}),
    ]
    unread: Annotated[Unread, says("Unread", "What was not compared.", {"before": 0, "after": 0})]
    settings: Annotated[
        tuple[Setting, ...],
        says("Settings", "What changed in how strictly both states are judged.", []),
    ]
    verdict: Annotated[
        Judged | None,
        says("Verdict", "Whether a check fails, and on what; null: no project is left.", None),
    ] = None


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the form."""
    (reference,), parts = msgspec.json.schema_components(
        (DiffReport,), ref_template="#/$defs/{name}"
    )
    return {
        "$schema": DIALECT,
        "title": "What changed, as jmsite tells it",
        **reference,
        "$defs": parts,
    }
