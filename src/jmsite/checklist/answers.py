"""Answers about each kind of thing: how rules say what they found, and about what."""

from __future__ import annotations

from jmsite.checklist.rule import Answer, Place
from jmsite.model.fields import Thing
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.phase import Phase, Step
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.site import Spot, journey_ref, phase_ref, touchpoint_ref

Field = str | int


def of_thing(kind: str, thing: Thing, *field: Field, holds: bool, **words: str) -> Answer:
    """Answer about a thing that is unique in the site; ``field`` is where to look."""
    return _answer((Ref(kind, thing.id),), thing.title, field, holds, words)


def of_journey(journey: Journey, *field: Field, holds: bool, **words: str) -> Answer:
    """Answer about a journey."""
    return _answer((journey_ref(journey),), journey.title, field, holds, words)


def of_phase(journey: Journey, phase: Phase, *field: Field, holds: bool, **words: str) -> Answer:
    """Answer about a phase."""
    about = (journey_ref(journey), phase_ref(journey, phase))
    return _answer(about, phase.title, field, holds, words)


def of_step(journey: Journey, phase: Phase, step: Step, *, holds: bool) -> Answer:
    """Answer about a step."""
    about = (
        journey_ref(journey),
        phase_ref(journey, phase),
        Ref("step", step.id, journey.id),
    )
    return _answer(about, step.title, (), holds, {})


def of_touchpoint(
    journey: Journey,
    phase: Phase,
    touchpoint: Touchpoint,
    *field: Field,
    holds: bool,
    **words: str,
) -> Answer:
    """Answer about a touchpoint."""
    about = (
        journey_ref(journey),
        phase_ref(journey, phase),
        touchpoint_ref(journey, touchpoint),
    )
    return _answer(about, touchpoint.title, field, holds, words)


def of_pain(spot: Spot, *field: Field, holds: bool, **words: str) -> Answer:
    """Answer about a pain point; one without an id is found through what lists it."""
    within = (spot.holder,) if spot.touchpoint else ()
    own = (spot.ref,) if spot.pain.id else ()
    about = (journey_ref(spot.journey), phase_ref(spot.journey, spot.phase), *within, *own)
    at = Place(spot.holder, ("pain_points", spot.number, *field))
    return Answer(about, holds, at, {"title": spot.pain.title, **words})


def _answer(
    about: tuple[Ref, ...],
    title: str,
    field: tuple[Field, ...],
    holds: bool,  # noqa: FBT001 - handed on, never written out
    words: dict[str, str],
) -> Answer:
    return Answer(about, holds, Place(about[-1], field), {"title": title, **words})
