"""What holds for the map of any journey, however its phases and steps are made."""

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from jmsite.model.phase import Phase, Step
from jmsite.swimlane.grid import Cell, PhaseHead
from jmsite.swimlane.items import TouchpointItem
from jmsite.swimlane.map import SwimlaneMap
from tests.swimlane.making import drawn, each_feels, feels, phase, step, touchpoint

SHAPES = st.recursive(st.just(()), lambda parts: st.lists(parts, max_size=3).map(tuple))
SCORES = st.none() | st.integers(-2, 2).map(feels)
EACH = st.integers(-2, 2).map(lambda score: each_feels(camille=score))
Shape = tuple["Shape", ...]


@st.composite
def phases(draw: st.DrawFn) -> tuple[Phase, ...]:
    """Return phases with steps within steps, and touchpoints on any of them or on none."""
    numbers = count()
    made = []
    for _ in range(draw(st.integers(1, 4))):
        steps = [_steps(shape, numbers) for shape in draw(st.lists(SHAPES, max_size=3))]
        names = ["", *(name for one in steps for name in _names(one))]
        places = draw(st.lists(st.tuples(st.sampled_from(names), SCORES | EACH), max_size=5))
        touchpoints = [
            touchpoint(f"t{next(numbers)}", step=name, emotion=emotion, gains=("Quick",))
            for name, emotion in places
        ]
        name, felt = f"p{next(numbers)}", draw(SCORES)
        made.append(phase(name, *touchpoints, steps=tuple(steps), emotion=felt, mindset="Calm"))
    return tuple(made)


def _steps(shape: Shape, numbers: "count[int]") -> Step:
    return step(f"s{next(numbers)}", *(_steps(part, numbers) for part in shape))


def _names(one: Step) -> list[str]:
    return [one.id, *(name for part in one.steps or () for name in _names(part))]


@given(phases())
def test_the_cells_of_every_row_cover_all_columns_once(given_phases: tuple[Phase, ...]) -> None:
    """From left to right, so that every renderer can lay them side by side."""
    shown = drawn(*given_phases)
    assert _covered(shown.phases) == list(range(len(shown.columns)))
    for lane in shown.lanes:
        for row in lane.rows:
            assert _covered(row.cells) == list(range(len(shown.columns)))


@given(phases())
def test_the_heads_of_steps_cover_every_place_once(given_phases: tuple[Phase, ...]) -> None:
    """Tall heads and blanks fill what is left of the header rows, as in a table."""
    shown = drawn(*given_phases)
    places = [
        (place, row)
        for begins, heads in enumerate(shown.heads)
        for head in heads
        for place in range(head.first, head.first + head.span)
        for row in range(begins, begins + head.rows)
    ]
    every = [(p, r) for p in range(len(shown.columns)) for r in range(len(shown.heads))]
    assert sorted(places) == every


@given(phases())
def test_every_touchpoint_stands_on_the_map_once(given_phases: tuple[Phase, ...]) -> None:
    """In a column of its own phase."""
    shown = drawn(*given_phases)
    lane = shown.lane("touchpoints")
    cells = lane.rows[0].cells if lane else ()
    found = [
        (entry.item.ref.id, shown.columns[cell.first].phase)
        for cell in cells
        for entry in cell.entries
        if isinstance(entry.item, TouchpointItem)
    ]
    written = [(t.id, n) for n, p in enumerate(given_phases) for t in p.touchpoints or ()]
    assert sorted(found) == sorted(written)


@given(phases())
def test_every_line_of_the_curve_goes_to_the_right(given_phases: tuple[Phase, ...]) -> None:
    """Within the columns, and each point inside its own phase."""
    shown = drawn(*given_phases)
    for line in shown.curve.lines:
        places = [point.x for point in line.points]
        assert places == sorted(set(places))
        assert all(0 < place < len(shown.columns) for place in places)
    for point in shown.curve.points:
        assert _phase_at(shown, point.x) == point.phase.id


def _phase_at(shown: SwimlaneMap, x: float) -> str:
    return next(h.ref.id for h in shown.phases if h.first < x < h.first + h.span)


def _covered(parts: tuple[PhaseHead | Cell, ...]) -> list[int]:
    return [column for part in parts for column in range(part.first, part.first + part.span)]
