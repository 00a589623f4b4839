"""How a journey feels from phase to phase, so that many journeys fit into one picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.site.site import phase_ref
from jmsite.swimlane.curve import Curve, Point

# What journeys have in common, so that their phases can stand one above another. The last is for
# phases that say no stage.
STAGES = ("before", "during", "after", "")


@dataclass(frozen=True)
class Felt:
    """A phase and its lowest ``point``, or None where nobody knows how it feels.

    An average would hide what hurts. ``is_worst`` marks the phase where the journey hurts most.
    """

    ref: Ref
    point: Point | None
    is_worst: bool

    @property
    def place(self) -> Ref:
        """Return where the map shows it: the touchpoint of the lowest point, else the phase."""
        return self.point.place.ref if self.point else self.ref


Strip = tuple[tuple[Felt, ...], ...]


def strip_of(journey: Journey, curve: Curve) -> Strip:
    """Return the phases of a journey by stage, in the order of ``STAGES``."""
    worst = curve.worst
    hurts = worst.phase if worst is not None and worst.score < 0 else None
    by_stage: dict[str, list[Felt]] = {stage: [] for stage in STAGES}
    for phase in journey.phases or ():
        ref = phase_ref(journey, phase)
        lowest = _lowest([point for point in curve.points if point.phase == ref], worst)
        by_stage[phase.stage or ""].append(Felt(ref, lowest, ref == hurts))
    return tuple(tuple(by_stage[stage]) for stage in STAGES)


def stages_in(strips: Iterable[Strip]) -> tuple[str, ...]:
    """Return the stages that any of some journeys has, in order."""
    used = {place for strip in strips for place, phases in enumerate(strip) if phases}
    return tuple(stage for place, stage in enumerate(STAGES) if place in used)


def _lowest(points: Sequence[Point], worst: Point | None) -> Point | None:
    """Return the lowest point of a phase; that of the whole journey goes before equal ones."""
    return min(points, key=lambda one: (one.score, one != worst, -one.pain, one.x), default=None)
