"""The swimlane map: built once from a journey, then drawn by whatever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from jmsite.model.ids import Ref
from jmsite.model.units import Ratio
from jmsite.swimlane.curve import Curve
from jmsite.swimlane.grid import Column, Lane, PhaseHead, StepHead
from jmsite.swimlane.items import FileUse, Named


@dataclass(frozen=True, slots=True)
class PersonaKey:
    """A persona of the journey; ``number`` counts from 1 and chooses hue and dash of its line."""

    ref: Ref
    title: str
    number: int
    image: FileUse | None = None


@dataclass(frozen=True, slots=True)
class ScenarioKey:
    """A scenario that can be lit up on the map.

    ``ways`` is the exact number of different ways; ``listed`` holds the first of them, at most
    200, each as touchpoints in order, and ``all_listed`` tells whether that is all of them.
    ``touchpoints`` are those that stand on any way.
    """

    ref: Ref
    title: str
    summary: str
    persona: Named | None
    share: Ratio | None
    ways: int
    listed: tuple[tuple[Named, ...], ...]
    all_listed: bool
    touchpoints: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class SwimlaneMap:
    """A journey as columns and lanes.

    ``phases`` head the columns; ``heads`` are the header rows of steps below them, none where no
    phase has steps. A row of heads lists the heads that begin in it, as a table does: one that is
    ``rows`` tall reaches into the rows below. ``lanes`` stand in the order in which they are shown.
    """

    journey: Ref
    title: str
    state: Literal["current", "future"]
    language: str
    personas: tuple[PersonaKey, ...]
    scenarios: tuple[ScenarioKey, ...]
    columns: tuple[Column, ...]
    phases: tuple[PhaseHead, ...]
    heads: tuple[tuple[StepHead, ...], ...]
    lanes: tuple[Lane, ...]
    curve: Curve

    def lane(self, lane: str) -> Lane | None:
        """Return the lane of an id, or None where the map does not show it."""
        return next((shown for shown in self.lanes if shown.id == lane), None)
