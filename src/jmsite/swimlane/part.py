"""Parts of a map that are maps themselves: some of its columns, or some of what a lane says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from jmsite.swimlane.grid import Cell, Column, Lane, PhaseHead, Row, StepHead
from jmsite.swimlane.map import SwimlaneMap

_Placed = TypeVar("_Placed", PhaseHead, StepHead, Cell)


def part_of(map_: SwimlaneMap, first: int, end: int) -> SwimlaneMap:
    """Return the map of the columns from ``first`` up to, but without, ``end``.

    What a phase says as a whole stands in the part in which it begins; the rest of a phase that is
    cut is blank there. A row that says nothing here is left out where its lane has another.
    """
    phases = tuple(_within(map_.phases, first, end))
    before = map_.phases.index(next(p for p in map_.phases if p.first + p.span > first))
    return replace(
        map_,
        columns=tuple(_columns(map_.columns[first:end], before)),
        phases=phases,
        heads=_heads(map_, first, end),
        lanes=tuple(_lane(lane, first, end) for lane in map_.lanes),
        curve=map_.curve.between(first, end),
    )


def most_entries(lane: Lane) -> int:
    """Return how many entries the fullest cell of a lane has."""
    return max((len(cell.entries) for row in lane.rows for cell in row.cells), default=0)


def slice_of(lane: Lane, number: int, count: int) -> Lane:
    """Return the slice of a lane, by its number from 0, where all cells are divided into ``count``.

    The lines above a lane, and what is said to be none, stand in its first slice.
    """
    rows = tuple(
        replace(row, cells=tuple(_slice_of_cell(cell, number, count) for cell in row.cells))
        for row in lane.rows
    )
    return replace(lane, rows=_speaking(rows), lines=lane.lines if number == 0 else ())


def _slice_of_cell(cell: Cell, number: int, count: int) -> Cell:
    total = len(cell.entries)
    start, end = total * number // count, total * (number + 1) // count
    return replace(
        cell, entries=cell.entries[start:end], stated_none=cell.stated_none and number == 0
    )


def _columns(columns: tuple[Column, ...], before: int) -> Iterator[Column]:
    """Yield columns whose phases are counted from the first that is shown."""
    yield from (replace(column, phase=column.phase - before) for column in columns)


def _within(placed: tuple[_Placed, ...], first: int, end: int) -> Iterator[_Placed]:
    """Yield what covers some of the columns, as far as it does, counted from the first of them."""
    for one in placed:
        start, stop = max(one.first, first), min(one.first + one.span, end)
        if start < stop:
            yield replace(one, first=start - first, span=stop - start)


def _heads(map_: SwimlaneMap, first: int, end: int) -> tuple[tuple[StepHead, ...], ...]:
    """Return the rows of heads in which one begins; no head reaches into a row that is gone."""
    rows = [tuple(_within(row, first, end)) for row in map_.heads]
    kept = [number for number, row in enumerate(rows) if row]
    return tuple(
        tuple(
            replace(head, rows=sum(number <= one < number + head.rows for one in kept))
            for head in rows[number]
        )
        for number in kept
    )


def _lane(lane: Lane, first: int, end: int) -> Lane:
    rows = tuple(replace(row, cells=tuple(_cells(row.cells, first, end))) for row in lane.rows)
    return replace(lane, rows=_speaking(rows))


def _cells(cells: tuple[Cell, ...], first: int, end: int) -> Iterator[Cell]:
    for cell in _within(cells, first, end):
        whole = next(one for one in cells if one.first <= first + cell.first < one.first + one.span)
        yield cell if whole.first >= first else Cell(cell.first, cell.span)


def _speaking(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows that say something; the first where none does."""
    return tuple(row for row in rows if row.says) or rows[:1]
