"""Personas: who goes through the journeys."""

from __future__ import annotations

from typing import Annotated, Literal

from jmsite.model.fields import FILE, GOAL_OR_TEXT, WORD, Texts, Thing, refers_to, says
from jmsite.model.units import Ratio


class Persona(Thing, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person who stands for a segment of those who go through a journey."""

    segment: Annotated[
        str, says("Segment", "The group that the persona stands for.", "Buys for the planet", WORD)
    ]
    role: Annotated[
        Literal["prospect", "customer", "employee", "partner"],
        says("Role", "What the persona is to the company.", "prospect"),
    ] = "customer"
    share: Annotated[
        Ratio | None, says("Share", "The share of customers in the segment.", "35%")
    ] = None
    quote: Annotated[
        str, says("Quote", "A sentence that the persona would say.", "I keep things for long.")
    ] = ""
    goals: Annotated[
        Texts | None,
        says(
            "Goals",
            "What the persona wants: ids of goals, or texts.",
            ["Keep a phone for five years"],
            GOAL_OR_TEXT,
        ),
    ] = None
    needs: Annotated[
        Texts | None, says("Needs", "What the persona cannot do without.", ["Proof, not claims"])
    ] = None
    frustrations: Annotated[
        Texts | None, says("Frustrations", "What annoys the persona.", ["Hidden costs"])
    ] = None
    channels: Annotated[
        Texts | None,
        says("Channels", "Ids of the channels it prefers.", ["website"], refers_to("channel")),
    ] = None
    image: Annotated[str, says("Image", "A portrait.", "camille.jpg", FILE)] = ""
