"""Opportunities: changes to a journey, from idea to measured result."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from jmsite.model.fields import Level, Texts, Thing, refers_to, says

Status = Literal["idea", "planned", "in-progress", "done", "dropped"]


class Opportunity(Thing, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A change to a journey that answers pain points."""

    approach: Annotated[
        Literal["simplify", "personalise", "availability", "other"] | None,
        says("Approach", "The way in which it helps.", "simplify"),
    ] = None
    addresses: Annotated[
        Texts | None,
        says(
            "Addresses",
            "Ids of the pain points that it answers.",
            ["fairphone/late-costs"],
            refers_to("pain-point"),
        ),
    ] = None
    touchpoints: Annotated[
        Texts | None,
        says(
            "Touchpoints",
            "Ids of the touchpoints that it changes.",
            ["fairphone/order-page"],
            refers_to("touchpoint"),
        ),
    ] = None
    phases: Annotated[
        Texts | None,
        says(
            "Phases",
            "Ids of the phases that it changes.",
            ["fairphone/decision"],
            refers_to("phase"),
        ),
    ] = None
    impact: Annotated[
        Level | None, says("Impact", "What it would bring: 1 little to 5 much.", 4)
    ] = None
    effort: Annotated[
        Level | None, says("Effort", "What it would cost: 1 little to 5 much.", 2)
    ] = None
    status: Annotated[Status, says("Status", "How far it is.", "planned")] = "idea"
    kpis: Annotated[
        Texts | None,
        says("KPIs", "Ids of the KPIs that it should move.", ["conversion"], refers_to("kpi")),
    ] = None
    started: Annotated[date | None, says("Started", "When it starts or started.", "2026-02-01")] = (
        None
    )
    finished: Annotated[
        date | None, says("Finished", "When it is finished, planned or real.", "2026-04-15")
    ] = None
    expected: Annotated[
        str, says("Expected", "What it is expected to bring.", "Fewer people leave")
    ] = ""
    result: Annotated[str, says("Result", "What it has brought.", "Drop-off from 37% to 29%")] = ""
