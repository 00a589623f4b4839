"""The kinds of the content format: the one table of what a project consists of."""

from __future__ import annotations

from dataclasses import dataclass

from jmsite.model.channel import Channel
from jmsite.model.fields import Thing
from jmsite.model.goal import Goal
from jmsite.model.journey import Journey
from jmsite.model.kpi import KPI
from jmsite.model.opportunity import Opportunity
from jmsite.model.page import Page
from jmsite.model.persona import Persona
from jmsite.model.phase import Phase
from jmsite.model.source import Source
from jmsite.model.touchpoint import Touchpoint


@dataclass(frozen=True)
class Kind:
    """A kind of thing: its name, the folder it lives in and its type.

    ``plural`` is the folder below ``content/``, the name of its collection file and of its
    part of the site; ``parent`` is the kind that it lives inside of, or empty.
    """

    name: str
    plural: str
    type: type[Thing]
    parent: str = ""
    collection: bool = False


KINDS: tuple[Kind, ...] = (
    Kind("journey", "journeys", Journey),
    Kind("phase", "phases", Phase, parent="journey"),
    Kind("touchpoint", "touchpoints", Touchpoint, parent="phase"),
    Kind("persona", "personas", Persona, collection=True),
    Kind("channel", "channels", Channel, collection=True),
    Kind("goal", "goals", Goal, collection=True),
    Kind("kpi", "kpis", KPI, collection=True),
    Kind("source", "sources", Source, collection=True),
    Kind("opportunity", "opportunities", Opportunity, collection=True),
    Kind("page", "pages", Page),
)
BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}
BY_PLURAL: dict[str, Kind] = {kind.plural: kind for kind in KINDS}

# What is written inside a journey only and has a name there: it is unique in its journey.
INNER_KINDS: tuple[str, ...] = ("phase", "step", "touchpoint", "scenario", "pain-point")
