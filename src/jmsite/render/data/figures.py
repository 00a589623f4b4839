"""What programs are told besides what authors wrote: it follows from the model.

These types are the contract, as those of the content format are: the schema is made of them.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta, Struct


def says(title: str, description: str, example: object) -> Meta:
    """Return what the schema tells of a field."""
    return Meta(title=title, description=description, examples=[example])


_PAGE = says("Page", "Its page, with the place there.", "personas/camille/index.html")
Address = Annotated[str, _PAGE]
Percent = Annotated[int, Meta(ge=0, le=100)]


class Figures(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What follows from the model; what is not known is left out."""


class Reference(Figures, frozen=True, kw_only=True):
    """A thing that another names: its id, what it is called and the page that shows it."""

    kind: Annotated[str, says("Kind", "What kind of thing it is.", "touchpoint")]
    id: Annotated[str, says("Id", "Its id.", "order-page")]
    journey: Annotated[
        str, says("Journey", "Id of the journey that it stands in.", "fairphone")
    ] = ""
    title: Annotated[str, says("Title", "What it is called, without marks.", "Order page")]
    page: Address


REFERENCE_EXAMPLE = {
    "kind": "source",
    "id": "crm",
    "title": "CRM",
    "page": "sources/crm/index.html",
}


_PERSONA = {
    "kind": "persona",
    "id": "camille",
    "title": "Camille",
    "page": "personas/camille/index.html",
}
_PLACE = {
    "kind": "touchpoint",
    "id": "order-page",
    "journey": "fairphone",
    "title": "Order page",
    "page": "journeys/fairphone/index.html#touchpoint-order-page",
}
_CHANGE = {
    "kind": "opportunity",
    "id": "show-costs",
    "title": "Show all costs",
    "page": "opportunities/show-costs/index.html",
}


class Use(Figures, frozen=True, kw_only=True):
    """That a thing is named elsewhere."""

    by: Annotated[Reference, says("By", "What names it.", REFERENCE_EXAMPLE)]
    fields: Annotated[
        tuple[str, ...], says("Fields", "The fields that name it.", ["evidence"])
    ] = ()


class Gap(Figures, frozen=True, kw_only=True):
    """Something that is not known yet, as the checklist of the site finds it."""

    code: Annotated[str, says("Code", "The rule's code, which never changes.", "JM205")]
    rule: Annotated[str, says("Rule", "The rule, in the language of the site.", "One channel")]
    text: Annotated[str, says("Text", "What is missing.", "All touchpoints are on one channel.")]
    hint: Annotated[str, says("Hint", "What to do about it.", "Add the other channels.")] = ""
    about: Annotated[
        tuple[Reference, ...], says("About", "What it is about, the outermost first.", [_PLACE])
    ] = ()
    waived: Annotated[
        str, says("Waived", "Why the owner accepts it; absent where nobody does.", "On purpose.")
    ] = ""


_GAP = {"code": "JM205", "rule": "One channel", "text": "All touchpoints are on one channel."}


class Length(Figures, frozen=True, kw_only=True):
    """A length of time as it was written, and in seconds."""

    value: Annotated[float, says("Value", "How many units it is long.", 10)]
    unit: Annotated[
        str,
        says("Unit", "`s`, `min`, `h`, `d`, `w`, `mo` (month) or `y`.", "min"),
    ]
    seconds: Annotated[
        float, says("Seconds", "The same in seconds; months and years are mean ones.", 600)
    ]


class Range(Figures, frozen=True, kw_only=True, omit_defaults=False):
    """A sum of which the parts may vary, or not be known."""

    low: Annotated[float, says("Low", "The smallest sum of what is known.", 600)]
    high: Annotated[float, says("High", "The largest sum of what is known.", 900)]
    at_least: Annotated[
        bool, says("At least", "True where something of unknown size comes on top.", example=True)
    ]


_RANGE = {"low": 600, "high": 900, "at_least": False}


