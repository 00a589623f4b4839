"""The emotion curve: its lines, their gaps and the path that is drawn through them."""

import re
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jmsite.model.emotion import Emotion, Emotions
from jmsite.model.ids import Ref
from jmsite.model.phase import Phase
from jmsite.model.source import Source
from jmsite.swimlane.curve import Curve, CurveLine, Point
from jmsite.swimlane.feelings import curve_of
from jmsite.swimlane.items import Named
from jmsite.swimlane.smooth import Box, area, area_below, bends, path
from tests.swimlane.making import (
    drawn,
    each_feels,
    feels,
    journey,
    phase,
    site_of,
    step,
    touchpoint,
)

NUMBER = re.compile(r"-?\d+")
Spots = list[list[tuple[float, float]]]


def curve(*phases: Phase, **more: Any) -> Curve:
    """Return the curve of a journey of these phases."""
    made = journey(*phases)
    return curve_of(site_of(made, **more), made)


def spots(line: CurveLine) -> Spots:
    """Return place and score of the points of each segment."""
    return [[(point.x, point.score) for point in segment] for segment in line.segments]


def test_no_emotion_at_all_is_no_line() -> None:
    """There is nothing to draw."""
    assert curve(phase("buy", touchpoint("order"))).lines == ()


def test_a_phase_stands_at_its_centre_where_no_touchpoint_has_an_emotion() -> None:
    """Where one has, the touchpoints speak for the phase."""
    shown = curve(
        phase("find", touchpoint("ad"), emotion=feels(1), steps=(step("a"), step("b"))),
        phase("buy", touchpoint("order", emotion=feels(-2)), emotion=feels(2)),
    )
    # The first phase has three columns: two steps, and one for a touchpoint without step.
    assert spots(shown.lines[0]) == [[(1.5, 1), (3.5, -2)]]


def test_touchpoints_of_one_column_spread_evenly_inside_it() -> None:
    """A touchpoint without an emotion takes no room."""
    points = [touchpoint(n, emotion=feels(s)) for n, s in (("a", 1), ("b", 0))]
    shown = curve(phase("buy", points[0], touchpoint("silent"), points[1]))
    assert spots(shown.lines[0]) == [[(0.25, 1), (0.75, 0)]]


def test_a_phase_of_which_nothing_is_known_is_a_gap() -> None:
    """A gap at either end is no segment."""
    known = [phase(name, emotion=feels(1)) for name in ("a", "b", "c")]
    shown = curve(phase("0"), known[0], known[1], phase("1"), known[2], phase("2"))
    assert spots(shown.lines[0]) == [[(1.5, 1), (2.5, 1)], [(4.5, 1)]]


def test_a_phase_without_emotion_is_no_gap_where_one_touchpoint_has_one() -> None:
    """Something is known of it."""
    shown = curve(
        phase("a", emotion=feels(1)),
        phase("b", touchpoint("x"), touchpoint("y", emotion=feels(0))),
        phase("c", emotion=feels(1)),
    )
    assert len(shown.lines[0].segments) == 1


def test_one_line_for_all_where_nothing_tells_personas_apart() -> None:
    """It belongs to nobody in particular."""
    (line,) = curve(phase("buy", emotion=feels(1))).lines
    assert (line.persona, line.number) == (None, 1)


def test_a_line_for_each_persona_where_something_tells_them_apart() -> None:
    """What everyone feels goes for each; what is not known of one is a gap in that line alone."""
    shown = curve(
        phase("a", emotion=feels(0)),
        phase("b", emotion=each_feels(camille=-1)),
        phase("c", emotion=each_feels(marc=2, camille=1)),
    )
    camille, marc = shown.lines
    assert camille.persona == Named(Ref("persona", "camille"), "Camille")
    assert spots(camille) == [[(0.5, 0), (1.5, -1), (2.5, 1)]]
    assert (marc.number, spots(marc)) == (2, [[(0.5, 0)], [(2.5, 2)]])


def test_points_of_one_touchpoint_stand_one_above_another() -> None:
    """Whoever is not known there leaves the place of the others alone."""
    shown = curve(
        phase(
            "buy",
            touchpoint("a", emotion=each_feels(camille=1)),
            touchpoint("b", emotion=each_feels(camille=2, marc=-2)),
        )
    )
    camille, marc = shown.lines
    assert camille.points[1].x == marc.points[0].x == 0.75


def test_a_persona_of_whom_nothing_is_known_has_no_line() -> None:
    """The others keep their numbers."""
    (line,) = curve(phase("buy", emotion=each_feels(marc=1))).lines
    assert (line.persona and line.persona.title, line.number) == ("Marc", 2)


