"""The rows of a lane: what phases say, and below it what their touchpoints say."""

from __future__ import annotations

from collections.abc import Iterable

from jmsite.model.phase import Phase
from jmsite.model.touchpoint import Touchpoint
from jmsite.swimlane.columns import Grid
from jmsite.swimlane.facts import Facts, named_touchpoint
from jmsite.swimlane.grid import Cell, Entry, Row
from jmsite.swimlane.items import Item, Named
from jmsite.swimlane.lanes import LaneKind, OfPhase, OfTouchpoint
from jmsite.swimlane.statements import Items


def rows_of(kind: LaneKind, facts: Facts, grid: Grid) -> tuple[Row, ...]:
    """Return the rows of a lane in which anything is said; a silent lane keeps its first row."""
    rows = []
    if kind.phase is not None:
        rows.append(_phase_row(kind.phase, facts, grid))
    if kind.touchpoint is not None:
        rows.append(_touchpoint_row(kind.touchpoint, facts, grid))
    return tuple(row for row in rows if row.says) or tuple(rows[:1])


def _phase_row(read: OfPhase, facts: Facts, grid: Grid) -> Row:
    cells = []
    for head, phase in zip(grid.phases, facts.journey.phases or (), strict=True):
        said = read(facts, phase)
        entries = _merged((item, ()) for item in said or ())
        cells.append(Cell(head.first, head.span, entries, stated_none=said == ()))
    return Row("phase", tuple(cells))


def _touchpoint_row(read: OfTouchpoint, facts: Facts, grid: Grid) -> Row:
    phases = facts.journey.phases or ()
    return Row(
        "touchpoint",
        tuple(
            _column_cell(read, facts, phases[column.phase], place, touchpoints)
            for place, (column, touchpoints) in enumerate(
                zip(grid.columns, grid.touchpoints, strict=True)
            )
        ),
    )


def _column_cell(
    read: OfTouchpoint, facts: Facts, phase: Phase, place: int, here: tuple[Touchpoint, ...]
) -> Cell:
    """Return what the touchpoints of a column say; it is "none" only where all of them say so."""
    said: list[tuple[Named, Items]] = [
        (named_touchpoint(facts.journey, one), read(facts, phase, one)) for one in here
    ]
    entries = _merged((item, (who,)) for who, items in said for item in items or ())
    return Cell(place, 1, entries, stated_none=bool(said) and all(i == () for _, i in said))


def _merged(said: Iterable[tuple[Item, tuple[Named, ...]]]) -> tuple[Entry, ...]:
    """Return entries in which equal items stand once, with all the touchpoints that say them."""
    entries: dict[str, Entry] = {}
    for item, at in said:
        # Not by ``==``: an author's own 1 is not true.
        before = entries.setdefault(repr(item), Entry(item))
        entries[repr(item)] = Entry(item, _joined(before.at, at))
    return tuple(entries.values())


def _joined(some: tuple[Named, ...], others: tuple[Named, ...]) -> tuple[Named, ...]:
    return tuple(dict.fromkeys((*some, *others)))