class Totals(Figures, frozen=True, kw_only=True):
    """What it costs the customer in all."""

    time: Annotated[Range, says("Time", "Duration and wait together, in seconds.", _RANGE)]
    duration: Annotated[Range, says("Duration", "What is spent doing, in seconds.", _RANGE)]
    wait: Annotated[Range, says("Wait", "What is spent waiting, in seconds.", _RANGE)]
    effort: Annotated[Range, says("Effort", "Levels of 1 to 5, added up.", _RANGE)]


_TOTALS = dict.fromkeys(("time", "duration", "wait", "effort"), _RANGE)


class Moment(Figures, frozen=True, kw_only=True):
    """A place of a journey that hurts most."""

    place: Annotated[Reference, says("Place", "The touchpoint, or the phase.", _PLACE)]
    score: Annotated[
        float | None, says("Score", "How it feels, from -2 to 2, where that is known.", -2)
    ] = None
    persona: Annotated[
        Reference | None, says("Persona", "Who feels so; absent for everyone.", _PERSONA)
    ] = None
    label: Annotated[str, says("Label", "A word for the feeling.", "Impatient")] = ""
    quote: Annotated[str, says("Quote", "What people say.", "Where is my parcel?")] = ""
    pain_point: Annotated[
        str, says("Pain point", "The worst pain point there.", "Late delivery costs")
    ] = ""
    backed_by: Annotated[
        tuple[Reference, ...], says("Backed by", "The sources of that.", [REFERENCE_EXAMPLE])
    ] = ()
    answers: Annotated[
        tuple[Reference, ...],
        says("Answers", "The opportunities for it, the best first.", [_CHANGE]),
    ] = ()
    owner: Annotated[str, says("Owner", "Who answers for the place.", "Customer experience")] = ""


_MOMENT = {"place": _PLACE, "score": -2, "persona": _PERSONA, "label": "Annoyed"}


class LastChange(Figures, frozen=True, kw_only=True):
    """When the files that say something changed for the last time, as git knows it."""

    date: Annotated[dt.date, says("Date", "The day of it, in UTC.", "2026-05-03")]
    author: Annotated[
        str, says("Author", "Who wrote it; absent where the site names no authors.", "Ana")
    ] = ""


_CHANGED = says(
    "Last change",
    "When it changed for the last time; absent where git does not know.",
    {"date": "2026-05-03", "author": "Ana"},
)


class OfHome(Figures, frozen=True, kw_only=True):
    """What follows for the home page."""

    last_change: Annotated[LastChange | None, _CHANGED] = None


class OfThing(Figures, frozen=True, kw_only=True):
    """What follows for everything that has a page of its own."""

    page: Address
    used_by: Annotated[
        tuple[Use, ...],
        says(
            "Used by", "What names it elsewhere, by kind.", [{"by": _PLACE, "fields": ["evidence"]}]
        ),
    ] = ()
    gaps: Annotated[
        tuple[Gap, ...], says("Gaps", "What is not known of it yet, and what is accepted.", [_GAP])
    ] = ()
    last_change: Annotated[LastChange | None, _CHANGED] = None


class OfJourney(OfThing, frozen=True, kw_only=True):
    """What follows for a journey."""

    details: Annotated[
        str, says("Details", "The page that tells it in words.", "journeys/a/details/index.html")
    ]
    score: Annotated[Percent | None, says("Score", "How complete its map is, in per cent.", 71)] = (
        None
    )
    totals: Annotated[Totals, says("Totals", "What it costs to meet all its touchpoints.", _TOTALS)]
    worst: Annotated[
        Moment | None,
        says("Worst", "Where it hurts most; absent where nothing is known to.", _MOMENT),
    ] = None
    unreached: Annotated[
        tuple[Reference, ...], says("Unreached", "The touchpoints on no scenario.", [_PLACE])
    ] = ()


class OfStatement(Figures, frozen=True, kw_only=True):
    """What follows for a statement: a phase, a touchpoint or a pain point."""

    page: Annotated[str, _PAGE] = ""
    validated: Annotated[
        bool,
        says("Validated", "True where a source that has not expired backs it; else it is an "
             "assumption.", example=True),
    ]  # fmt: skip
    backed_by: Annotated[
        tuple[Reference, ...],
        says(
            "Backed by",
            "The sources that back it, its own or the nearest above.",
            [REFERENCE_EXAMPLE],
        ),
    ] = ()
    used_by: Annotated[
        tuple[Use, ...],
        says("Used by", "What names it elsewhere.", [{"by": _CHANGE, "fields": ["touchpoints"]}]),
    ] = ()


