"""The map read phase by phase: the same lanes and entries, put together at what they are about.

A narrow screen shows this instead of the table; the details of a card are a part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jmsite.model.ids import Ref
from jmsite.render.map_view import MapView
from jmsite.swimlane.grid import Cell, Entry, Lane, PhaseHead, StepHead
from jmsite.swimlane.items import EmotionItem, PainItem, TouchpointItem


@dataclass(frozen=True)
class Said:
    """What a lane says of a phase or touchpoint; no entries where it says that there is none."""

    lane: Lane
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Stop:
    """A touchpoint with what each lane says of it; ``steps`` are the steps that begin with it."""

    item: TouchpointItem
    says: tuple[Said, ...]
    steps: tuple[StepHead, ...]

    @property
    def who(self) -> tuple[str, ...]:
        """Return the ids of the personas whose emotion is known here; none means everyone."""
        people = (person.ref.id for one in self._emotions() for person in one.personas)
        return tuple(dict.fromkeys(people))

    @property
    def score(self) -> float | None:
        """Return the lowest emotion here, from -2 to 2, or None where none is known."""
        return min((one.score for one in self._emotions()), default=None)

    @property
    def assumed(self) -> bool:
        """Tell whether something said here is an assumption: the touchpoint or a pain point."""
        pains = (e.item for said in self.says for e in said.entries if isinstance(e.item, PainItem))
        return not self.item.validated or not all(pain.validated for pain in pains)

    def _emotions(self) -> Iterator[EmotionItem]:
        for said in self.says:
            yield from (e.item for e in said.entries if isinstance(e.item, EmotionItem))


@dataclass(frozen=True)
class Part:
    """A phase: what its lanes say of it as a whole, its touchpoints and steps without any.

    ``others`` are touchpoints of which lanes speak though the map has no lane of touchpoints.
    """

    head: PhaseHead
    says: tuple[Said, ...]
    stops: tuple[Stop, ...]
    others: tuple[tuple[Ref, tuple[Said, ...]], ...]
    bare: tuple[StepHead, ...]

    @property
    def refs(self) -> Iterator[Ref]:
        """Yield what has a name and stands in this part."""
        yield self.head.ref
        yield from (step.ref for step in self.bare if step.ref)
        yield from _pains(self.says)
        for stop in self.stops:
            yield stop.item.ref
            yield from (step.ref for step in stop.steps if step.ref)
            yield from _pains(stop.says)
        for ref, says in self.others:
            yield ref
            yield from _pains(says)


def phase_parts(drawn: MapView) -> tuple[Part, ...]:
    """Return the map phase by phase, in the order of its columns."""
    return tuple(_part(drawn, head) for head in drawn.map.phases)


def _part(drawn: MapView, head: PhaseHead) -> Part:
    whole: list[Said] = []
    at: dict[Ref, list[Said]] = {}
    for lane in drawn.map.lanes:
        if lane.id == "touchpoints":
            continue
        for row in drawn.rows(lane):
            cells = [cell for cell in row.cells if _within(cell, head)]
            if row.scope == "phase":
                whole += [Said(lane, cell.entries) for cell in cells if cell.says]
            else:
                _at_touchpoints(drawn, lane, cells, at)
    steps = _steps(drawn, head)
    stops = []
    for place, item in _cards(drawn, head):
        begun = tuple(step for step in steps if step.first <= place)
        steps = [step for step in steps if step not in begun]
        stops.append(Stop(item, tuple(at.pop(item.ref, ())), begun))
    others = tuple((ref, tuple(says)) for ref, says in at.items())
    return Part(head, tuple(whole), tuple(stops), others, tuple(steps))


def _pains(says: tuple[Said, ...]) -> Iterator[Ref]:
    for said in says:
        for entry in said.entries:
            if isinstance(entry.item, PainItem) and entry.item.ref:
                yield entry.item.ref


def _within(cell: Cell, head: PhaseHead) -> bool:
    return head.first <= cell.first < head.first + head.span


def _at_touchpoints(
    drawn: MapView, lane: Lane, cells: list[Cell], at: dict[Ref, list[Said]]
) -> None:
    """Add what the cells of a lane say to the touchpoints that say it."""
    for cell in cells:
        here = drawn.in_column(cell.first) if cell.stated_none else ()
        by_place: dict[Ref, list[Entry]] = {ref: [] for ref in here}
        for entry in cell.entries:
            for place in entry.at:
                by_place.setdefault(place.ref, []).append(entry)
        for ref, entries in by_place.items():
            at.setdefault(ref, []).append(Said(lane, tuple(entries)))


def _cards(drawn: MapView, head: PhaseHead) -> Iterator[tuple[int, TouchpointItem]]:
    """Yield the touchpoints of a phase with the column that each stands in."""
    lane = drawn.cards
    for row in lane.rows if lane else ():
        for cell in row.cells:
            if _within(cell, head):
                for entry in cell.entries:
                    if isinstance(entry.item, TouchpointItem):
                        yield cell.first, entry.item


def _steps(drawn: MapView, head: PhaseHead) -> list[StepHead]:
    """Return the steps of a phase, outer before inner, in the order of their columns."""
    heads = (step for row in drawn.map.heads for step in row if step.ref)
    steps = [step for step in heads if step.phase == head.ref]
    return sorted(steps, key=lambda step: (step.first, -step.span))
