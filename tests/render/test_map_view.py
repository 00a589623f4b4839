"""A map as it is drawn: what folds away, what is drawn once, where silence is said."""

from dataclasses import replace
from datetime import date

from jmsite.model.emotion import Emotion, Emotions
from jmsite.model.kpi import KPI
from jmsite.model.pain_point import PainPoint
from jmsite.model.phase import Phase
from jmsite.model.source import Source
from jmsite.model.units import Duration, Ratio
from jmsite.render.map_view import MapView, map_view
from jmsite.swimlane.grid import Cell, Lane, Row
from jmsite.swimlane.items import TouchpointItem
from jmsite.words import Words
from tests.swimlane.making import by_id, drawn, feels, phase, step, touchpoint

SOURCES = by_id(Source(id="survey", title="Survey", type="survey", date=date(2026, 1, 1)))
KPIS = by_id(KPI(id="nps", title="NPS"))


def _view(*phases: Phase) -> MapView:
    return map_view(drawn(*phases, site={"sources": SOURCES, "kpis": KPIS}), Words("en"), "en")


def _lane(view: MapView, name: str) -> Lane:
    found = view.map.lane(name)
    assert found is not None
    return found


def _only(rows: tuple[Row, ...]) -> Row:
    assert len(rows) == 1
    return rows[0]


def _cell(view: MapView, name: str) -> Cell:
    return _only(_lane(view, name).rows).cells[0]


def test_the_legend_explains_what_occurs() -> None:
    """A mark that no cell shows is not explained."""
    one = touchpoint("shop", initiator="customer", drop_off=Ratio(0.4), wait=Duration(2, "h"))
    view = _view(phase("buy", one, pain_points=(PainPoint(title="Slow"),)))

    assert view.legend == {
        "touchpoint",
        "customer",
        "wait",
        "hatched",
        "drop-off",
        "severity",
        "assumption",
    }


def test_the_legend_knows_no_curve_that_is_not_shown() -> None:
    """Where a project leaves out the lane of emotions, marks of the curve are not explained."""
    felt = _view(phase("buy", touchpoint("shop", emotion=feels(-1))))
    lanes = tuple(lane for lane in felt.map.lanes if lane.id != "emotion")
    bare = map_view(replace(felt.map, lanes=lanes), Words("en"), "en")

    assert {"curve-assumed", "curve-worst"} <= felt.legend
    assert bare.legend == {"touchpoint"}


def test_a_kpi_stands_where_it_is_measured() -> None:
    """A KPI that a phase and its touchpoint name is drawn once, at the touchpoint."""
    view = _view(phase("buy", touchpoint("shop", kpis=("nps",)), kpis=("nps",)))

    assert _only(view.rows(_lane(view, "kpis"))).scope == "touchpoint"


def test_a_source_stands_at_what_it_backs_as_a_whole() -> None:
    """A source that a phase and its touchpoint name is drawn once, at the phase."""
    view = _view(phase("buy", touchpoint("shop", evidence=("survey",)), evidence=("survey",)))

    assert _only(view.rows(_lane(view, "evidence"))).scope == "phase"


def test_none_is_never_hidden() -> None:
    """That a touchpoint has no source is still said where its phase names one."""
    view = _view(phase("buy", touchpoint("shop", evidence=()), evidence=("survey",)))

    assert [row.scope for row in view.rows(_lane(view, "evidence"))] == ["phase", "touchpoint"]


def test_long_cells_fold() -> None:
    """Beyond what a cell holds the rest is one step away, but never a moment of truth."""
    many = [touchpoint(f"t{n}", moment_of_truth=n == 7) for n in range(9)]
    others = [phase(f"p{n}") for n in range(6)]
    view = _view(phase("buy", *many), *others)
    fold = view.fold(_cell(view, "touchpoints"))

    assert [e.at[0].ref.id for e in fold.shown] == ["t0", "t1", "t2", "t3", "t4", "t7"]
    assert len(fold.rest) == 3


def test_a_wide_cell_holds_more() -> None:
    """A map of few columns has room for cards side by side."""
    view = _view(phase("buy", *(touchpoint(f"t{n}") for n in range(9))))

    assert view.fold(_cell(view, "touchpoints")).rest == ()


def test_one_alone_is_not_folded_away() -> None:
    """To hide a single card would take as much room as to show it."""
    others = [phase(f"p{n}") for n in range(6)]
    view = _view(phase("buy", *(touchpoint(f"t{n}") for n in range(6))), *others)

    assert view.fold(_cell(view, "touchpoints")).rest == ()


def test_one_alone_is_not_folded_away_beside_what_matters() -> None:
    """Nor where others after it are shown anyway, as a severe pain point is."""
    pains = [PainPoint(title=f"Pain {n}", severity="high" if n == 5 else "low") for n in range(6)]
    others = [phase(f"p{n}") for n in range(6)]
    view = _view(phase("buy", touchpoint("shop", pain_points=tuple(pains))), *others)
    cell = _cell(view, "pain-points")

    assert view.fold(cell) == (cell.entries, ())


