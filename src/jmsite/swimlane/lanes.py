"""The table of lanes: a row for each lane that comes with jmsite, in the order of the map.

The order is what a reader asks for: where it hurts, what it means, what is measured and done, and
below the lines how the company makes it happen. A lane of its own look needs one row here and one
partial in the theme; a lane of texts needs the row alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jmsite.model.phase import Phase
from jmsite.model.touchpoint import Touchpoint
from jmsite.swimlane import measures, statements
from jmsite.swimlane.cards import card
from jmsite.swimlane.facts import Facts
from jmsite.swimlane.grid import Zone
from jmsite.swimlane.statements import Items, text, texts

OfPhase = Callable[[Facts, Phase], Items]
OfTouchpoint = Callable[[Facts, Phase, Touchpoint], Items]


@dataclass(frozen=True, slots=True)
class LaneKind:
    """A lane: its icon, what it reads from phases and touchpoints, and where it stands.

    ``zone`` is the part of a service that it shows; the lines of the map part zones. It is None
    for a lane of which only its author knows: such a lane stands with the one above it.
    ``authored`` is false for what is gathered from elsewhere and not written lane by lane.
    ``title`` is None where the words of the site name the lane.
    """

    id: str
    icon: str
    zone: Zone | None
    phase: OfPhase | None = None
    touchpoint: OfTouchpoint | None = None
    authored: bool = True
    title: str | None = None

    def speaks(self, facts: Facts, phase: Phase) -> bool:
        """Tell whether a phase or one of its touchpoints says anything in this lane."""
        if self.phase is not None and self.phase(facts, phase) is not None:
            return True
        read = self.touchpoint
        return read is not None and any(
            read(facts, phase, one) is not None for one in phase.touchpoints or ()
        )


LANES: tuple[LaneKind, ...] = (
    LaneKind(
        "emotion",
        "heart-pulse",
        "customer",
        statements.emotion_of_phase,
        statements.emotion_of_touchpoint,
    ),
    LaneKind("touchpoints", "waypoints", "customer", touchpoint=card),
    LaneKind(
        "pain-points",
        "triangle-alert",
        "customer",
        statements.pains_of_phase,
        statements.pains_of_touchpoint,
    ),
    LaneKind(
        "gains",
        "thumbs-up",
        "customer",
        lambda _, phase: texts(phase.gains),
        lambda _, __, touchpoint: texts(touchpoint.gains),
    ),
    LaneKind("mindset", "brain", "customer", lambda _, phase: text(phase.mindset)),
    LaneKind(
        "questions", "circle-question-mark", "customer", lambda _, phase: texts(phase.questions)
    ),
    LaneKind("goals", "flag", "customer", statements.goals),
    LaneKind(
        "perception",
        "eye",
        "customer",
        lambda _, phase: text(phase.perception),
        lambda _, __, touchpoint: text(touchpoint.perception),
    ),
    LaneKind("influences", "magnet", "customer", lambda _, phase: texts(phase.influences)),
    LaneKind(
        "effort",
        "footprints",
        "customer",
        touchpoint=lambda _, __, touchpoint: statements.effort(touchpoint),
    ),
    LaneKind(
        "time",
        "clock",
        "customer",
        lambda facts, phase: statements.time(facts, phase.duration),
        lambda facts, _, touchpoint: statements.time(facts, touchpoint.duration, touchpoint.wait),
    ),
    LaneKind(
        "kpis",
        "chart-line",
        "customer",
        lambda facts, phase: measures.kpis(facts, phase.kpis),
        lambda facts, _, touchpoint: measures.kpis(facts, touchpoint.kpis),
        authored=False,
    ),
    LaneKind(
        "opportunities",
        "lightbulb",
        "customer",
        measures.opportunities_of_phase,
        lambda facts, _, touchpoint: measures.opportunities_of_touchpoint(facts, touchpoint),
        authored=False,
    ),
    LaneKind(
        "evidence",
        "file-check",
        "customer",
        measures.evidence,
        lambda facts, _, touchpoint: measures.evidence(facts, touchpoint),
        authored=False,
    ),
    # Pictures show what customers see, so they stand above the lines.
    LaneKind(
        "storyboard",
        "image",
        "customer",
        touchpoint=lambda facts, _, touchpoint: statements.picture(facts, touchpoint),
    ),
    LaneKind(
        "frontstage",
        "theater",
        "frontstage",
        touchpoint=lambda _, __, touchpoint: statements.actions(touchpoint.frontstage),
    ),
    LaneKind(
        "backstage",
        "wrench",
        "backstage",
        touchpoint=lambda _, __, touchpoint: statements.actions(touchpoint.backstage),
    ),
    LaneKind(
        "support",
        "server",
        "support",
        touchpoint=lambda _, __, touchpoint: statements.actions(touchpoint.support),
    ),
)

LANE_IDS: tuple[str, ...] = tuple(lane.id for lane in LANES)


def own_lane(lane: str, title: str, key: str) -> LaneKind:
    """Return a lane of the author's own, which shows an ``x-`` key."""
    return LaneKind(
        lane,
        "tag",
        None,
        lambda _, phase: statements.own(phase.extras, key),
        lambda _, __, touchpoint: statements.own(touchpoint.extras, key),
        title=title or lane,
    )