def test_a_point_carries_what_its_place_says() -> None:
    """So that it can be marked and read as text without the journey."""
    sources = {"survey": Source(id="survey", title="Survey", type="survey")}
    emotion = Emotions(everyone=Emotion(score=-1, label="Cross", quote="Where is it?"))
    (point,) = curve(
        phase("buy", touchpoint("order", emotion=emotion, moment_of_truth=True),
              evidence=("survey",)),
        sources=sources,
    ).points  # fmt: skip
    assert point == Point(
        x=0.5,
        score=-1,
        label="Cross",
        quote="Where is it?",
        persona=None,
        place=Named(Ref("touchpoint", "order", "buying"), "Order"),
        phase=Ref("phase", "buy", "buying"),
        moment_of_truth=True,
        validated=True,
    )


def test_the_worst_point_is_a_moment_of_truth_where_several_are_as_low() -> None:
    """There customers are lost."""
    shown = curve(
        phase("a", touchpoint("x", emotion=feels(-2))),
        phase("b", touchpoint("y", emotion=feels(-2), moment_of_truth=True)),
        phase("c", emotion=feels(1)),
    )
    assert shown.worst is not None
    assert shown.best is not None
    assert (shown.worst.place.title, shown.best.place.title) == ("Y", "C")
    assert curve().worst is None


def test_the_lane_says_every_emotion_as_text() -> None:
    """Also that of a phase for which its touchpoints speak on the curve."""
    shown = drawn(phase("buy", touchpoint("a", emotion=feels(1)), emotion=feels(-1)))
    lane = shown.lane("emotion")
    assert lane is not None
    assert [len(row.cells[0].entries) for row in lane.rows] == [1, 1]


def _point(x: float, score: float) -> Point:
    nowhere = Ref("phase", "p", "j")
    return Point(x, score, "", "", None, Named(nowhere, "P"), nowhere)


def test_a_path_bends_without_leaving_its_points() -> None:
    """At a valley the line is flat."""
    segment = [_point(0.5, 2), _point(1.5, -2), _point(2.5, 2)]
    drawn_path = path(segment, Box(columns=3, width=300, height=100))
    assert drawn_path == "M50 0c33 33 67 100 100 100 33 0 67-67 100-100"


def test_a_single_point_is_a_dot_and_no_surface() -> None:
    """A stroke with round ends shows it."""
    box = Box(1, 100, 100, margin=10)
    assert path([_point(0.5, 2)], box) == "M50 10h0"
    assert (path([], box), area([_point(0.5, 2)], box)) == ("", "")


def test_a_surface_closes_at_its_score() -> None:
    """The middle of the scale unless another score is given."""
    closed = area([_point(0.5, 1), _point(1.5, 1)], Box(2, 200, 100))
    assert closed == "M50 25c33 0 67 0 100 0V50H50Z"


def test_the_ground_below_is_cut_where_the_line_crosses() -> None:
    """Two valleys are two surfaces, each closed along the level."""
    box = Box(5, 500, 100)
    bent = bends([_point(x + 0.5, score) for x, score in enumerate((-1, 0, 1, 0, -1))], box)
    first, second, rest = area_below(bent, box.y(0)).split("Z")
    assert first.startswith("M50 75c")
    assert first.endswith("V50H50")
    assert second.startswith("M350 50c")
    assert second.endswith("V50H350")
    assert rest == ""
    assert area_below(bent, 100) == ""


def test_a_part_of_a_curve_knows_the_whole() -> None:
    """The worst moment of a journey is not another one on every sheet that it is cut into."""
    shown = curve(phase("a", emotion=feels(-2)), phase("b", emotion=feels(-1)))
    part = shown.between(1, 2)
    assert (part.first, part.columns, part.worst) == (1, 1, shown.worst)
    assert [part.shows(point) for point in part.points] == [False, True]


@given(st.lists(st.floats(-2, 2), min_size=2, max_size=12), st.floats(0, 20))
def test_a_line_stays_between_its_points(scores: list[float], margin: float) -> None:
    """Start, end and handles of each bend lie between its two scores, so the curve does too."""
    box = Box(len(scores), 960, 160, margin)
    drawn_bends = bends([_point(place + 0.5, score) for place, score in enumerate(scores)], box)
    assert len(drawn_bends) == len(scores) - 1
    for (start, end), bend in zip(pairwise(scores), drawn_bends, strict=True):
        top, bottom = sorted((box.y(start), box.y(end)))
        heights = [y for _, y in (bend.start, bend.first, bend.second, bend.end)]
        assert all(top - 0.01 <= height <= bottom + 0.01 for height in heights)


@given(st.lists(st.floats(-2, 2), min_size=2, max_size=60))
def test_rounding_does_not_add_up(scores: list[float]) -> None:
    """However long a line is, it ends within half a unit of its last point."""
    box = Box(len(scores), 1000, 100)
    segment = [_point(place + 0.5, score) for place, score in enumerate(scores)]
    start, steps = path(segment, box)[1:].split("c")
    numbers = [float(number) for number in NUMBER.findall(steps)]
    x, y = (float(number) for number in NUMBER.findall(start))
    assert abs(x + sum(numbers[4::6]) - box.x(segment[-1].x)) <= 0.5
    assert abs(y + sum(numbers[5::6]) - box.y(scores[-1])) <= 0.5