def test_a_shared_column_says_who_speaks() -> None:
    """Where several touchpoints stand in a column, what is said there names its touchpoint."""
    shared = phase("buy", touchpoint("shop", effort=1), touchpoint("call", effort=2))
    view = _view(shared, phase("use", touchpoint("help", effort=3)))
    first, second = _only(_lane(view, "effort").rows).cells

    assert view.places(first.entries[0], first)
    assert not view.places(second.entries[0], second)


def test_a_silent_phase_says_so_once() -> None:
    """The first column of a phase that says nothing in a lane tells it; the others are quiet."""
    quiet = phase("use", touchpoint("help"), steps=(step("one"), step("two")))
    view = _view(phase("buy", touchpoint("shop", emotion=feels(1))), quiet)
    lane = _lane(view, "emotion")

    silent = [view.is_silent(lane, cell) for cell in _only(lane.rows).cells]
    assert silent == [False, True, False, False]


def test_the_worst_column_is_known() -> None:
    """The column of the lowest point is marked; where nothing hurts, none is."""
    sad = _view(phase("buy", touchpoint("shop", emotion=feels(-1))), phase("use"))
    glad = _view(phase("buy", touchpoint("shop", emotion=feels(1))), phase("use"))

    assert [sad.is_worst(c) for c in _only(_lane(sad, "emotion").rows).cells] == [True, False]
    assert not any(glad.is_worst(c) for c in _only(_lane(glad, "emotion").rows).cells)


def test_a_phase_opens_at_its_first_column() -> None:
    """A line parts phases; the first needs none."""
    steps = (step("one"), step("two"))
    view = _view(phase("buy", steps=steps), phase("use", steps=steps))

    opens = [view.opens(head) for head in view.map.heads[0]]
    assert opens == [False, False, True, False]


def test_low_moments_are_seen() -> None:
    """What somebody said at their worst is not folded away."""
    felt = [touchpoint(f"t{n}", emotion=feels(0.1 * n)) for n in range(11)]
    low = touchpoint("low", emotion=Emotions(everyone=Emotion(score=-2)))
    view = _view(phase("buy", *felt, low), *(phase(f"p{n}") for n in range(6)))
    fold = view.fold(_cell(view, "emotion"))

    assert "low" in [entry.at[0].ref.id for entry in fold.shown]
    assert len(fold.rest) == 9


def test_cards_are_touchpoints() -> None:
    """The lane of touchpoints holds a card for each."""
    view = _view(phase("buy", touchpoint("shop")))

    assert isinstance(_cell(view, "touchpoints").entries[0].item, TouchpointItem)


def test_a_column_without_a_step_says_so() -> None:
    """It says so in a phase that has steps; where no phase or no step is, nothing is missing."""
    stepped = phase("buy", touchpoint("shop", step="pay"), touchpoint("ad"), steps=(step("pay"),))
    plain = phase("use", touchpoint("box"))
    blanks = [head for head in _view(stepped, plain).map.heads[0] if not head.ref]
    view = _view(stepped, plain)

    assert [(blank.phase.id, view.lacks_step(blank)) for blank in blanks] == [
        ("buy", True),
        ("use", False),
    ]


def test_the_worst_column_crosses_cells_of_whole_phases() -> None:
    """In a cell of three columns, the second is the middle third; other phases have none of it."""
    steps = (step("look"), step("pay"), step("go"))
    low = touchpoint("shop", step="pay", emotion=feels(-2))
    view = _view(phase("buy", low, steps=steps, mindset="Hopes"), phase("use", mindset="Rests"))
    whole, other = _only(_lane(view, "mindset").rows).cells

    assert view.worst_within(whole) == (33.333, 33.333)
    assert view.worst_within(other) is None
    assert view.shows_worst


def test_the_worst_moment_of_a_phase_has_all_its_columns() -> None:
    """What is felt of a phase as a whole is felt in each of its steps."""
    steps = (step("look"), step("pay"))
    bad = phase("buy", touchpoint("shop", step="pay"), steps=steps, emotion=feels(-2))
    view = _view(phase("hear", emotion=feels(1)), bad, phase("use", emotion=feels(2)))
    cells = {cell.first: cell for cell in _only(_lane(view, "emotion").rows).cells}

    assert {first: view.is_worst(cell) for first, cell in cells.items()} == {
        0: False, 1: True, 3: False
    }  # fmt: skip
    assert not any(view.worst_within(cell) for cell in cells.values())
    assert view.curve is not None
    assert view.curve.worst is not None
    assert (view.curve.worst.left, view.curve.worst.width) == (25.0, 50.0)


def test_nothing_worst_is_led_to_where_nothing_hurts() -> None:
    """A journey that pleases everyone has no worst moment to be shown."""
    assert not _view(phase("buy", touchpoint("shop", emotion=feels(1)))).shows_worst
