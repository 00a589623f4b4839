"""A map cut into sheets of paper: whole phases side by side, whole lanes above each other.

All lengths are in one unit, whichever the caller measures in. Sheets hang on a wall as the map
stands on a screen: those of a band of columns below each other, all bands with the same lanes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from jmsite.model.ids import Ref
from jmsite.swimlane.grid import Lane, PhaseHead, StepHead
from jmsite.swimlane.map import SwimlaneMap
from jmsite.swimlane.part import most_entries, part_of, slice_of

# The lane whose first slice has the curve.
_CURVE = "emotion"
# What it costs to begin a sheet at a lane that no line stands above, against an empty sheet.
_AWAY_FROM_LINE = 0.15
# What harm it does to cut a phase that is wider than any sheet.
_BETWEEN_STEPS, _IN_STEP = 1, 4
_NO_WAY = ((sys.maxsize, 0, 0), 0)


@dataclass(frozen=True, slots=True)
class Paper:
    """The room for the table on a sheet; ``lane`` is how wide the heads of lanes are.

    ``column`` is how narrow a column may get.
    """

    width: float
    height: float
    lane: float
    column: float

    @property
    def most(self) -> int:
        """Return how many columns a sheet has room for, at least one."""
        return max(1, int((self.width - self.lane) / self.column))


class Heights(NamedTuple):
    """How tall a map is: its heads, and each of its lanes with the lines above it."""

    head: float
    lanes: tuple[float, ...]


# How tall a map is whose columns are so wide.
Measure = Callable[[SwimlaneMap, float], Heights]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part of a map that stands on one sheet.

    ``across`` and ``down`` are its place on a wall, from 0. ``continued`` are the phases and steps
    that begin on another sheet, ``again`` the lanes that do. ``spare`` is how much of its height
    is left, below 0 where a single entry is taller than any sheet.
    """

    map: SwimlaneMap
    across: int
    down: int
    continued: frozenset[Ref]
    again: frozenset[str]
    spare: float


@dataclass(frozen=True, slots=True)
class _Band:
    """The columns of a sheet from ``first`` on, how wide each is and how tall the map is then."""

    part: SwimlaneMap
    first: int
    width: float
    heights: Heights


@dataclass(frozen=True, slots=True)
class _Layer:
    """A lane, or a slice of one too tall for a sheet, as it stands in each band of columns."""

    lanes: tuple[Lane, ...]
    heights: tuple[float, ...]
    number: int = 0

    @property
    def height(self) -> float:
        return max(self.heights)

    @property
    def id(self) -> str:
        return self.lanes[0].id


def sheets_of(map_: SwimlaneMap, paper: Paper, measure: Measure) -> tuple[Sheet, ...]:
    """Return the sheets of a map, those of a band of columns after each other; none without one.

    Every column and lane stands on a sheet once. A phase is cut only where it is wider than a
    sheet, between steps where it can be; a lane only where it is taller, between its entries.
    """
    if not map_.columns:
        return ()
    edges = _edges(map_, paper.most)
    bands = [_band(map_, first, end, paper, measure) for first, end in pairwise(edges)]
    room = paper.height - max(band.heights.head for band in bands)
    # A map that says nothing has its heads alone.
    stacks = _stacked(_layers(bands, room, measure), room) or [()]
    sheets = (
        replace(_sheet(map_, band, across, stack, room), down=down)
        for across, band in enumerate(bands)
        for down, stack in enumerate(stacks)
    )
    return tuple(sheet for sheet in sheets if sheet.map.lanes or not map_.lanes)


def least_sheets(map_: SwimlaneMap, paper: Paper) -> int:
    """Return how many sheets a map takes at least: as many as its columns need side by side."""
    return len(_edges(map_, paper.most)) - 1


def _band(map_: SwimlaneMap, first: int, end: int, paper: Paper, measure: Measure) -> _Band:
    part = part_of(map_, first, end)
    width = (paper.width - paper.lane) / (end - first)
    return _Band(part, first, width, measure(part, width))


def _edges(map_: SwimlaneMap, most: int) -> list[int]:
    """Return where bands of columns begin and end: few, cut at phases, alike in width."""
    cuts = _cuts(map_, most)
    # The fewest bands, then the least harm, then the least difference; and the edge before.
    best: list[tuple[tuple[int, int, int], int]] = [((0, 0, 0), 0)]
    for end in range(1, len(map_.columns) + 1):
        ways = []
        for start in (one for one in range(max(0, end - most), end) if one in cuts):
            bands, harm, squares = best[start][0]
            ways.append(((bands + 1, harm + cuts[start], squares + (end - start) ** 2), start))
        best.append(min(ways, default=_NO_WAY))
    edges = [len(map_.columns)]
    while edges[-1] > 0:
        edges.append(best[edges[-1]][1])
    return edges[::-1]


