"""From the emotions of a journey to the lines of its curve."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jmsite.model.emotion import Emotion, Emotions
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.phase import Phase
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.evidence import backing_of_phase, backing_of_touchpoint
from jmsite.site.site import Site, phase_ref
from jmsite.swimlane.columns import Grid, grid_of
from jmsite.swimlane.curve import Curve, CurveLine, Point
from jmsite.swimlane.facts import named_touchpoint, touchpoints_in
from jmsite.swimlane.items import Named
from jmsite.swimlane.pains import pains_at, weight_of


@dataclass(frozen=True, slots=True)
class _Scene:
    """What one line is drawn from; ``persona`` is None for the line of everyone."""

    site: Site
    journey: Journey
    grid: Grid
    persona: Named | None

    def felt(self, emotions: Emotions | None) -> Emotion | None:
        """Return the emotion that belongs on this line."""
        if emotions is None:
            return None
        return emotions.of(self.persona.ref.id) if self.persona else emotions.everyone


def curve_of(site: Site, journey: Journey) -> Curve:
    """Return the emotion curve of a journey, for a page that needs no map besides."""
    return curve_on(site, journey, grid_of(site, journey))


def curve_on(site: Site, journey: Journey, grid: Grid) -> Curve:
    """Return the emotion curve of a journey over the columns of its map.

    What everyone feels goes for each persona. Where no emotion of the journey tells personas
    apart there is one line for all; a persona of whom nothing is known has no line.
    """
    lines = []
    for number, persona in _drawn(site, journey):
        segments = tuple(_segments(_Scene(site, journey, grid, persona)))
        if segments:
            lines.append(CurveLine(persona, number, segments))
    return Curve(len(grid.columns), tuple(lines))


def _drawn(site: Site, journey: Journey) -> list[tuple[int, Named | None]]:
    """Return whose lines there can be, each with the number of its persona."""
    told_apart = {
        who for emotions in _all_emotions(journey) for who, _ in emotions.by_persona
    } & set(site.personas)
    if not told_apart:
        return [(1, None)]
    people = dict.fromkeys((*(journey.personas or ()), *site.personas))
    of_journey = set(journey.personas or ()) | told_apart
    drawn = [who for who in people if who in of_journey and who in site.personas]
    return [
        (number, Named(Ref("persona", who), site.personas[who].title))
        for number, who in enumerate(drawn, start=1)
    ]


def _all_emotions(journey: Journey) -> Iterator[Emotions]:
    of_phases = (phase.emotion for phase in journey.phases or ())
    of_touchpoints = (touchpoint.emotion for touchpoint in touchpoints_in(journey))
    yield from (emotions for emotions in (*of_phases, *of_touchpoints) if emotions)


def _segments(scene: _Scene) -> Iterator[tuple[Point, ...]]:
    """Yield the unbroken parts of a line: it breaks at a phase of which nothing is known."""
    segment: tuple[Point, ...] = ()
    for number, phase in enumerate(scene.journey.phases or ()):
        points = tuple(_touchpoint_points(scene, number, phase)) or tuple(
            _phase_point(scene, number, phase)
        )
        if not points and segment:
            yield segment
        segment = (*segment, *points) if points else ()
    if segment:
        yield segment


def _touchpoint_points(scene: _Scene, number: int, phase: Phase) -> Iterator[Point]:
    for place, (column, here) in enumerate(
        zip(scene.grid.columns, scene.grid.touchpoints, strict=True)
    ):
        if column.phase != number:
            continue
        # All lines share their places, so that points of one touchpoint stand one above another.
        with_emotion = [touchpoint for touchpoint in here if touchpoint.emotion]
        for nth, touchpoint in enumerate(with_emotion):
            emotion = scene.felt(touchpoint.emotion)
            if emotion is not None:
                x = place + (nth + 0.5) / len(with_emotion)
                yield _touchpoint_point(scene, phase, touchpoint, emotion, x)


def _touchpoint_point(
    scene: _Scene, phase: Phase, touchpoint: Touchpoint, emotion: Emotion, x: float
) -> Point:
    return Point(
        x=x,
        score=emotion.score,
        label=emotion.label,
        quote=emotion.quote,
        persona=scene.persona,
        place=named_touchpoint(scene.journey, touchpoint),
        phase=phase_ref(scene.journey, phase),
        moment_of_truth=touchpoint.moment_of_truth,
        validated=backing_of_touchpoint(scene.site, phase, touchpoint).validated,
        drop_off=touchpoint.drop_off,
        wait=touchpoint.wait,
        pain=_heaviest(scene.journey, phase, touchpoint),
    )


def _heaviest(journey: Journey, phase: Phase, touchpoint: Touchpoint | None) -> int:
    """Return how much the worst of the pain points at a place weighs, 0 where there are none."""
    return max((weight_of(spot.pain) for spot in pains_at(journey, phase, touchpoint)), default=0)


def _phase_point(scene: _Scene, number: int, phase: Phase) -> Iterator[Point]:
    emotion = scene.felt(phase.emotion)
    if emotion is None:
        return
    head = scene.grid.phases[number]
    yield Point(
        x=head.first + head.span / 2,
        score=emotion.score,
        label=emotion.label,
        quote=emotion.quote,
        persona=scene.persona,
        place=Named(head.ref, head.title),
        phase=head.ref,
        validated=backing_of_phase(scene.site, phase).validated,
        pain=_heaviest(scene.journey, phase, None),
    )
