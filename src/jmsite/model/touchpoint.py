"""Touchpoints: where customer and company meet, on a channel."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from jmsite.model.emotion import Emotions
from jmsite.model.fields import (
    FILE,
    LINK,
    WORD,
    Fields,
    Level,
    Texts,
    Thing,
    refers_to,
    says,
)
from jmsite.model.pain_point import PainPoint
from jmsite.model.units import Duration, Ratio


class Action(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the company does at a touchpoint, who does it and with which system."""

    shorthand: ClassVar[str] = "action"

    actor: Annotated[str, says("Actor", "Who does it.", "Service agent", WORD)] = ""
    action: Annotated[str, says("Action", "What is done.", "Checks the stock")]
    system: Annotated[str, says("System", "What it is done with.", "Order system", WORD)] = ""


class Touchpoint(Thing, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A contact between customer and company, on one channel, inside a phase."""

    channel: Annotated[
        str,
        says("Channel", "Id of the channel that carries it.", "website", refers_to("channel")),
    ]
    initiator: Annotated[
        Literal["customer", "company"] | None,
        says("Initiator", "Who starts it.", "customer"),
    ] = None
    step: Annotated[
        str,
        says("Step", "Id of the step of its phase that it belongs to.", "pay", refers_to("step")),
    ] = ""
    optional: Annotated[
        bool, says("Optional", "True where the journey goes on without it.", True)
    ] = False
    moment_of_truth: Annotated[
        bool, says("Moment of truth", "True where the customer is won or lost.", True)
    ] = False
    emotion: Annotated[
        Emotions | None,
        says("Emotion", "How people feel here, all alike or per persona.", -1),
    ] = None
    perception: Annotated[
        str, says("Perception", "How the company is perceived here.", "They know my order.")
    ] = ""
    effort: Annotated[
        Level | None, says("Effort", "What it costs the customer: 1 easy to 5 hard.", 3)
    ] = None
    duration: Annotated[Duration | None, says("Duration", "How long it takes.", "10 min")] = None
    wait: Annotated[Duration | None, says("Wait", "How long the customer waits.", "3 d")] = None
    drop_off: Annotated[
        Ratio | None, says("Drop-off", "The share of customers who leave here.", "37%")
    ] = None
    pain_points: Annotated[
        tuple[PainPoint, ...] | None,
        says("Pain points", "What hurts here; an empty list says none were found.", ["Queue"]),
    ] = None
    gains: Annotated[
        Texts | None, says("Gains", "What pleases here.", ["Advice without pressure"])
    ] = None
    kpis: Annotated[
        Texts | None,
        says("KPIs", "Ids of the KPIs that measure it.", ["conversion"], refers_to("kpi")),
    ] = None
    next: Annotated[
        Texts | None,
        says(
            "Next",
            "Ids of the touchpoints that may follow; else the next in order does.",
            ["pick-up", "delivery"],
            refers_to("touchpoint"),
        ),
    ] = None
    frontstage: Annotated[
        tuple[Action, ...] | None,
        says("Frontstage", "What the company does in sight of the customer.", ["Greets"]),
    ] = None
    backstage: Annotated[
        tuple[Action, ...] | None,
        says("Backstage", "What the company does out of sight.", ["Packs the parcel"]),
    ] = None
    support: Annotated[
        tuple[Action, ...] | None,
        says("Support", "Processes and systems that carry the work.", ["Stock system"]),
    ] = None
    image: Annotated[
        str, says("Image", "A picture for the storyboard.", "order-page.png", FILE)
    ] = ""
    link: Annotated[
        str, says("Link", "Where the touchpoint can be seen.", "https://example.org/shop", LINK)
    ] = ""
