"""What figures are made of: references, gaps, lengths, sums, and what the schema tells of each."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from msgspec import Meta, Struct

from jmsite.model.fields import says

PAGE = says("Page", "Its page, with the place there.", "personas/camille/index.html")
Address = Annotated[str, PAGE]
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


A_REFERENCE = {
    "kind": "source",
    "id": "crm",
    "title": "CRM",
    "page": "sources/crm/index.html",
}


A_PERSONA = {
    "kind": "persona",
    "id": "camille",
    "title": "Camille",
    "page": "personas/camille/index.html",
}
A_PLACE = {
    "kind": "touchpoint",
    "id": "order-page",
    "journey": "fairphone",
    "title": "Order page",
    "page": "journeys/fairphone/index.html#touchpoint-order-page",
}
A_CHANGE = {
    "kind": "opportunity",
    "id": "show-costs",
    "title": "Show all costs",
    "page": "opportunities/show-costs/index.html",
}


class Use(Figures, frozen=True, kw_only=True):
    """That a thing is named elsewhere."""

    by: Annotated[Reference, says("By", "What names it.", A_REFERENCE)]
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
        tuple[Reference, ...],
        says("About", "What it is about, the outermost first.", [A_PLACE]),
    ] = ()
    waived: Annotated[
        str, says("Waived", "Why the owner accepts it; absent where nobody does.", "On purpose.")
    ] = ""


A_GAP = {
    "code": "JM205",
    "rule": "One channel",
    "text": "All touchpoints are on one channel.",
}


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


SOME_TOTALS = dict.fromkeys(("time", "duration", "wait", "effort"), _RANGE)


class Moment(Figures, frozen=True, kw_only=True):
    """A place of a journey that hurts most."""

    place: Annotated[Reference, says("Place", "The touchpoint, or the phase.", A_PLACE)]
    score: Annotated[
        float | None, says("Score", "How it feels, from -2 to 2, where that is known.", -2)
    ] = None
    persona: Annotated[
        Reference | None, says("Persona", "Who feels so; absent for everyone.", A_PERSONA)
    ] = None
    label: Annotated[str, says("Label", "A word for the feeling.", "Impatient")] = ""
    quote: Annotated[str, says("Quote", "What people say.", "Where is my parcel?")] = ""
    pain_point: Annotated[
        str, says("Pain point", "The worst pain point there.", "Late delivery costs")
    ] = ""
    backed_by: Annotated[
        tuple[Reference, ...], says("Backed by", "The sources of that.", [A_REFERENCE])
    ] = ()
    answers: Annotated[
        tuple[Reference, ...],
        says("Answers", "The opportunities for it, the best first.", [A_CHANGE]),
    ] = ()
    owner: Annotated[str, says("Owner", "Who answers for the place.", "Customer experience")] = ""


A_MOMENT = {
    "place": A_PLACE,
    "score": -2,
    "persona": A_PERSONA,
    "label": "Annoyed",
}


class LastChange(Figures, frozen=True, kw_only=True):
    """When the files that say something changed for the last time, as git knows it."""

    date: Annotated[dt.date, says("Date", "The day of it, in UTC.", "2026-05-03")]
    author: Annotated[
        str, says("Author", "Who wrote it; absent where the site names no authors.", "Ana")
    ] = ""


LAST_CHANGE = says(
    "Last change",
    "When it changed for the last time; absent where git does not know.",
    {"date": "2026-05-03", "author": "Ana"},
)
