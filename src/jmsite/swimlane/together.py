"""The personas of a journey beside each other: how each feels, what is whose, where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jmsite.model.emotion import Emotion, Emotions
from jmsite.model.journey import Journey
from jmsite.model.pain_point import PainPoint
from jmsite.model.phase import Phase
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.site import Site
from jmsite.site.ways import touchpoints_of
from jmsite.swimlane.curve import Curve
from jmsite.swimlane.feelings import curve_of
from jmsite.swimlane.keys import PersonaKey, persona_keys

# Feelings that are at least so far apart are told as different.
FAR = 1.5


@dataclass(frozen=True, slots=True)
class Meeting:
    """A touchpoint or a whole phase as each persona meets it, in the order of the personas.

    ``feelings`` are None where nothing is known. ``theirs`` tells whose touchpoint it is: those who
    are said to feel something here or whose scenario passes; None for all where nobody says it of
    anyone.
    """

    feelings: tuple[Emotion | None, ...]
    theirs: tuple[bool | None, ...]

    @property
    def spread(self) -> float | None:
        """Return how far the feelings are apart, None where fewer than two are known."""
        scores = [felt.score for felt in self.feelings if felt]
        return max(scores) - min(scores) if len(scores) > 1 else None

    @property
    def differs(self) -> bool:
        """Tell whether the personas differ: by how they feel or by who is there at all."""
        return (self.spread or 0.0) >= FAR or len(set(self.theirs)) > 1


@dataclass(frozen=True, slots=True)
class TouchpointTogether:
    """A touchpoint as each persona meets it, and what hurts there."""

    touchpoint: Touchpoint
    meeting: Meeting
    pains: tuple[PainPoint, ...]


@dataclass(frozen=True, slots=True)
class PhaseTogether:
    """A phase as each persona goes through it, and what hurts in the phase as a whole."""

    phase: Phase
    meeting: Meeting
    touchpoints: tuple[TouchpointTogether, ...]
    pains: tuple[PainPoint, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """A journey as its personas go through it."""

    journey: Journey
    personas: tuple[PersonaKey, ...]
    phases: tuple[PhaseTogether, ...]
    curve: Curve

    @property
    def farthest(self) -> TouchpointTogether | None:
        """Return the touchpoint at which the feelings are farthest apart; None where none are."""
        every = [one for phase in self.phases for one in phase.touchpoints]
        apart = [one for one in every if (one.meeting.spread or 0.0) >= FAR]
        return max(apart, key=lambda one: one.meeting.spread or 0.0, default=None)


def together(site: Site, journey: Journey) -> Together:
    """Return the personas of a journey beside each other."""
    personas = persona_keys(site, journey)
    who = [persona.ref.id for persona in personas]
    phases = tuple(_phase(journey, phase, who) for phase in journey.phases or ())
    return Together(journey, personas, phases, curve_of(site, journey))


def tells_apart(site: Site, journey: Journey) -> bool:
    """Tell whether a journey has two personas or more and says how at least one of them feels."""
    phases = journey.phases or ()
    emotions = [phase.emotion for phase in phases]
    emotions += [one.emotion for phase in phases for one in phase.touchpoints or ()]
    told = any(felt.by_persona for felt in emotions if felt)
    return told and len(persona_keys(site, journey)) > 1


def _phase(journey: Journey, phase: Phase, who: Sequence[str]) -> PhaseTogether:
    return PhaseTogether(
        phase=phase,
        meeting=Meeting(_feelings(phase.emotion, who), (None,) * len(who)),
        touchpoints=tuple(_touchpoint(journey, one, who) for one in phase.touchpoints or ()),
        pains=phase.pain_points or (),
    )


def _touchpoint(journey: Journey, touchpoint: Touchpoint, who: Sequence[str]) -> TouchpointTogether:
    there = set(_there(journey, touchpoint))
    everyone = touchpoint.emotion is not None and touchpoint.emotion.everyone is not None
    theirs = tuple(everyone or one in there for one in who) if everyone or there else None
    meeting = Meeting(_feelings(touchpoint.emotion, who), theirs or (None,) * len(who))
    return TouchpointTogether(touchpoint, meeting, touchpoint.pain_points or ())


def _there(journey: Journey, touchpoint: Touchpoint) -> Iterator[str]:
    """Yield who meets a touchpoint: who feels something there, and whose scenario passes."""
    if touchpoint.emotion:
        yield from (who for who, _ in touchpoint.emotion.by_persona)
    for scenario in journey.scenarios or ():
        if scenario.persona and touchpoint.id in touchpoints_of(scenario.path):
            yield scenario.persona


def _feelings(emotions: Emotions | None, who: Sequence[str]) -> tuple[Emotion | None, ...]:
    return tuple(emotions.of(one) if emotions else None for one in who)
