"""Pain points: what hurts, how much, and how that is known."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from jmsite.model.fields import ID, Fields, Id, Ids, Texts, refers_to, says

Weight = Literal["low", "medium", "high"]


class PainPoint(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that hurts customers at a phase or touchpoint.

    A pain point that was written as a plain text has an empty id: nobody can refer to it.
    """

    shorthand: ClassVar[str] = "title"

    id: Annotated[
        Id, says("Id", "Its name in the journey; else it comes from the title.", "late-costs", ID)
    ] = ""
    title: Annotated[
        str, says("Title", "What hurts, as customers would say it.", "Late delivery costs")
    ]
    severity: Annotated[Weight, says("Severity", "How much it hurts.", "high")] = "medium"
    bottleneck: Annotated[bool, says("Bottleneck", "True where it holds customers up.", True)] = (
        False
    )
    evidence: Annotated[
        Texts | None,
        says(
            "Evidence",
            "Ids of the sources that back it; an empty list says that there are none.",
            ["survey-2026"],
            refers_to("source"),
        ),
    ] = None
    aliases: Annotated[
        Ids | None, says("Aliases", "Ids that it had before.", ["shipping-costs"], ID)
    ] = None
