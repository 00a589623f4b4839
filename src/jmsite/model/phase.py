"""Phases of a journey and the steps that customers take in them."""

from __future__ import annotations

from typing import Annotated, Literal

from jmsite.model.emotion import Emotions
from jmsite.model.fields import GOAL_OR_TEXT, ID, Fields, Id, Ids, Texts, Thing, refers_to, says
from jmsite.model.pain_point import PainPoint
from jmsite.model.touchpoint import Touchpoint
from jmsite.model.units import Duration

Stage = Literal["before", "during", "after"]
STAGES: tuple[Stage, ...] = ("before", "during", "after")


class Step(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that the customer does; it may consist of smaller steps."""

    id: Annotated[
        Id, says("Id", "Its name in the journey; else it comes from the title.", "pay", ID)
    ] = ""
    title: Annotated[str, says("Title", "What the customer does.", "Pay")]
    optional: Annotated[
        bool, says("Optional", "True where the journey goes on without it.", True)
    ] = False
    steps: Annotated[
        tuple[Step, ...] | None,
        says("Steps", "The smaller steps that it consists of.", [{"title": "Enter the address"}]),
    ] = None
    journey: Annotated[
        str,
        says("Journey", "Id of a journey that details it.", "checkout", refers_to("journey")),
    ] = ""
    aliases: Annotated[Ids | None, says("Aliases", "Ids that it had before.", ["checkout"], ID)] = (
        None
    )


class Phase(Thing, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a journey with a state of mind of its own; phases head the map."""

    stage: Annotated[
        Stage | None,
        says("Stage", "Before, during or after the purchase or the service moment.", "before"),
    ] = None
    mindset: Annotated[
        str, says("Mindset", "The state of mind that customers are in.", "Curious, in no hurry")
    ] = ""
    goals: Annotated[
        Texts | None,
        says(
            "Goals",
            "What the customer wants here: ids of goals, or texts for this phase alone.",
            ["Know what it costs in all"],
            GOAL_OR_TEXT,
        ),
    ] = None
    steps: Annotated[
        tuple[Step, ...] | None,
        says("Steps", "What the customer does, in order.", [{"title": "Compare"}]),
    ] = None
    emotion: Annotated[
        Emotions | None,
        says("Emotion", "How people feel in this phase, all alike or per persona.", 1),
    ] = None
    perception: Annotated[
        str, says("Perception", "How the company is perceived here.", "Honest, a little slow")
    ] = ""
    influences: Annotated[
        Texts | None, says("Influences", "What sways customers here.", ["Reviews by others"])
    ] = None
    questions: Annotated[
        Texts | None, says("Questions", "What customers ask themselves.", ["Will it last?"])
    ] = None
    gains: Annotated[
        Texts | None, says("Gains", "What pleases here.", ["Prices with all costs"])
    ] = None
    pain_points: Annotated[
        tuple[PainPoint, ...] | None,
        says("Pain points", "What hurts here; an empty list says none were found.", ["Jargon"]),
    ] = None
    kpis: Annotated[
        Texts | None,
        says("KPIs", "Ids of the KPIs that measure it.", ["conversion"], refers_to("kpi")),
    ] = None
    duration: Annotated[
        Duration | None, says("Duration", "How long customers spend in it.", "2 w")
    ] = None
    touchpoints: Annotated[
        tuple[Touchpoint, ...] | None,
        says(
            "Touchpoints",
            "Touchpoints that are written here and not in files of their own.",
            [{"title": "Order page", "channel": "website"}],
        ),
    ] = None