class OfPhase(OfStatement, frozen=True, kw_only=True):
    """What follows for a phase."""

    totals: Annotated[Totals, says("Totals", "What it costs to meet all its touchpoints.", _TOTALS)]


class OfPain(OfStatement, frozen=True, kw_only=True):
    """What follows for a pain point."""

    answers: Annotated[
        tuple[Reference, ...],
        says("Answers", "The opportunities that address it, the best first.", [_CHANGE]),
    ] = ()


class OfStep(Figures, frozen=True, kw_only=True):
    """What follows for a step."""

    page: Address


class OfScenario(Figures, frozen=True, kw_only=True):
    """What follows for a scenario."""

    page: Address
    ways: Annotated[
        Annotated[int, Meta(ge=0)], says("Ways", "The exact number of different ways.", 6)
    ]
    always: Annotated[
        tuple[Reference, ...], says("Always", "The touchpoints on every way.", [_PLACE])
    ] = ()
    totals: Annotated[
        Totals, says("Totals", "What it costs, from the least way to the most.", _TOTALS)
    ]
    worst: Annotated[
        Moment | None,
        says("Worst", "Its lowest moment; absent where no emotion is known.", _MOMENT),
    ] = None


class OfEmotion(Figures, frozen=True, kw_only=True):
    """Whose emotion it is."""

    persona: Annotated[
        Reference | None, says("Persona", "Who feels so; absent for everyone.", _PERSONA)
    ] = None


class OfKpi(OfThing, frozen=True, kw_only=True):
    """What follows for a KPI."""

    last: Annotated[float | None, says("Last", "Its last value.", 41)] = None
    last_date: Annotated[
        dt.date | None, says("Last date", "The day of its last value.", "2026-03-31")
    ] = None
    trend: Annotated[
        Literal["up", "down", "flat"] | None,
        says("Trend", "The way from the value before to the last one.", "up"),
    ] = None
    improves: Annotated[
        bool | None, says("Improves", "Whether that way is the better one.", example=True)
    ] = None
    on_target: Annotated[
        bool | None, says("On target", "Whether the last value reaches the target.", example=False)
    ] = None
    in_warning: Annotated[
        bool | None, says("In warning", "Whether somebody has to act.", example=False)
    ] = None


class OfSource(OfThing, frozen=True, kw_only=True):
    """What follows for a source; one that is confidential says no more than that it counts."""

    expires: Annotated[
        dt.date | None, says("Expires", "The last day on which it backs anything.", "2027-03-31")
    ] = None
    expired: Annotated[bool, says("Expired", "True where that day is over.", example=False)]


class OfOpportunity(OfThing, frozen=True, kw_only=True):
    """What follows for an opportunity."""

    start_planned: Annotated[
        bool, says("Start planned", "True where `started` is still to come.", example=True)
    ] = False
    end_planned: Annotated[
        bool,
        says(
            "End planned",
            "True where `finished` is still to come, or where it is not done.",
            example=True,
        ),
    ] = False


class OfShared(Figures, frozen=True, kw_only=True):
    """An owner or a tag: what it is called, its page and what it stands at."""

    name: Annotated[str, says("Name", "What it is called.", "Customer experience")]
    page: Annotated[str, says("Page", "Its page.", "owners/customer-experience/index.html")]
    things: Annotated[
        tuple[Reference, ...], says("Things", "What it stands at, by kind.", [REFERENCE_EXAMPLE])
    ]


class Tag(OfShared, frozen=True, kw_only=True):
    """A word that things are grouped by."""


class OfSite(Figures, frozen=True, kw_only=True):
    """What follows for the site as a whole."""

    today: Annotated[
        dt.date, says("Today", "The day that everything is reckoned from.", "2026-11-01")
    ]
    score: Annotated[
        Percent | None, says("Score", "How complete the maps are, in per cent.", 71)
    ] = None
    page: Annotated[str, says("Page", "The home page.", "index.html")]
