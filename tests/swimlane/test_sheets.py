"""A map cut into sheets: everything stands on one of them, whole where there is room for it."""

from collections.abc import Callable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from jmsite.model.phase import Phase
from jmsite.swimlane.grid import Cell, PhaseHead
from jmsite.swimlane.items import TouchpointItem
from jmsite.swimlane.map import SwimlaneMap
from jmsite.swimlane.sheets import Heights, Paper, Sheet, sheets_of
from tests.swimlane.making import drawn, feels, phase, step, touchpoint
from tests.swimlane.test_map_properties import phases

# Lengths of these tests: a head is 10 tall, an entry 5, a curve 20.
HEAD, ENTRY, CURVE = 10.0, 5.0, 20.0
WIDTHS, HEIGHTS = st.integers(1, 12), st.integers(40, 200)


def measured(part: SwimlaneMap, _column: float) -> Heights:
    """Return how tall a part of a map is where all entries are alike."""
    lanes = []
    for lane in part.lanes:
        rows = (max(len(cell.entries) for cell in row.cells) * ENTRY for row in lane.rows)
        curve = CURVE if lane.id == "emotion" and part.curve.lines else 0.0
        lanes.append(sum(rows) + curve)
    return Heights(HEAD, tuple(lanes))


def cut(map_: SwimlaneMap, columns: int, height: float) -> tuple[Sheet, ...]:
    """Return the sheets of a map on paper with room for so many columns, 10 wide each."""
    return sheets_of(map_, Paper(columns * 10 + 5, height, 5, 10), measured)


@given(phases(), WIDTHS, HEIGHTS)
def test_every_entry_stands_on_one_sheet(
    made: tuple[Phase, ...], columns: int, height: int
) -> None:
    """What a lane says is not lost where a map is cut, and nothing is said twice."""
    map_ = drawn(*made)

    assert _said(map_) == sorted(
        line for sheet in cut(map_, columns, height) for line in _said(sheet.map)
    )


@given(phases(), WIDTHS, HEIGHTS)
def test_every_column_stands_in_one_band(
    made: tuple[Phase, ...], columns: int, height: int
) -> None:
    """The sheets that hang side by side have all columns in their order, none wider than paper."""
    map_ = drawn(*made)
    top = [sheet for sheet in cut(map_, columns, height) if sheet.down == 0]

    steps = [
        (column.step, _phase(sheet, column.phase)) for sheet in top for column in sheet.map.columns
    ]
    assert steps == [(column.step, map_.phases[column.phase].ref.id) for column in map_.columns]
    assert all(len(sheet.map.columns) <= columns for sheet in top)
    assert all(sheet.map.columns for sheet in top)


def _phase(sheet: Sheet, place: int) -> str:
    return sheet.map.phases[place].ref.id


@given(phases(), WIDTHS, HEIGHTS)
def test_a_phase_is_cut_only_where_it_is_wider_than_paper(
    made: tuple[Phase, ...], columns: int, height: int
) -> None:
    """A phase that has room on a sheet stands on one band of sheets."""
    map_ = drawn(*made)
    widths = {phase.ref: phase.span for phase in map_.phases}

    for sheet in cut(map_, columns, height):
        for head in sheet.map.phases:
            assert head.span == widths[head.ref] or widths[head.ref] > columns


@given(phases(), WIDTHS, HEIGHTS)
def test_cells_and_heads_cover_the_columns_of_a_sheet_once(
    made: tuple[Phase, ...], columns: int, height: int
) -> None:
    """A part of a map is a map: its rows have no hole and no head stands in two places."""
    for sheet in cut(drawn(*made), columns, height):
        every = list(range(len(sheet.map.columns)))
        assert _covered(sheet.map.phases) == every
        assert all(_covered(row.cells) == every for lane in sheet.map.lanes for row in lane.rows)
        assert _heads(sheet.map) == {
            place: len(sheet.map.heads) for place in every if sheet.map.heads
        }


def _covered(placed: Sequence[PhaseHead | Cell]) -> list[int]:
    return [place for one in placed for place in range(one.first, one.first + one.span)]


def _heads(map_: SwimlaneMap) -> dict[int, int]:
    """Return how many header rows stand above each column."""
    tall: dict[int, int] = {}
    for row in map_.heads:
        for head in row:
            for place in range(head.first, head.first + head.span):
                tall[place] = tall.get(place, 0) + head.rows
    return tall