def _cuts(map_: SwimlaneMap, most: int) -> dict[int, int]:
    """Return the columns that a band may begin with, and what harm that does."""
    steps = {head.first for row in map_.heads[:1] for head in row}
    cuts = {}
    for phase in map_.phases:
        cuts[phase.first] = 0
        if phase.span > most:
            inner = range(phase.first + 1, phase.first + phase.span)
            cuts |= {column: _BETWEEN_STEPS if column in steps else _IN_STEP for column in inner}
    return cuts


def _layers(bands: Sequence[_Band], room: float, measure: Measure) -> Iterator[_Layer]:
    """Yield the lanes from top to bottom, divided where one is taller than the room."""
    for place in range(len(bands[0].part.lanes)):
        lanes = tuple(band.part.lanes[place] for band in bands)
        whole = _Layer(lanes, tuple(band.heights.lanes[place] for band in bands))
        yield from (whole,) if whole.height <= room else _slices(bands, lanes, room, measure)


def _slices(
    bands: Sequence[_Band], lanes: tuple[Lane, ...], room: float, measure: Measure
) -> list[_Layer]:
    """Return a lane in as few slices as have room, or with single entries where none has."""
    slices: list[_Layer] = []
    for count in range(1, max(map(most_entries, lanes)) + 1):
        slices = [_slice(bands, lanes, number, count, measure) for number in range(count)]
        if all(one.height <= room for one in slices):
            break
    return slices


def _slice(
    bands: Sequence[_Band], lanes: tuple[Lane, ...], number: int, count: int, measure: Measure
) -> _Layer:
    sliced = tuple(slice_of(lane, number, count) for lane in lanes)
    heights = (
        measure(_with(band.part, (lane,), curve=number == 0), band.width).lanes[0]
        for band, lane in zip(bands, sliced, strict=True)
    )
    return _Layer(sliced, tuple(heights), number)


def _with(part: SwimlaneMap, lanes: tuple[Lane, ...], *, curve: bool) -> SwimlaneMap:
    """Return a part of a map with some lanes alone, and with its curve or without."""
    drawn = part.curve if curve else replace(part.curve, lines=())
    return replace(part, lanes=lanes, curve=drawn)


def _stacked(layers: Iterable[_Layer], room: float) -> list[Sequence[_Layer]]:
    """Return the layers of each sheet: few sheets, alike in height, begun below a line if any."""
    every = tuple(layers)
    best: list[tuple[tuple[int, float], int]] = [((0, 0.0), 0)]
    for end in range(1, len(every) + 1):
        ways = []
        for start in (one for one in range(end) if _have_room(every[one:end], room)):
            sheets, cost = best[start][0]
            ways.append(((sheets + 1, cost + _cost(every[start:end], room)), start))
        best.append(min(ways))
    stacks: list[Sequence[_Layer]] = []
    end = len(every)
    while end > 0:
        start = best[end][1]
        stacks.append(every[start:end])
        end = start
    return stacks[::-1]


def _have_room(stack: Sequence[_Layer], room: float) -> bool:
    """Tell whether layers may share a sheet; one that has no room anywhere stands alone."""
    once = len({layer.id for layer in stack}) == len(stack)
    return len(stack) == 1 or (once and sum(layer.height for layer in stack) <= room)


def _cost(stack: Sequence[_Layer], room: float) -> float:
    """Return what is lost by a sheet: the square of its empty share, and a beginning at no line."""
    empty = max(0.0, 1 - sum(layer.height for layer in stack) / room)
    return empty**2 + (0 if stack[0].lanes[0].lines else _AWAY_FROM_LINE)


def _sheet(
    map_: SwimlaneMap, band: _Band, across: int, stack: Sequence[_Layer], room: float
) -> Sheet:
    again = frozenset(layer.id for layer in stack if layer.number)
    every = (layer.lanes[across] for layer in stack)
    lanes = tuple(lane for lane in every if lane.id not in again or lane.says)
    return Sheet(
        map=_with(band.part, lanes, curve=_CURVE not in again),
        across=across,
        down=0,
        continued=frozenset(_cut_before(map_, band.first)),
        again=again,
        spare=room - sum(layer.heights[across] for layer in stack),
    )


def _cut_before(map_: SwimlaneMap, column: int) -> Iterator[Ref]:
    """Yield the phases and steps that are cut before a column."""
    heads: list[PhaseHead | StepHead] = [*map_.phases]
    heads += [head for row in map_.heads for head in row]
    for head in heads:
        if head.ref and head.first < column < head.first + head.span:
            yield head.ref
