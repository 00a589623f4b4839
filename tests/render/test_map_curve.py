"""The emotion curve of a map: where its lines, marks and names stand."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from jmsite.model.ids import Ref
from jmsite.render.draw.map_curve import DrawnLine, MapCurve, map_curve
from jmsite.render.draw.names import COLUMN, HEIGHT, Box, place_name, text_box
from jmsite.swimlane.curve import Curve, CurveLine, Point
from jmsite.swimlane.items import Named

PHASE = Ref("phase", "decision", "phone")
PLACE = Named(Ref("touchpoint", "shop", "phone"), "Shop")
CAMILLE = Named(Ref("persona", "camille"), "Camille")
MARC = Named(Ref("persona", "marc"), "Marc")


def _point(x: float, score: float, *, truth: bool = False) -> Point:
    return Point(x, score, "", "", None, PLACE, PHASE, moment_of_truth=truth)


def _line(number: int, *points: Point, persona: Named | None = None) -> CurveLine:
    return CurveLine(persona, number, (points,))


def _drawn(*lines: CurveLine, columns: int = 4, mirrored: bool = False) -> MapCurve:
    drawn = map_curve(Curve(columns, lines), [0, 2], mirrored=mirrored)
    assert drawn is not None
    return drawn


def test_points_stand_over_their_columns() -> None:
    """A point stands at its share of the width and at 54 per cent less 17 for each score."""
    drawn = _drawn(_line(1, _point(0.5, 2), _point(2.5, 0), _point(3.5, -2)))

    places = [(dot.x, dot.y) for dot in drawn.lines[0].dots]
    assert places == [(12.5, 20.0), (62.5, 54.0), (87.5, 88.0)]
    assert drawn.edges == (50.0,)


def test_no_emotion_draws_nothing() -> None:
    """Where no emotion is known there is no curve, not a flat one."""
    assert map_curve(Curve(3, ()), [0]) is None


def test_the_worst_moment_hurts() -> None:
    """The lowest point is named with its column; where nothing is below neutral none is."""
    worst = _drawn(_line(1, _point(0.5, 1), _point(2.5, -1))).worst

    assert worst is not None
    assert (worst.left, worst.width, worst.dot.y) == (50.0, 25.0, 71.0)
    assert _drawn(_line(1, _point(0.5, 1), _point(2.5, 0))).worst is None


def test_a_moment_of_truth_is_marked_once() -> None:
    """Two personas at one moment of truth share its mark, which hangs above the higher point."""
    camille = _line(1, _point(1.5, -1, truth=True), persona=CAMILLE)
    marc = _line(2, _point(1.5, 1, truth=True), persona=MARC)

    assert [(truth.x, truth.y) for truth in _drawn(camille, marc).truths] == [(37.5, 37.0)]


def test_personas_are_told_apart() -> None:
    """Each persona has a hue and a mark of its own; the fifth begins again."""
    lines = [_line(number, _point(0.5, 0)) for number in range(1, 6)]
    looks = [(line.hue, line.mark) for line in _drawn(*lines).lines]

    assert len(set(looks[:4])) == 4
    assert looks[4] == looks[0]


def test_only_the_first_of_many_lines_tints_the_ground() -> None:
    """Two lines are tinted down to neutral; of more, the first alone."""

    def tinted(count: int) -> list[bool]:
        lines = [_line(n + 1, _point(0.5, n), _point(1.5, 1)) for n in range(count)]
        return [bool(line.areas) for line in _drawn(*lines).lines]

    assert tinted(2) == [True, True]
    assert tinted(3) == [True, False, False]


def test_it_runs_as_the_language_does() -> None:
    """From right to left the first column is the right one, as in the table below."""
    line = _line(1, _point(0.5, 1), _point(2.5, -1), persona=CAMILLE)
    drawn = _drawn(line, mirrored=True)

    assert [dot.x for dot in drawn.lines[0].dots] == [37.5, 87.5]
    assert drawn.worst is not None
    assert drawn.worst.left == 25.0
    assert drawn.edges == (50.0,)


def _box(line: DrawnLine, columns: int) -> Box:
    """Return where the name of a line is written."""
    label, persona = line.label, line.line.persona
    assert label is not None
    assert persona is not None
    at = label.x / 100 * columns * COLUMN, label.y / 100 * HEIGHT
    return text_box(at, label.dy, len(persona.title), columns * COLUMN).box


@given(
    st.lists(st.tuples(st.integers(-2, 2), st.integers(-2, 2)), min_size=6, max_size=6),
)
def test_names_never_meet(scores: list[tuple[int, int]]) -> None:
    """However two lines run, their names overlap neither each other nor an edge."""
    camille, marc = (
        _line(
            number,
            *(_point(place + 0.5, both[number - 1]) for place, both in enumerate(scores)),
            persona=persona,
        )
        for number, persona in ((1, CAMILLE), (2, MARC))
    )
    first, second = (_box(line, 6) for line in _drawn(camille, marc, columns=6).lines)

    assert first.gap(second) >= 0
    for box in (first, second):
        assert box.x - box.wide >= 0
        assert 0 <= box.y - box.high <= box.y + box.high <= HEIGHT


def test_a_name_at_an_edge_stays_inside() -> None:
    """A name at the first point of a narrow column begins there instead of being cut."""
    name = place_name(20, [(5.0, 100.0)], [[(5.0, 100.0)]], [], COLUMN)

    assert name is not None
    assert name.anchor == "start"


def test_everyone_s_line_has_no_name() -> None:
    """A line that goes for all personas is not named."""
    line = _line(1, _point(0.5, 1))

    assert _drawn(line).lines[0].label is None
    assert _drawn(replace(line, persona=CAMILLE)).lines[0].label is not None
