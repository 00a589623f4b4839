"""The columns of a map: phases divided into their steps, and the heads above them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.phase import Phase, Step
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.site import Site, all_steps, phase_ref, touchpoint_ref
from jmsite.swimlane.grid import Column, PhaseHead, StepHead
from jmsite.swimlane.items import Named


@dataclass(frozen=True, slots=True)
class Grid:
    """Where everything stands: columns, heads and the touchpoints of each column, in order."""

    columns: tuple[Column, ...]
    phases: tuple[PhaseHead, ...]
    heads: tuple[tuple[StepHead, ...], ...]
    touchpoints: tuple[tuple[Touchpoint, ...], ...]


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A column before it has a place: the steps above it, outermost first, and who stands in it.

    A column without a heading of its own is the last of the step or phase that it stands in.
    """

    steps: tuple[Step, ...]
    headed: bool
    touchpoints: tuple[Touchpoint, ...]


def grid_of(site: Site, journey: Journey) -> Grid:
    """Return the columns of a journey with their heads and touchpoints."""
    phases = journey.phases or ()
    leaves = [_leaves_of(phase) for phase in phases]
    rows = max((_depth(phase.steps) for phase in phases), default=0)
    heads: list[list[StepHead]] = [[] for _ in range(rows)]
    bands: list[PhaseHead] = []
    first = 0
    for number, (phase, below) in enumerate(zip(phases, leaves, strict=True), start=1):
        bands.append(_phase_head(journey, phase, first, len(below), number))
        for row, head in _heads_above(site, phase_ref(journey, phase), below, rows):
            heads[row].append(replace(head, first=first + head.first))
        first += len(below)
    return Grid(
        columns=tuple(_columns(journey, leaves)),
        phases=tuple(bands),
        heads=tuple(tuple(row) for row in heads),
        touchpoints=tuple(leaf.touchpoints for below in leaves for leaf in below),
    )


def _columns(journey: Journey, leaves: list[list[_Leaf]]) -> Iterator[Column]:
    for phase, below in enumerate(leaves):
        for place, leaf in enumerate(below):
            step = leaf.steps[-1].id if leaf.steps else ""
            here = tuple(touchpoint_ref(journey, one) for one in leaf.touchpoints)
            yield Column(phase, step, opens=place == 0, touchpoints=here)


def _phase_head(journey: Journey, phase: Phase, first: int, span: int, number: int) -> PhaseHead:
    return PhaseHead(
        ref=phase_ref(journey, phase),
        title=phase.title,
        stage=phase.stage,
        first=first,
        span=span,
        number=number,
        summary=phase.summary,
        draft=phase.draft,
    )


def _leaves_of(phase: Phase) -> list[_Leaf]:
    """Return the columns of a phase; touchpoints without a step stand in the last of them."""
    known = {step.id for step in all_steps(phase)}
    by_step: dict[str, list[Touchpoint]] = {}
    for touchpoint in phase.touchpoints or ():
        by_step.setdefault(touchpoint.step if touchpoint.step in known else "", []).append(
            touchpoint
        )
    leaves = [leaf for step in phase.steps or () for leaf in _below(step, (), by_step)]
    stepless = tuple(by_step.get("", ()))
    if stepless or not leaves:
        leaves.append(_Leaf((), headed=False, touchpoints=stepless))
    return leaves


def _below(
    step: Step, above: tuple[Step, ...], by_step: Mapping[str, list[Touchpoint]]
) -> Iterator[_Leaf]:
    """Yield the columns below a step, given the steps above it."""
    own = tuple(by_step.get(step.id, ()))
    chain = (*above, step)
    if not step.steps:
        yield _Leaf(chain, headed=True, touchpoints=own)
        return
    for part in step.steps:
        yield from _below(part, chain, by_step)
    if own:
        yield _Leaf(chain, headed=False, touchpoints=own)


def _depth(steps: tuple[Step, ...] | None) -> int:
    return max((1 + _depth(step.steps) for step in steps or ()), default=0)


def _heads_above(
    site: Site, phase: Ref, leaves: list[_Leaf], rows: int
) -> Iterator[tuple[int, StepHead]]:
    """Yield the heads above the columns of a phase, each with the header row it begins in.

    Columns are counted from the first of the phase.
    """
    for row in range(rows):
        first = 0
        while first < len(leaves):
            span = _same_step(leaves, first, row)
            head = _head(site, phase, leaves[first], row, rows)
            if head is not None:
                yield row, replace(head, first=first, span=span)
            first += span


def _same_step(leaves: list[_Leaf], first: int, row: int) -> int:
    """Return how many columns from ``first`` on stand below the same step of a header row."""
    if row >= len(leaves[first].steps):
        return 1
    step = leaves[first].steps[row]
    span = 1
    while first + span < len(leaves) and step in leaves[first + span].steps[row : row + 1]:
        span += 1
    return span


def _head(site: Site, phase: Ref, leaf: _Leaf, row: int, rows: int) -> StepHead | None:
    """Return the head that begins in a row above a column; None where a taller one reaches in."""
    own_row = len(leaf.steps) - 1
    if row > own_row:
        begins_blank = row == own_row + 1 and not leaf.headed
        return StepHead(0, 1, rows - row, phase) if begins_blank else None
    step = leaf.steps[row]
    detail = site.journeys.get(step.journey) if step.journey else None
    return StepHead(
        first=0,
        span=1,
        rows=1 if step.steps else rows - row,
        phase=phase,
        ref=Ref("step", step.id, phase.journey),
        title=step.title,
        optional=step.optional,
        detail=Named(Ref("journey", detail.id), detail.title) if detail else None,
        parts=bool(step.steps),
    )
