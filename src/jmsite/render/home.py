"""The home page: all journeys, the one that hurts most first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.phase import STAGES
from jmsite.render.draw.curve import SmallCurve, small_curve
from jmsite.render.edition import Edition
from jmsite.render.hurt import Hurt, worst_of
from jmsite.site.site import journey_ref
from jmsite.swimlane.feelings import curve_of


@dataclass(frozen=True)
class JourneyRow:
    """What the home page says of one journey."""

    ref: Ref
    journey: Journey
    curve: SmallCurve
    worst: Hurt | None
    stages: tuple[str, ...]
    score: int | None
    gaps: int


def journey_rows(edition: Edition) -> tuple[JourneyRow, ...]:
    """Return all journeys; those of today first, and of these the one that hurts most."""
    rows = [_row(edition, journey) for journey in edition.site.journeys.values()]
    return tuple(sorted(rows, key=_hurts))


def context(edition: Edition) -> dict[str, Any]:
    """Return what the template of the home page is given."""
    return {"rows": journey_rows(edition), "home": edition.site.home}


def _row(edition: Edition, journey: Journey) -> JourneyRow:
    curve = curve_of(edition.site, journey)
    ref = journey_ref(journey)
    stages = {phase.stage for phase in journey.phases or ()}
    score = edition.outcome.scores.journeys.get(journey.id)
    return JourneyRow(
        ref=ref,
        journey=journey,
        curve=small_curve(curve),
        worst=worst_of(edition.site, journey, curve),
        stages=tuple(stage for stage in STAGES if stage in stages),
        score=score.percent if score else None,
        gaps=len(edition.gaps.open(ref)),
    )


def _hurts(row: JourneyRow) -> tuple[bool, float]:
    return row.journey.state == "future", row.worst.score if row.worst else 0.0
