"""The opportunity matrix: what a change would bring against what it would cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jmsite.model.ids import Ref
from jmsite.model.opportunity import Opportunity
from jmsite.render.edition import Edition
from jmsite.render.portfolio import choices_of

LEVELS = (1, 2, 3, 4, 5)
_STATUS = ("in-progress", "planned", "idea", "done", "dropped")
_CLOSED = ("done", "dropped")


@dataclass(frozen=True)
class Mark:
    """An opportunity with the number that it has in the matrix, 0 where it has no place there."""

    number: int
    ref: Ref
    opportunity: Opportunity


def context(edition: Edition) -> dict[str, Any]:
    """Return what the template of the opportunities is given."""
    every = edition.site.opportunities.values()
    marks = marks_of(edition)
    return {
        "marks": marks,
        "unplaced": sum(not mark.number for mark in marks),
        "matrix": matrix_of(marks),
        "levels": LEVELS,
        "owners": choices_of(edition, every).owners,
        "approaches": tuple(dict.fromkeys(one.approach for one in every if one.approach)),
        "statuses": tuple(s for s in _STATUS if any(one.status == s for one in every)),
    }


def marks_of(edition: Edition) -> tuple[Mark, ...]:
    """Return all opportunities, quick wins first; those without a place in the matrix come last.

    A quick win brings much and costs little. What is done or dropped is no win to be had any more,
    so it comes after all that is open.
    """
    opportunities = edition.site.opportunities.values()
    placed = sorted((one for one in opportunities if _has_place(one)), key=_quick)
    others = sorted((one for one in opportunities if not _has_place(one)), key=_far)
    numbered = [Mark(number, _ref(one), one) for number, one in enumerate(placed, start=1)]
    return (*numbered, *(Mark(0, _ref(one), one) for one in others))


def matrix_of(marks: tuple[Mark, ...]) -> tuple[tuple[int, tuple[tuple[Mark, ...], ...]], ...]:
    """Return the rows of the matrix, the highest impact first: the level, then a cell an effort."""
    return tuple(
        (impact, tuple(_at(marks, impact, effort) for effort in LEVELS))
        for impact in reversed(LEVELS)
    )


def _at(marks: tuple[Mark, ...], impact: int, effort: int) -> tuple[Mark, ...]:
    return tuple(
        mark
        for mark in marks
        if mark.number and (mark.opportunity.impact, mark.opportunity.effort) == (impact, effort)
    )


def _ref(opportunity: Opportunity) -> Ref:
    return Ref("opportunity", opportunity.id)


def _has_place(opportunity: Opportunity) -> bool:
    return bool(opportunity.impact and opportunity.effort)


def _quick(one: Opportunity) -> tuple[bool, int, int, int]:
    impact, effort = one.impact or 0, one.effort or 0
    return one.status in _CLOSED, effort - impact, -impact, _STATUS.index(one.status)


def _far(one: Opportunity) -> int:
    return _STATUS.index(one.status)
