"""Goals: what customers or the business want."""

from __future__ import annotations

from typing import Annotated, Literal

from jmsite.model.fields import Texts, Thing, refers_to, says


class Goal(Thing, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that customers or the business want to reach."""

    of: Annotated[Literal["customer", "business"], says("Of", "Whose goal it is.", "business")] = (
        "customer"
    )
    kpis: Annotated[
        Texts | None,
        says("KPIs", "Ids of the KPIs that measure it.", ["nps"], refers_to("kpi")),
    ] = None
