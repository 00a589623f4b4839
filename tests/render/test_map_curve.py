"""The emotion curve of a map: where its lines, marks and names stand."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from jmsite.model.ids import Ref
from jmsite.model.units import Duration, Ratio
from jmsite.render.draw.drawn import MapCurve
from jmsite.render.draw.frame import COLUMN, HEIGHT, ground_of, spot_of
from jmsite.render.draw.ground import Box, around
from jmsite.render.draw.labels import labels_on
from jmsite.render.draw.map_curve import map_curve
from jmsite.render.draw.speech import Speech, shortened
from jmsite.swimlane.curve import Curve, CurveLine, Point
from jmsite.swimlane.grid import PhaseHead
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
    """A point stands at its share of the width and at half the height less 14.5 for each score."""
    drawn = _drawn(_line(1, _point(0.5, 2), _point(2.5, 0), _point(3.5, -2)))

    places = [(dot.x, dot.y) for dot in drawn.lines[0].dots]
    assert places == [(12.5, 21.0), (62.5, 50.0), (87.5, 79.0)]
    assert drawn.edges == (50.0,)


def test_no_emotion_draws_nothing() -> None:
    """Where no emotion is known there is no curve, not a flat one."""
    assert map_curve(Curve(3, ()), [0]) is None


def test_the_worst_moment_hurts() -> None:
    """The lowest point is named with its column; where nothing is below neutral none is."""
    worst = _drawn(_line(1, _point(0.5, 1), _point(2.5, -1))).worst

    assert worst is not None
    assert (worst.left, worst.width, worst.dot.y) == (50.0, 25.0, 64.5)
    assert _drawn(_line(1, _point(0.5, 1), _point(2.5, 0))).worst is None


def test_a_moment_of_truth_is_marked_once() -> None:
    """Two personas at one moment of truth share its mark, which hangs above the higher point."""
    camille = _line(1, _point(1.5, -1, truth=True), persona=CAMILLE)
    marc = _line(2, _point(1.5, 1, truth=True), persona=MARC)

    assert [(truth.x, truth.y) for truth in _drawn(camille, marc).truths] == [(37.5, 35.5)]


def test_personas_are_told_apart() -> None:
    """No two of twenty personas look alike, not even where no colour is seen."""
    lines = [_line(number, _point(0.5, 0)) for number in range(1, 21)]
    looks = [line.look for line in _drawn(*lines).lines]

    assert len({(look.dash, look.mark) for look in looks}) == 20
    assert len({(look.hue, look.dash) for look in looks[:16]}) == 16
    assert [look.line for look in looks[:2]] == ["persona-1", "persona-2 dash-2"]


def test_it_runs_as_the_language_does() -> None:
    """From right to left the first column is the right one, as in the table below."""
    line = _line(1, _point(0.5, 1), _point(2.5, -1), persona=CAMILLE)
    drawn = _drawn(line, mirrored=True)

    assert [dot.x for dot in drawn.lines[0].dots] == [87.5, 37.5]
    assert drawn.worst is not None
    assert drawn.worst.left == 25.0
    assert drawn.edges == (50.0,)


def test_a_line_tells_what_is_known_from_what_is_believed() -> None:
    """It is strong between two points that sources back, thin where either is an assumption."""
    points = [replace(_point(x + 0.5, 1), validated=x != 2) for x in range(4)]
    (line,) = _drawn(_line(1, *points)).lines

    assert line.known == "M96 91c64 0 128 0 192 0"
    assert line.assumed == "M288 91c64 0 128 0 192 0 64 0 128 0 192 0"
    assert [dot.point.validated for dot in line.dots] == [True, True, False, True]


def test_only_the_ground_below_neutral_is_hatched() -> None:
    """It begins and ends where the line crosses the middle of the scale."""
    scores = (1, -1, -1, 1)
    below = _drawn(_line(1, *(_point(x + 0.5, s) for x, s in enumerate(scores)))).lines[0].area
    above = _drawn(_line(1, _point(0.5, 0), _point(1.5, 2))).lines[0].area

    assert below.startswith("M173 128c")
    assert below.endswith("V128H173Z")
    assert above == ""


def test_what_a_line_does_is_said_phase_by_phase() -> None:
    """A reader who does not see it hears how low and how high it runs."""
    later = replace(_point(2.5, 2), phase=Ref("phase", "use", "phone"))
    (line,) = _drawn(_line(1, _point(0.5, -2), _point(1.5, 1), later)).lines

    assert [(one.phase.id, one.low, one.high) for one in line.course] == [
        ("decision", -2, 1),
        ("use", 2, 2),
    ]


def test_people_leave_and_wait_where_they_do() -> None:
    """Each place has its sign once, with its value, and a leader down to it from the lowest."""
    leaving = replace(_point(1.5, 1), drop_off=Ratio(0.31), wait=Duration(2, "d"))
    other = replace(leaving, score=0)
    drawn = _drawn(_line(1, leaving), _line(2, other))

    assert [(one.sign, one.x, one.text) for one in drawn.told] == [
        ("leaves", 37.5, "31%"),
        ("waits", 37.5, "2 d"),
    ]
    assert drawn.leaders.startswith("M288 136V")


def test_quotes_stand_at_peaks_and_valleys() -> None:
    """The strongest first; what is said on the way is not repeated, nor what was said before."""
    felt = ((0, "Where?"), (1, "On my way"), (2, "Yes!"), (-1, "Oh no"), (2, "Yes!"), (1, "Fine"))
    points = [replace(_point(x + 0.5, s), quote=said) for x, (s, said) in enumerate(felt)]
    drawn = _drawn(_line(1, *points), columns=6)

    assert [quote.label.lines for quote in drawn.quotes] == [("“Oh no”",), ("“Yes!”",)]


def test_a_long_quote_says_its_beginning() -> None:
    """Its first sentence where that is short enough, else its first words."""
    ending = "nobody told me that it would take so very long to hear anything back from them"
    assert shortened(f"It is late. Really, {ending}") == "It is late."
    assert shortened(f"But {ending}").endswith("very long to…")
    assert shortened("It is late. And cold.") == "It is late. And cold."


def test_a_part_is_drawn_to_its_edges() -> None:
    """Lines come from beyond an edge and go on beyond the other as in the whole drawing."""
    scores = (0, 2, -2, 1, 0, -1)
    whole = Curve(6, (_line(1, *(_point(x + 0.5, s) for x, s in enumerate(scores))),))
    part = map_curve(whole.between(2, 4), [0, 3, 5])
    other = map_curve(whole.between(3, 4), [0, 3, 5])

    assert part is not None
    assert [dot.x for dot in part.lines[0].dots] == [25.0, 75.0]
    assert part.lines[0].assumed.startswith("M-96 54c")
    assert part.edges == (50.0,)
    assert part.worst is not None
    assert (part.worst.left, part.worst.width) == (0.0, 50.0)
    assert other is not None
    assert other.worst is None
    assert map_curve(Curve(4, (_line(1, _point(0.5, 1)),)).between(1, 3), [0]) is None


def test_a_phase_is_shown_on_its_own() -> None:
    """The drawing lies behind a window as wide as the columns of the phase."""
    line = _line(1, _point(0.5, 0), _point(2.5, -1))
    seen = _drawn(line).over(_phase(first=2, span=2))
    mirrored = _drawn(line, mirrored=True).over(_phase(first=0, span=1))
    elsewhere = _drawn(line).over(replace(_phase(first=0, span=2), ref=Ref("phase", "a", "phone")))

    assert (seen.x, seen.width, len(seen.courses)) == (-100.0, 200.0, 1)
    assert (mirrored.x, mirrored.width) == (-300.0, 400.0)
    assert elsewhere.courses == ()


def _phase(first: int, span: int) -> PhaseHead:
    return PhaseHead(PHASE, "Decision", None, first, span, 1)


def test_everyone_s_line_has_no_name() -> None:
    """A line that goes for all personas is not named."""
    line = _line(1, _point(0.5, 1))

    assert _drawn(line).lines[0].label is None
    assert _drawn(replace(line, persona=CAMILLE)).lines[0].label is not None


def test_texts_run_as_the_language_does() -> None:
    """From right to left everything is mirrored but texts, which begin at the same points."""
    points = [replace(_point(x, s), wait=Duration(2, "d")) for x, s in ((0.1, 1), (3.5, -1))]
    line = _line(1, *points, persona=CAMILLE)
    here, there = _drawn(line), _drawn(line, mirrored=True)

    assert (here.turn, there.turn) == ("", "matrix(-1 0 0 1 768 0)")
    assert [(one.right, one.anchor) for one in here.told] == [(True, "start")] * 2
    assert [(one.right, one.anchor) for one in there.told] == [(False, "start")] * 2
    label, mirrored = here.lines[0].label, there.lines[0].label
    assert label is not None
    assert mirrored is not None
    assert (label.x, label.anchor) == (2.5, "start")
    assert (mirrored.x, mirrored.anchor) == (97.5, "start")


def test_the_line_of_zero_strikes_nothing_through() -> None:
    """A name that has more room below, on the line of zero, stands above all the same."""
    low = _line(1, *(_point(x + 0.5, 0.5) for x in range(4)), persona=CAMILLE)
    high = _line(2, *(_point(x + 0.5, 1.4) for x in range(4)))
    named, _ = labels_on(Curve(4, (low, high)), None, Speech()).names

    assert named is not None
    assert named.box.bottom < spot_of(Curve(4, ()), 0.5, 0.5)[1]


letters = st.text("abcdefghimnow ÉWœ…", min_size=1, max_size=90).map(
    lambda text: f"x{text}".strip()
)
felt = st.tuples(
    st.sampled_from([-2, -1.5, -1, -0.5, 0, 0.5, 1, 2]),
    letters,
    st.booleans(),
    st.one_of(st.none(), st.floats(0.01, 1)),
    st.one_of(st.none(), st.integers(1, 90)),
)


@st.composite
def crowded_curves(draw: st.DrawFn) -> Curve:
    """Curves of up to four personas that say, leave and wait everywhere."""
    columns = draw(st.integers(1, 6))
    beside = draw(st.integers(1, 4))
    lines = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        points = tuple(
            replace(
                _point((place + 0.5) / beside, score, truth=truth),
                quote=quote,
                drop_off=Ratio(share) if share else None,
                wait=Duration(time, "d") if time else None,
            )
            for place in range(columns * beside)
            for score, quote, truth, share, time in [draw(felt)]
        )
        persona = Named(Ref("persona", f"p{number}"), draw(letters))
        lines.append(CurveLine(persona, number, (points,)))
    return Curve(columns, tuple(lines))


@given(crowded_curves(), st.floats(1, 4))
def test_nothing_is_written_over_anything(curve: Curve, wider: float) -> None:
    """In columns of any width, names, quotes and signs keep clear of all else and of the edges."""
    low = curve.worst
    labels = labels_on(curve, low if low and low.score < 0 else None, Speech())
    texts = [labels.worst, *labels.names, *(quote.text for quote in labels.quotes)]
    boxes = [(text.at[0], text.box) for text in texts if text]
    boxes += [(note.at[0], note.box) for note in labels.notes]
    boxes = [(x, _widened(x, box, wider)) for x, box in boxes]
    width, zero = curve.columns * COLUMN * wider, HEIGHT / 2

    for number, (_, box) in enumerate(boxes):
        assert box.inside(Box(0, 0, width, HEIGHT))
        assert all(not box.meets(other, 0) for _, other in boxes[number + 1 :])
        assert not box.meets(Box(0, zero, width, zero), 0)
        for point in curve.points:
            x, y = spot_of(curve, point.x, point.score)
            assert not box.meets(around((x * wider, y), 5), 0)
    lines = [[(x * wider, y) for x, y in line] for line in ground_of(curve).lines]
    for x, y in (spot for line in lines for spot in line):
        assert all(not box.meets(Box(x, y, x, y), 0) for _, box in boxes)


def _widened(x: float, box: Box, wider: float) -> Box:
    """Return a box that keeps its size while its place in the column moves."""
    moved = x * wider - x
    return Box(box.left + moved, box.top, box.right + moved, box.bottom)
