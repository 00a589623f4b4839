"""Columns: phases divided into steps, and their heads."""

from jmsite.model.ids import Ref
from jmsite.swimlane.build import build_map
from jmsite.swimlane.grid import Cell
from jmsite.swimlane.items import TouchpointItem
from jmsite.swimlane.map import SwimlaneMap
from tests.swimlane.making import drawn, journey, phase, site_of, step, touchpoint


def cards(shown: SwimlaneMap) -> list[list[str]]:
    """Return the ids of the touchpoints in each column."""
    lane = shown.lane("touchpoints")
    assert lane is not None
    return [ids_in(cell) for cell in lane.rows[-1].cells]


def ids_in(cell: Cell) -> list[str]:
    """Return the ids of the touchpoints in a cell."""
    return [e.item.ref.id for e in cell.entries if isinstance(e.item, TouchpointItem)]


def test_a_phase_without_steps_is_one_column() -> None:
    """All its touchpoints stand in it, and the map has no header row of steps."""
    shown = drawn(phase("find", touchpoint("ad"), touchpoint("blog")), phase("buy"))
    assert [(head.ref.id, head.first, head.span) for head in shown.phases] == [
        ("find", 0, 1),
        ("buy", 1, 1),
    ]
    assert shown.heads == ()
    assert cards(shown) == [["ad", "blog"], []]


def test_a_step_without_smaller_steps_is_a_column() -> None:
    """Touchpoints stand below the step that they name."""
    shown = drawn(
        phase(
            "buy",
            touchpoint("order", step="pay"),
            touchpoint("shelf", step="choose"),
            steps=(step("choose"), step("pay")),
        )
    )
    assert [column.step for column in shown.columns] == ["choose", "pay"]
    assert [column.opens for column in shown.columns] == [True, False]
    assert cards(shown) == [["shelf"], ["order"]]


def test_touchpoints_without_step_stand_in_the_last_column_of_their_phase() -> None:
    """That column has no heading."""
    shown = drawn(phase("buy", touchpoint("chat"), steps=(step("choose"),)), phase("use"))
    assert cards(shown) == [[], ["chat"], []]
    assert [(head.title, head.first, head.rows) for head in shown.heads[0]] == [
        ("Choose", 0, 1),
        ("", 1, 1),
        ("", 2, 1),
    ]


def test_smaller_steps_stand_below_the_step_that_they_make_up() -> None:
    """A step with no smaller ones is as tall as those with some."""
    shown = drawn(
        phase(
            "buy",
            touchpoint("basket", step="pay"),
            steps=(step("choose"), step("pay", step("address"), step("card"))),
        )
    )
    upper, lower = shown.heads
    assert [(head.title, head.first, head.span, head.rows) for head in upper] == [
        ("Choose", 0, 1, 2),
        ("Pay", 1, 3, 1),
    ]
    assert [(head.title, head.first, head.span, head.rows) for head in lower] == [
        ("Address", 1, 1, 1),
        ("Card", 2, 1, 1),
        ("", 3, 1, 1),
    ]
    assert upper[1].parts
    assert cards(shown) == [[], [], [], ["basket"]]


def test_a_step_names_the_journey_that_details_it() -> None:
    """So that its head can link there."""
    paying = journey(id="paying")
    whole = journey(phase("buy", steps=(step("pay", journey="paying", optional=True),)))
    head = build_map(site_of(whole, paying), whole).heads[0][0]
    assert head.detail is not None
    assert head.detail.ref == Ref("journey", "paying")
    assert (head.ref, head.optional) == (Ref("step", "pay", "buying"), True)


def test_a_journey_without_phases_has_no_columns() -> None:
    """It is a map all the same, with nothing on it."""
    shown = drawn()
    assert (shown.columns, shown.phases, shown.lanes, shown.curve.lines) == ((), (), (), ())
