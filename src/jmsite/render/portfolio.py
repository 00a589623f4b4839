"""The portfolio: all journeys in one picture, in a table and as a tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from jmsite.model.fields import Thing
from jmsite.model.ids import Ref
from jmsite.render.edition import Edition
from jmsite.render.home import JourneyRow, journey_rows
from jmsite.render.portfolio_strip import STAGES, stages_in
from jmsite.render.portfolio_tree import tree_of

# Up to so many journeys there is room for the names of phases in the picture of all.
_NAMED = 12


@dataclass(frozen=True)
class Choices:
    """What a list can be narrowed to: the people, owners and tags that occur in it."""

    personas: tuple[Ref, ...]
    owners: tuple[Ref, ...]
    tags: tuple[Ref, ...]


def context(edition: Edition) -> dict[str, Any]:
    """Return what the template of the portfolio is given."""
    rows = journey_rows(edition)
    stages = stages_in(row.strip for row in rows)
    return {
        "rows": rows,
        "choices": choices_of(edition, [row.journey for row in rows]),
        "stages": tuple((STAGES.index(stage), stage) for stage in stages),
        "named": len(rows) <= _NAMED,
        "tree": tree_of(edition.site),
        "sum": _sum(rows),
    }


def choices_of(edition: Edition, things: Iterable[Thing]) -> Choices:
    """Return the people, owners and tags of some things, each in the order of the site."""
    given = tuple(things)
    people = {who for thing in given for who in getattr(thing, "personas", None) or ()}
    owners = {thing.owner for thing in given if thing.owner}
    tags = {tag for thing in given for tag in thing.tags or ()}
    return Choices(
        tuple(Ref("persona", id_) for id_ in edition.site.personas if id_ in people),
        tuple(Ref("owner", name) for name in sorted(owners, key=str.casefold)),
        tuple(Ref("tag", name) for name in sorted(tags, key=str.casefold)),
    )


def _sum(rows: tuple[JourneyRow, ...]) -> dict[str, int]:
    """Return how many journeys there are, hurt very much, and have nobody who answers for them."""
    return {
        "journeys": len(rows),
        "future": sum(row.journey.state == "future" for row in rows),
        "hurting": sum(row.worst is not None and row.worst.score <= -2 for row in rows),
        "unowned": sum(not row.journey.owner for row in rows),
    }
