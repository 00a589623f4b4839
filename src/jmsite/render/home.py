"""The home page: all journeys, the one that hurts most first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.render.draw.curve import SmallCurve, small_curve
from jmsite.render.draw.scale import spread
from jmsite.render.edition import Edition
from jmsite.render.hurt import Hurt, worst_of
from jmsite.render.portfolio_strip import Strip, strip_of
from jmsite.site.site import Site, journey_ref
from jmsite.swimlane.columns import Grid, grid_of
from jmsite.swimlane.feelings import curve_on

# How wide the word of a stage is under a small curve, in per cent of it.
_WORD_WIDTH = 17.0
# How many journeys have a row on the home page, and how many more it takes to list the others by
# name alone: a page of two hundred rows tells nobody which one hurts.
_ROWS = 12
_SPARE = 3


@dataclass(frozen=True)
class StageMark:
    """A stage under the curve; ``at`` is where its first column begins, in per cent."""

    stage: str
    at: float


@dataclass(frozen=True)
class JourneyRow:
    """What the home page and the portfolio say of one journey.

    ``mood`` is the average of all that is felt, 0 where nothing is known.
    """

    ref: Ref
    journey: Journey
    curve: SmallCurve
    worst: Hurt | None
    stages: tuple[StageMark, ...]
    score: int | None
    gaps: int
    strip: Strip
    mood: float


def journey_rows(edition: Edition) -> tuple[JourneyRow, ...]:
    """Return all journeys; those of today first, and of these the one that hurts most."""
    rows = [_row(edition, journey) for journey in edition.site.journeys.values()]
    return tuple(sorted(rows, key=_hurts))


def context(edition: Edition) -> dict[str, Any]:
    """Return what the template of the home page is given."""
    rows = journey_rows(edition)
    shown = len(rows) if len(rows) <= _ROWS + _SPARE else _ROWS
    others = sorted(rows[shown:], key=lambda row: row.journey.title.casefold())
    return {"rows": rows[:shown], "others": others, "home": edition.site.home}


def _row(edition: Edition, journey: Journey) -> JourneyRow:
    ref = journey_ref(journey)
    drawn = edition.memory.of(journey).kept(_drawn_row, edition.site, journey, of=edition.felt_by)
    score = edition.outcome.score_of(ref)
    return replace(drawn, score=score.percent if score else None, gaps=edition.gaps.count(ref))


def _drawn_row(site: Site, journey: Journey) -> JourneyRow:
    """Return a row without what the checklist says."""
    grid = grid_of(site, journey)
    curve = curve_on(site, journey, grid)
    return JourneyRow(
        ref=journey_ref(journey),
        journey=journey,
        curve=small_curve(curve),
        worst=worst_of(site, journey, curve),
        stages=_stages(journey, grid),
        score=None,
        gaps=0,
        strip=strip_of(journey, curve),
        mood=sum(point.score for point in curve.points) / max(len(curve.points), 1),
    )


def _stages(journey: Journey, grid: Grid) -> tuple[StageMark, ...]:
    """Return the stages where their phases begin, moved a little where their words would touch."""
    begins: list[tuple[str, float]] = []
    before: str | None = None
    for phase, head in zip(journey.phases or (), grid.phases, strict=True):
        if phase.stage and phase.stage != before:
            begins.append((phase.stage, 100 * head.first / max(len(grid.columns), 1)))
        before = phase.stage
    *places, _ = spread([*(at for _, at in begins), 100.0], _WORD_WIDTH)
    return tuple(
        StageMark(stage, max(at, 0.0)) for (stage, _), at in zip(begins, places, strict=True)
    )


def _hurts(row: JourneyRow) -> tuple[bool, float, float]:
    worst = row.worst.score if row.worst else 0.0
    return row.journey.state == "future", worst, row.mood
