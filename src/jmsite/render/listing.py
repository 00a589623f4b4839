"""The list of everything of a kind, as a table."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jmsite.model.fields import Fields
from jmsite.model.ids import Ref
from jmsite.render.edition import Edition
from jmsite.swimlane.items import KpiItem
from jmsite.swimlane.measures import kpi_item

# What a table of a kind shows besides the title; the template draws a column by its name.
COLUMNS: dict[str, tuple[str, ...]] = {
    "journey": ("state", "personas", "owner", "reviewed", "score"),
    "persona": ("segment", "role", "share", "journeys"),
    "channel": ("medium", "owned", "response", "used"),
    "goal": ("of", "kpis", "used"),
    "kpi": ("value", "trend", "target", "line", "owner"),
    "source": ("type", "date", "sample", "valid", "used"),
    "opportunity": ("status", "impact", "effort", "owner", "dates", "kpis"),
    "page": (),
    "owner": ("reach", "owns"),
    "tag": ("used",),
}


@dataclass(frozen=True)
class Row:
    """A thing in a table.

    ``thing`` is None for an owner or a tag. ``used`` counts what mentions it, ``journeys`` are
    those among it. ``item`` is a KPI with its trend.
    """

    ref: Ref
    thing: Fields | None
    summary: str
    used: int
    journeys: tuple[Ref, ...]
    item: KpiItem | None
    score: int | None


def listing_of(edition: Edition, kind: str) -> dict[str, Any]:
    """Return what the template of an index is given."""
    shared = [ref for ref in edition.inventory.shared if ref.kind == kind]
    refs = (
        sorted(shared, key=_alphabet) if shared else [Ref(kind, id_) for id_ in _ids(edition, kind)]
    )
    rows = tuple(_row(edition, ref) for ref in refs)
    return {"kind": kind, "columns": COLUMNS[kind], "rows": rows}


def _alphabet(ref: Ref) -> tuple[str, str]:
    """Order names as a reader looks for them: accents and capitals make no other letter."""
    letters = unicodedata.normalize("NFKD", ref.id.casefold())
    return "".join(one for one in letters if not unicodedata.combining(one)), ref.id


def _ids(edition: Edition, kind: str) -> list[str]:
    things = edition.site.of_kind(kind)
    order = ORDERS.get(kind)
    return sorted(things, key=lambda id_: order(things[id_])) if order else list(things)


def _row(edition: Edition, ref: Ref) -> Row:
    site = edition.site
    shared = edition.inventory.shared.get(ref)
    by = tuple(dict.fromkeys(m.by for m in site.mentions_of(ref))) if shared is None else shared
    thing = edition.inventory.things.get(ref)
    score = edition.outcome.score_of(ref) if ref.kind == "journey" else None
    return Row(
        ref,
        thing,
        "" if getattr(thing, "confidential", False) else getattr(thing, "summary", ""),
        len(by),
        tuple(mention for mention in by if mention.kind == "journey"),
        kpi_item(site.kpis[ref.id]) if ref.kind == "kpi" else None,
        score.percent if score else None,
    )


def _opportunity_order(thing: Any) -> tuple[int, int, int]:
    """Order changes by how far they are, then by what they bring, then by what they cost."""
    status = ("in-progress", "planned", "idea", "done", "dropped").index(thing.status)
    return status, -(thing.impact or 0), thing.effort or 6


ORDERS: dict[str, Callable[[Any], Any]] = {"opportunity": _opportunity_order}
