"""Journeys, the ways through them, and the lanes of their maps."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from jmsite.model.fields import ID, WORD, Fields, Id, Ids, Texts, Thing, refers_to, says
from jmsite.model.ids import is_id
from jmsite.model.path import Sequence
from jmsite.model.phase import Phase
from jmsite.model.units import Ratio

ALL_OTHER_LANES = "..."


class Lane(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A lane that the map shows: one that comes with jmsite, or one of the author's own."""

    shorthand: ClassVar[str] = "id"

    id: Annotated[
        str,
        says("Id", "A lane that comes with jmsite, `...` for all others, or a new id.", "gains",
             WORD),
    ]  # fmt: skip
    title: Annotated[str, says("Title", "The head of a lane of one's own.", "Risks")] = ""
    from_: Annotated[
        str,
        says("From", "The `x-` key that a lane of one's own shows, of each phase and its "
             "touchpoints.", "x-risk", WORD),
    ] = ""  # fmt: skip

    def __post_init__(self) -> None:
        """Refuse a lane of one's own whose id is none: it stands in addresses."""
        if self.from_ and not is_id(self.id):
            raise ValueError(f"not an id: {self.id}")


class Scenario(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way through a journey, or a family of ways."""

    id: Annotated[
        Id, says("Id", "Its name in the journey; else it comes from the title.", "in-store", ID)
    ] = ""
    title: Annotated[str, says("Title", "What the way is called.", "From blog to shop")]
    summary: Annotated[
        str, says("Summary", "Who takes this way, and why.", "They want to touch the cloth.")
    ] = ""
    persona: Annotated[
        str, says("Persona", "Id of the persona who takes it.", "camille", refers_to("persona"))
    ] = ""
    share: Annotated[Ratio | None, says("Share", "The share of customers who take it.", "40%")] = (
        None
    )
    path: Annotated[
        Sequence | None,
        says(
            "Path",
            "The touchpoints on the way: ids, `any_of` choices, `optional` items, lists.",
            ["blog", {"any_of": ["shop", ["order-page", "delivery"]]}],
            refers_to("touchpoint"),
        ),
    ] = None
    aliases: Annotated[
        Ids | None, says("Aliases", "Ids that it had before.", ["shop-only"], ID)
    ] = None


class Journey(Thing, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What people go through with a service, from a trigger to an outcome."""

    personas: Annotated[
        Texts | None,
        says("Personas", "Ids of the personas who take it.", ["camille"], refers_to("persona")),
    ] = None
    language: Annotated[
        str, says("Language", "The language of its text, where the site's differs.", "fr", WORD)
    ] = ""
    state: Annotated[
        Literal["current", "future"],
        says("State", "Whether it shows how things are or how they shall be.", "future"),
    ] = "current"
    compare_with: Annotated[
        str,
        says("Compare with", "Id of the journey of the other state.", "buying-today",
             refers_to("journey")),
    ] = ""  # fmt: skip
    parent: Annotated[
        str,
        says("Parent", "Id of the journey that this one details.", "buying", refers_to("journey")),
    ] = ""
    scope: Annotated[
        str, says("Scope", "What the map covers and what it leaves out.", "Online orders only")
    ] = ""
    trigger: Annotated[
        str, says("Trigger", "What sets the customer going.", "The old phone breaks")
    ] = ""
    outcome: Annotated[
        str, says("Outcome", "How it ends when all goes well.", "The new phone is in use")
    ] = ""
    goals: Annotated[
        Texts | None,
        says("Goals", "Ids of the goals that it pursues.", ["buy-fair"], refers_to("goal")),
    ] = None
    kpis: Annotated[
        Texts | None,
        says("KPIs", "Ids of the KPIs that measure it.", ["nps"], refers_to("kpi")),
    ] = None
    scenarios: Annotated[
        tuple[Scenario, ...] | None,
        says("Scenarios", "Ways through the journey.", [{"title": "All online", "path": ["shop"]}]),
    ] = None
    lanes: Annotated[
        tuple[Lane, ...] | None,
        says("Lanes", "The lanes of its map and their order; else the site's.", ["emotion", "..."]),
    ] = None
    phases: Annotated[
        tuple[Phase, ...] | None,
        says(
            "Phases",
            "Phases that are written here and not in folders of their own.",
            [{"title": "Decision", "stage": "during"}],
        ),
    ] = None
