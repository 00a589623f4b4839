"""The grid of a map: columns, their heads, lanes, rows and cells.

All counts are in columns from 0. A head or cell covers the columns ``first`` to
``first + span - 1``; the cells of every row cover all columns of the map once, from left to right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from jmsite.model.ids import Ref
from jmsite.model.phase import Stage
from jmsite.swimlane.items import Item, Named

Scope = Literal["phase", "touchpoint"]
Zone = Literal["customer", "frontstage", "backstage", "support"]
Line = Literal["interaction", "visibility", "internal-interaction"]


@dataclass(frozen=True, slots=True)
class PhaseHead:
    """A phase at the head of its columns; ``number`` counts phases from 1."""

    ref: Ref
    title: str
    stage: Stage | None
    first: int
    span: int
    number: int
    summary: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class StepHead:
    """A step at the head of its columns, or the blank above a column that has no step.

    ``rows`` is how many header rows it is tall. A blank has no ``ref`` and no title. ``detail`` is
    the journey that details the step; ``parts`` tells that smaller steps stand below it.
    """

    first: int
    span: int
    rows: int
    phase: Ref
    ref: Ref | None = None
    title: str = ""
    optional: bool = False
    detail: Named | None = None
    parts: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the phase it belongs to, by its place in ``SwimlaneMap.phases``, and its step.

    ``touchpoints`` stand in it from top to bottom, on a map without a lane of touchpoints too.

    ``step`` is the id of the innermost step above it, or empty where the phase has no step here.
    ``opens`` tells whether it is the first column of its phase.
    """

    phase: int
    step: str = ""
    opens: bool = False
    touchpoints: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An item and the touchpoints that say it; no touchpoint where the phase itself does."""

    item: Item
    at: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A place of a lane.

    ``stated_none`` tells that it is empty because the source says so (``pain_points: []``), which
    differs from an empty cell of which nobody said anything.
    """

    first: int
    span: int
    entries: tuple[Entry, ...] = ()
    stated_none: bool = False

    @property
    def says(self) -> bool:
        """Tell whether anything is said here, even that there is none."""
        return bool(self.entries) or self.stated_none


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a lane: what phases say, a cell a phase, or touchpoints, a cell a column."""

    scope: Scope
    cells: tuple[Cell, ...]

    @property
    def says(self) -> bool:
        """Tell whether anything is said in the row."""
        return any(cell.says for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane of the map: a head and one or two rows, what phases say above what touchpoints do.

    ``title`` is None for a lane that comes with jmsite: the words of the site name it by its id.
    ``lines`` are the lines that stand above it, from top to bottom. The lane ``emotion`` holds the
    emotions as text; its picture is the curve of the map.
    """

    id: str
    title: str | None
    icon: str
    zone: Zone
    rows: tuple[Row, ...]
    lines: tuple[Line, ...] = ()

    @property
    def says(self) -> bool:
        """Tell whether anything is said in the lane; one asked for by name may be silent."""
        return any(row.says for row in self.rows)
