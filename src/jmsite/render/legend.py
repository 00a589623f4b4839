"""The legend of a map: which of its marks occur, so that no other is explained."""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.swimlane.items import (
    EmotionItem,
    Item,
    OpportunityItem,
    PainItem,
    TimeItem,
    TouchpointItem,
)
from jmsite.swimlane.map import SwimlaneMap


def marks_of(map_: SwimlaneMap) -> frozenset[str]:
    """Return the names of the marks that a map shows; the words of the legend know them."""
    items = (
        entry.item
        for lane in map_.lanes
        for row in lane.rows
        for cell in row.cells
        for entry in cell.entries
    )
    return frozenset(mark for item in items for mark in _marks(item))


def _marks(item: Item) -> Iterator[str]:
    match item:
        case TouchpointItem():
            yield from _of_touchpoint(item)
        case PainItem():
            yield from _of_pain(item)
        case EmotionItem():
            yield "validated" if item.validated else "assumption"
        case TimeItem(wait=wait) if wait:
            yield "hatched"
        case OpportunityItem():
            yield "answer"


def _of_touchpoint(item: TouchpointItem) -> Iterator[str]:
    yield "touchpoint"
    if item.initiator:
        yield item.initiator
    said = {
        "optional": item.optional,
        "truth": item.moment_of_truth,
        "wait": item.wait is not None,
        "drop-off": item.drop_off is not None,
    }
    yield from (mark for mark, shown in said.items() if shown)


def _of_pain(item: PainItem) -> Iterator[str]:
    yield from ("severity", "validated" if item.validated else "assumption")
    if item.bottleneck:
        yield "bottleneck"
    if item.opportunities:
        yield "answer"