@given(phases(), WIDTHS, HEIGHTS)
def test_a_sheet_is_no_taller_than_paper(
    made: tuple[Phase, ...], columns: int, height: int
) -> None:
    """Only where a single entry has no room does a sheet tell that it is too tall."""
    for sheet in cut(drawn(*made), columns, height):
        tall = sum(measured(sheet.map, 10).lanes) + HEAD
        assert tall <= height - sheet.spare
        assert sheet.spare >= 0 or tall > height


def test_bands_are_alike_in_width() -> None:
    """Eight phases on paper for seven stand on two bands of four, not on seven and one."""
    map_ = drawn(*(phase(f"p{number}", touchpoint(f"t{number}")) for number in range(8)))

    assert [len(sheet.map.columns) for sheet in cut(map_, 7, 200)] == [4, 4]


def test_a_wide_phase_is_cut_between_steps() -> None:
    """Its head says on the second band that it began before."""
    made = drawn(_stepped("long", (2, 3)), phase("after", touchpoint("end")))
    first, second = cut(made, 4, 200)

    assert [head.title for head in first.map.phases] == ["Long"]
    assert [len(first.map.columns), len(second.map.columns)] == [2, 4]
    assert {ref.id for ref in second.continued} == {"long"}
    assert first.continued == frozenset()


def _stepped(name: str, parts: tuple[int, ...]) -> Phase:
    """Return a phase of steps that have so many smaller steps."""
    steps = (
        step(f"{name}-{place}", *(step(f"{name}-{place}-{one}") for one in range(count)))
        for place, count in enumerate(parts)
    )
    return phase(name, steps=tuple(steps))


def test_what_a_cut_phase_says_stands_where_it_begins() -> None:
    """It is not said again on the second band."""
    steps = tuple(step(f"s{place}") for place in range(4))
    made = drawn(phase("long", steps=steps, mindset="Calm"))
    first, second = cut(made, 2, 200)

    assert [_texts(first.map), _texts(second.map)] == [["Calm"], []]


def test_a_tall_lane_is_cut_between_its_entries() -> None:
    """Its cards stand on sheets below each other, which say that the lane began above."""
    made = drawn(phase("p", *(touchpoint(f"t{number}") for number in range(10))))
    sheets = cut(made, 4, 40)

    cards = [_cards(sheet.map) for sheet in sheets]
    assert [one for some in cards for one in some] == [f"t{number}" for number in range(10)]
    assert [len(some) for some in cards] == [5, 5]
    assert [sheet.again for sheet in sheets] == [frozenset(), {"touchpoints"}]
    assert all(sheet.spare >= 0 for sheet in sheets)


def test_the_curve_stands_on_one_sheet_of_a_band() -> None:
    """It is cut to the columns of the band, and no second slice of its lane draws it again."""
    points = (touchpoint(f"t{number}", emotion=feels(-1)) for number in range(12))
    sheets = cut(drawn(phase("p", *points)), 4, 45)
    with_curve = [
        sheet
        for sheet in sheets
        if sheet.map.lane("emotion") and sheet.map.curve.lines and "emotion" not in sheet.again
    ]

    assert len(with_curve) == 1
    assert len(sheets) > 1
    assert all(not s.map.curve.lines for s in sheets if "emotion" in s.again)


def test_a_map_without_columns_has_no_sheet() -> None:
    """A journey without phases has nothing to hang on a wall."""
    assert cut(drawn(), 4, 100) == ()


def _said(map_: SwimlaneMap) -> list[str]:
    """Return each entry of a map with its lane and where it is said."""
    return sorted(
        f"{lane.id} {entry}"
        for lane in map_.lanes
        for row in lane.rows
        for cell in row.cells
        for entry in cell.entries
    )


def _texts(map_: SwimlaneMap) -> list[str]:
    return _of(map_, lambda item: getattr(item, "text", ""))


def _cards(map_: SwimlaneMap) -> list[str]:
    return _of(map_, lambda item: item.ref.id if isinstance(item, TouchpointItem) else "")


def _of(map_: SwimlaneMap, read: Callable[[object], str]) -> list[str]:
    entries = (
        entry
        for lane in map_.lanes
        for row in lane.rows
        for cell in row.cells
        for entry in cell.entries
    )
    return [said for entry in entries if (said := read(entry.item))]
