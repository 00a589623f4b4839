"""The swimlane map: built once from a journey, then drawn by whatever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from jmsite.model.ids import Ref
from jmsite.swimlane.curve import Curve
from jmsite.swimlane.grid import Column, Lane, PhaseHead, StepHead
from jmsite.swimlane.items import Named
from jmsite.swimlane.keys import PersonaKey, ScenarioKey


@dataclass(frozen=True, slots=True)
class SwimlaneMap:
    """A journey as columns and lanes.

    ``phases`` head the columns; ``heads`` are the header rows of steps below them, none where no
    phase has steps. A row of heads lists the heads that begin in it, as a table does: one that is
    ``rows`` tall reaches into the rows below. ``lanes`` stand in the order in which they are shown.
    ``unreached`` are the touchpoints that no scenario goes through, none without any scenario.
    """

    journey: Ref
    title: str
    state: Literal["current", "future"]
    language: str
    personas: tuple[PersonaKey, ...]
    scenarios: tuple[ScenarioKey, ...]
    unreached: tuple[Named, ...]
    columns: tuple[Column, ...]
    phases: tuple[PhaseHead, ...]
    heads: tuple[tuple[StepHead, ...], ...]
    lanes: tuple[Lane, ...]
    curve: Curve

    def lane(self, lane: str) -> Lane | None:
        """Return the lane of an id, or None where the map does not show it."""
        return next((shown for shown in self.lanes if shown.id == lane), None)
