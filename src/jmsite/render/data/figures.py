"""What programs are told besides what authors wrote: it follows from the model.

These types are the contract, as those of the content format are: the schema is made of them.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta

from jmsite.model.fields import says
from jmsite.render.data.parts import (
    A_CHANGE,
    A_GAP,
    A_MOMENT,
    A_PERSONA,
    A_PLACE,
    A_REFERENCE,
    LAST_CHANGE,
    PAGE,
    SOME_TOTALS,
    Address,
    Figures,
    Gap,
    LastChange,
    Moment,
    Percent,
    Reference,
    Totals,
    Use,
)


class OfHome(Figures, frozen=True, kw_only=True):
    """What follows for the home page."""

    last_change: Annotated[LastChange | None, LAST_CHANGE] = None


class OfThing(Figures, frozen=True, kw_only=True):
    """What follows for everything that has a page of its own."""

    page: Address
    used_by: Annotated[
        tuple[Use, ...],
        says(
            "Used by",
            "What names it elsewhere, by kind.",
            [{"by": A_PLACE, "fields": ["evidence"]}],
        ),
    ] = ()
    gaps: Annotated[
        tuple[Gap, ...],
        says("Gaps", "What is not known of it yet, and what is accepted.", [A_GAP]),
    ] = ()
    last_change: Annotated[LastChange | None, LAST_CHANGE] = None


class OfJourney(OfThing, frozen=True, kw_only=True):
    """What follows for a journey."""

    details: Annotated[
        str, says("Details", "The page that tells it in words.", "journeys/a/details/index.html")
    ]
    score: Annotated[Percent | None, says("Score", "How complete its map is, in per cent.", 71)] = (
        None
    )
    totals: Annotated[
        Totals, says("Totals", "What it costs to meet all its touchpoints.", SOME_TOTALS)
    ]
    worst: Annotated[
        Moment | None,
        says("Worst", "Where it hurts most; absent where nothing is known to.", A_MOMENT),
    ] = None
    unreached: Annotated[
        tuple[Reference, ...], says("Unreached", "The touchpoints on no scenario.", [A_PLACE])
    ] = ()


class OfStatement(Figures, frozen=True, kw_only=True):
    """What follows for a statement: a phase, a touchpoint or a pain point."""

    page: Annotated[str, PAGE] = ""
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
            [A_REFERENCE],
        ),
    ] = ()
    used_by: Annotated[
        tuple[Use, ...],
        says(
            "Used by",
            "What names it elsewhere.",
            [{"by": A_CHANGE, "fields": ["touchpoints"]}],
        ),
    ] = ()


class OfPhase(OfStatement, frozen=True, kw_only=True):
    """What follows for a phase."""

    totals: Annotated[
        Totals, says("Totals", "What it costs to meet all its touchpoints.", SOME_TOTALS)
    ]


class OfPain(OfStatement, frozen=True, kw_only=True):
    """What follows for a pain point."""

    answers: Annotated[
        tuple[Reference, ...],
        says("Answers", "The opportunities that address it, the best first.", [A_CHANGE]),
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
        tuple[Reference, ...], says("Always", "The touchpoints on every way.", [A_PLACE])
    ] = ()
    totals: Annotated[
        Totals, says("Totals", "What it costs, from the least way to the most.", SOME_TOTALS)
    ]
    worst: Annotated[
        Moment | None,
        says("Worst", "Its lowest moment; absent where no emotion is known.", A_MOMENT),
    ] = None


class OfEmotion(Figures, frozen=True, kw_only=True):
    """Whose emotion it is."""

    persona: Annotated[
        Reference | None, says("Persona", "Who feels so; absent for everyone.", A_PERSONA)
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
        tuple[Reference, ...], says("Things", "What it stands at, by kind.", [A_REFERENCE])
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
