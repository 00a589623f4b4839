"""Drawings: scales, charts, sparks and small curves, as data."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmsite.model.ids import Ref
from jmsite.model.kpi import KPI, Measurement
from jmsite.render.draw.chart import chart, spark
from jmsite.render.draw.curve import small_curve
from jmsite.render.draw.looks import look_of
from jmsite.render.draw.scale import scale_over, spread
from jmsite.swimlane.curve import Curve, CurveLine, Point
from jmsite.swimlane.items import Named
from jmsite.words import Words

WORDS = Words("en")
PHASE = Ref("phase", "decision", "phone")
VALUES = st.floats(-1e6, 1e6, allow_nan=False, allow_infinity=False)


def _kpi(**fields: object) -> KPI:
    series = (
        Measurement(date=date(2026, 1, 1), value=30),
        Measurement(date=date(2026, 3, 2), value=20),
    )
    return KPI(**{"title": "Drop-off", "series": series, **fields})  # type: ignore[arg-type]


def _measured(values: Iterable[float]) -> Iterator[Measurement]:
    """Yield values, each measured two months after the one before."""
    for number, value in enumerate(values):
        yield Measurement(date=date(2026, 1 + 2 * number, 1), value=value)


def _point(x: float, score: float, persona: Named | None = None) -> Point:
    place = Named(Ref("touchpoint", "shop", "phone"), "Shop")
    return Point(x, score, "", "", persona, place, PHASE)


@given(st.lists(VALUES, min_size=1, max_size=20))
def test_a_scale_holds_its_values(values: list[float]) -> None:
    """Every value lies on the scale, and the round numbers on it are few."""
    scale = scale_over(values)

    assert all(-0.01 <= scale.from_top(value) <= 100.01 for value in values)
    assert 2 <= len(scale.ticks) <= 8


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ((15, 37), (10, 20, 30, 40)),
        ((5,), (4, 6)),
        ((0,), (0, 1)),
        ((0.1, 0.4), (0.1, 0.2, 0.3, 0.4)),
    ],
)
def test_a_scale_goes_by_round_numbers(values: tuple[float, ...], ticks: tuple[float, ...]) -> None:
    """Steps are 1, 2 or 5 times a power of ten, also around a single value."""
    assert scale_over(values).ticks == pytest.approx(ticks)


@given(st.lists(st.floats(0, 100), max_size=8))
def test_labels_do_not_touch(places: list[float]) -> None:
    """Labels keep their order and stand apart, and none falls off the lower edge."""
    moved = sorted(spread(places, 6.5))

    assert all(below - above >= 6.48 for above, below in pairwise(moved))
    assert all(place <= 100 for place in moved)


def test_a_chart_shows_levels_and_changes() -> None:
    """The line, what it is held against and the days of changes share one scale."""
    drawn = chart(_kpi(target=20.0, warning=30.0), [date(2026, 1, 31)], WORDS)

    assert drawn is not None
    assert drawn.line == "0,0 1000,100"
    assert [(level.level, level.value, level.at) for level in drawn.levels] == [
        ("warning", "30", 0.0), ("target", "20", 100.0)
    ]  # fmt: skip
    assert [(change.number, change.at) for change in drawn.changes] == [(1, 50.0)]
    assert [mark.label for mark in drawn.dates] == ["Jan 2026", "Mar 2026"]
    assert drawn.last == (100.0, 100.0)


def test_close_changes_stand_in_rows() -> None:
    """Marks of changes that would overlap stand one above the other."""
    days = [date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 20)]
    drawn = chart(_kpi(), days, WORDS)

    assert drawn is not None
    assert [mark.row for mark in drawn.changes] == [0, 1, 0]


def test_a_value_is_named_where_its_line_ends() -> None:
    """At the edge beside the chart; before it, at its own day, out of the way of the line."""
    planned = [date(2026, 3, 22)]
    fell = chart(_kpi(target=20.0), planned, WORDS)
    rose = chart(_kpi(series=tuple(_measured((20, 30)))), planned, WORDS)
    at_edge = chart(_kpi(target=20.0), [], WORDS)

    assert fell is not None
    assert rose is not None
    assert at_edge is not None
    assert (fell.last, fell.last_label_at, fell.rises) == ((75.0, 100.0), None, False)
    assert (rose.last_label_at, rose.rises) == (None, True)
    assert [level.label_at for level in fell.levels] == [100.0]
    assert (at_edge.last_label_at, at_edge.levels[0].label_at) == (100.0, 93.5)


def test_today_parts_what_was_from_what_shall_be() -> None:
    """It is marked where something on the chart lies ahead of it."""
    planned = [date(2026, 3, 22)]

    assert [
        drawn.today
        for day in (date(2026, 3, 6), date(2026, 3, 22), date(2027, 1, 1), date(2025, 1, 1))
        if (drawn := chart(_kpi(), planned, WORDS, day))
    ] == [80.0, None, None, None]


def test_no_values_no_chart() -> None:
    """A KPI that was never measured has no chart, and one value alone has one."""
    one = (Measurement(date=date(2026, 1, 1), value=3),)

    assert chart(_kpi(series=None, target=20.0), [], WORDS) is None
    single = chart(_kpi(series=one), [], WORDS)
    assert single is not None
    assert single.last[0] == 50.0


def test_a_change_before_the_first_value_widens_the_chart() -> None:
    """A change stands on the chart even where nothing was measured yet."""
    drawn = chart(_kpi(), [date(2025, 11, 2)], WORDS)

    assert drawn is not None
    assert drawn.changes[0].at == 0.0
    assert drawn.line == "500,0 1000,100"


def test_a_spark_fills_its_height() -> None:
    """A spark goes from its highest to its lowest value, the target among them."""
    drawn = spark([30, 20], 10)

    assert drawn.line == "0 0 97 50"
    assert drawn.target == 100
    assert spark([5], None).target is None


def test_a_small_curve_marks_the_worst() -> None:
    """The lowest point below neutral is marked; points that stand alone are dots."""
    line = CurveLine(None, 1, ((_point(0.5, 1), _point(1.5, -1)), (_point(3.5, 0),)))
    drawn = small_curve(Curve(4, (line,)))

    assert drawn.worst == (37.5, 71.0)
    assert len(drawn.lines[0].paths) == 1
    assert drawn.lines[0].dots == ((87.5, 50.0),)


def test_a_small_curve_of_one_persona() -> None:
    """Of a journey that tells personas apart, the line of one is drawn, in its own look."""
    marc, camille = (Named(Ref("persona", who), who) for who in ("marc", "camille"))
    lines = (
        CurveLine(marc, 1, ((_point(0.5, -2, marc), _point(1.5, 0, marc)),)),
        CurveLine(camille, 6, ((_point(0.5, 1, camille), _point(1.5, 1, camille)),)),
    )
    drawn = small_curve(Curve(2, lines), "camille")

    assert [(line.number, line.look) for line in drawn.lines] == [(6, look_of(6))]
    assert drawn.worst is None
