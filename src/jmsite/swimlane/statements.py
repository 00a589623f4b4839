"""Items for what is said of the customer: texts, pains, emotions, goals, effort, time, pictures.

Each function here, in ``measures`` and in ``cards``, reads one lane from a phase or touchpoint.
None means that nothing is said, an empty tuple that "none" is said.
"""

from __future__ import annotations

from typing import Any

from jmsite.model.emotion import Emotion, Emotions
from jmsite.model.ids import Ref
from jmsite.model.phase import Phase
from jmsite.model.touchpoint import Action, Touchpoint
from jmsite.model.units import Duration
from jmsite.site.evidence import backing_of_pain, backing_of_phase, backing_of_touchpoint
from jmsite.site.site import Spot, pains_in, phase_ref, touchpoint_ref
from jmsite.swimlane.answers import alive
from jmsite.swimlane.facts import Facts, seconds
from jmsite.swimlane.items import (
    ActionItem,
    EffortItem,
    EmotionItem,
    GoalItem,
    Item,
    Named,
    OwnItem,
    PainItem,
    PictureItem,
    TextItem,
    TimeItem,
)

Items = tuple[Item, ...] | None


def texts(said: tuple[str, ...] | None) -> Items:
    """Return a list of texts as items."""
    return None if said is None else tuple(TextItem(text) for text in said)


def text(said: str) -> Items:
    """Return a text as its only item; an empty one says nothing."""
    return (TextItem(said),) if said else None


def goals(facts: Facts, phase: Phase) -> Items:
    """Return the goals of a phase: those that have a page and those that are its own."""
    if phase.goals is None:
        return None
    return tuple(_goal(facts, said) for said in phase.goals)


def _goal(facts: Facts, said: str) -> GoalItem:
    goal = facts.site.goals.get(said)
    if goal is None:
        return GoalItem(None, said)
    return GoalItem(Ref("goal", goal.id), goal.title, goal.of)


def emotion_of_phase(facts: Facts, phase: Phase) -> Items:
    """Return the emotion of a phase, or one for each persona that it tells apart."""
    validated = backing_of_phase(facts.site, phase).validated
    return _emotions(facts, phase.emotion, validated=validated, moment_of_truth=False)


def emotion_of_touchpoint(facts: Facts, phase: Phase, touchpoint: Touchpoint) -> Items:
    """Return the emotion of a touchpoint, or one for each persona that it tells apart."""
    return _emotions(
        facts,
        touchpoint.emotion,
        validated=backing_of_touchpoint(facts.site, phase, touchpoint).validated,
        moment_of_truth=touchpoint.moment_of_truth,
    )


def _emotions(
    facts: Facts, felt: Emotions | None, *, validated: bool, moment_of_truth: bool
) -> Items:
    if felt is None:
        return None

    def item(emotion: Emotion, *personas: Named) -> EmotionItem:
        return EmotionItem(
            emotion.score, emotion.label, emotion.quote, personas, moment_of_truth, validated
        )

    if felt.everyone:
        return (item(felt.everyone),)
    people = facts.site.personas
    return tuple(
        item(emotion, Named(Ref("persona", who), people[who].title))
        for who, emotion in felt.by_persona
        if who in people
    )


def pains_of_phase(facts: Facts, phase: Phase) -> Items:
    """Return the pain points that a phase itself lists."""
    if phase.pain_points is None:
        return None
    return _pains(facts, phase, phase_ref(facts.journey, phase))


def pains_of_touchpoint(facts: Facts, phase: Phase, touchpoint: Touchpoint) -> Items:
    """Return the pain points that a touchpoint lists."""
    if touchpoint.pain_points is None:
        return None
    return _pains(facts, phase, touchpoint_ref(facts.journey, touchpoint))


def _pains(facts: Facts, phase: Phase, holder: Ref) -> Items:
    spots = pains_in(facts.journey, phase)
    return tuple(_pain(facts, spot) for spot in spots if spot.holder == holder)


def _pain(facts: Facts, spot: Spot) -> PainItem:
    backed = backing_of_pain(facts.site, spot)
    answers = alive(facts.answers.get(spot.ref, ())) if spot.pain.id else ()
    return PainItem(
        ref=spot.ref if spot.pain.id else None,
        title=spot.pain.title,
        severity=spot.pain.severity,
        bottleneck=spot.pain.bottleneck,
        validated=backed.validated,
        holder=spot.holder,
        number=spot.number,
        sources=facts.named_sources(backed.sources),
        opportunities=tuple(Named(Ref("opportunity", one.id), one.title) for one in answers),
    )


def effort(touchpoint: Touchpoint) -> Items:
    """Return what a touchpoint costs the customer."""
    return None if touchpoint.effort is None else (EffortItem(touchpoint.effort),)


def time(facts: Facts, duration: Duration | None, wait: Duration | None = None) -> Items:
    """Return a time on the scale of the journey."""
    if duration is None and wait is None:
        return None
    scale = facts.longest or 1.0
    return (TimeItem(duration, wait, seconds(duration) / scale, seconds(wait) / scale),)


def picture(facts: Facts, touchpoint: Touchpoint) -> Items:
    """Return the picture of a touchpoint."""
    if not touchpoint.image:
        return None
    ref = touchpoint_ref(facts.journey, touchpoint)
    return (PictureItem(facts.file(touchpoint.image, ref, "image"), touchpoint.title),)


def actions(said: tuple[Action, ...] | None) -> Items:
    """Return what the company does at a touchpoint."""
    if said is None:
        return None
    return tuple(ActionItem(one.action, one.actor, one.system) for one in said)


def own(extras: dict[str, Any], key: str) -> Items:
    """Return what an author's own key says: an item for each entry of a list, else one."""
    value = extras.get(key)
    if value is None:
        return None
    values = value if isinstance(value, list | tuple) else (value,)
    return tuple(OwnItem(one) for one in values)
