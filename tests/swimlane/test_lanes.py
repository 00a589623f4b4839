"""Lanes: which are shown, in which order, between which lines, and what stands in them."""

from datetime import date

import pytest

from jmsite.model.goal import Goal
from jmsite.model.ids import Ref
from jmsite.model.journey import Lane
from jmsite.model.kpi import KPI, Measurement
from jmsite.model.opportunity import Opportunity
from jmsite.model.pain_point import PainPoint
from jmsite.model.phase import Phase
from jmsite.model.settings import Settings
from jmsite.model.source import Source
from jmsite.model.touchpoint import Action
from jmsite.model.units import Duration
from jmsite.swimlane.choose import lines_above
from jmsite.swimlane.grid import Cell, Zone
from jmsite.swimlane.items import (
    ActionItem,
    FileUse,
    GoalItem,
    KpiItem,
    Measured,
    Named,
    OpportunityItem,
    OwnItem,
    PainItem,
    PictureItem,
    TextItem,
    TimeItem,
    TouchpointItem,
)
from jmsite.swimlane.lanes import LANE_IDS
from jmsite.swimlane.map import SwimlaneMap
from jmsite.swimlane.measures import kpi_item
from tests.swimlane.making import by_id, drawn, feels, phase, step, touchpoint

FULL = phase(
    "buy",
    touchpoint(
        "order",
        gains=("Quick",),
        effort=3,
        image="order.png",
        frontstage=(Action(action="Greets"),),
        backstage=(Action(action="Packs"),),
        support=(Action(action="Stock system"),),
    ),
    mindset="Hopeful",
    goals=("Be done soon",),
    questions=("Will it last?",),
    influences=("Friends",),
    perception="Honest",
    pain_points=(PainPoint(id="costs", title="Late costs"),),
    emotion=feels(1),
    duration=Duration(2.0, "d"),
    kpis=("nps",),
    evidence=("survey",),
)
AROUND = {
    "kpis": by_id(KPI(id="nps", title="NPS")),
    "sources": by_id(Source(id="survey", title="Survey", type="survey")),
    "opportunities": by_id(
        Opportunity(id="early", title="Say it early", addresses=("buying/costs",))
    ),
}


def ids(shown: SwimlaneMap) -> list[str]:
    """Return the ids of the lanes of a map."""
    return [lane.id for lane in shown.lanes]


def cell(shown: SwimlaneMap, lane: str, place: int = 0, row: int = 0) -> Cell:
    """Return a cell of a lane."""
    found = shown.lane(lane)
    assert found is not None
    return found.rows[row].cells[place]


def said(shown: SwimlaneMap, lane: str, place: int = 0, row: int = 0) -> list[object]:
    """Return the items in a cell of a lane."""
    return [entry.item for entry in cell(shown, lane, place, row).entries]


def test_every_lane_is_there_where_everything_is_said() -> None:
    """They stand in the order of the table."""
    assert ids(drawn(FULL, site=AROUND)) == list(LANE_IDS)


def test_a_lane_that_holds_nothing_is_not_shown() -> None:
    """What nobody speaks of takes no room on the map."""
    assert ids(drawn(phase("buy", touchpoint("order"), mindset="Hopeful"))) == [
        "touchpoints",
        "mindset",
    ]


def test_a_lane_that_is_asked_for_by_name_is_shown_though_it_is_empty() -> None:
    """Its first row stands there, silent."""
    shown = drawn(phase("buy"), phase("use"), lanes=(Lane(id="gains"), Lane(id="...")))
    assert ids(shown) == ["gains"]
    assert [c.says for c in shown.lanes[0].rows[0].cells] == [False, False]


def test_three_dots_are_all_the_others_in_their_order() -> None:
    """A lane named before or after the dots is not among them."""
    shown = drawn(
        FULL, site=AROUND, lanes=(Lane(id="time"), Lane(id="..."), Lane(id="touchpoints"))
    )
    others = [lane for lane in LANE_IDS if lane not in ("time", "touchpoints")]
    assert ids(shown) == ["time", *others, "touchpoints"]


def test_the_journey_chooses_its_lanes_before_the_site_does() -> None:
    """Where the journey says nothing the site's choice holds; unknown names are passed over."""
    settings = Settings(title="Site", lanes=(Lane(id="mindset"), Lane(id="nonsense")))
    of_site = drawn(FULL, site=AROUND | {"settings": settings})
    of_journey = drawn(FULL, site=AROUND | {"settings": settings}, lanes=(Lane(id="goals"),))
    assert (ids(of_site), ids(of_journey)) == (["mindset"], ["goals"])


def test_a_lane_of_ones_own_shows_a_key_of_phases_and_touchpoints() -> None:
    """A list is an item each; the lane stands with the one above it."""
    shown = drawn(
        phase(
            "buy",
            touchpoint("order", extras={"x-risk": "theft"}, backstage=(Action(action="Packs"),)),
            extras={"x-risk": ["rain", {"level": 2}]},
        ),
        lanes=(Lane(id="backstage"), Lane(id="risks", title="Risks", from_="x-risk")),
    )
    lane = shown.lanes[1]
    assert (lane.id, lane.title, lane.zone, lane.lines) == ("risks", "Risks", "backstage", ())
    assert said(shown, "risks") == [OwnItem("rain"), OwnItem({"level": 2})]
    assert said(shown, "risks", row=1) == [OwnItem("theft")]


def test_lines_part_what_the_customer_does_from_what_the_company_does() -> None:
    """Each line stands above the first lane on its far side."""
    shown = drawn(FULL, site=AROUND)
    assert {lane.id: lane.lines for lane in shown.lanes if lane.lines} == {
        "frontstage": ("interaction",),
        "backstage": ("visibility",),
        "support": ("internal-interaction",),
    }


@pytest.mark.parametrize(
    ("zones", "lines"),
    [
        ((), ()),
        (("backstage",), ((),)),
        (("customer", "customer"), ((), ())),
        (("customer", "backstage"), ((), ("interaction", "visibility"))),
        (("support", "frontstage"), ((), ("internal-interaction", "visibility"))),
        (("frontstage", "customer"), ((), ("interaction",))),
    ],
)
def test_lines_stay_true_in_any_order(
    zones: tuple[Zone, ...], lines: tuple[tuple[str, ...], ...]
) -> None:
    """A line is drawn where one crosses it, and only with lanes on both its sides."""
    assert lines_above(zones) == lines


def test_what_a_phase_says_spans_its_columns() -> None:
    """Below it stands what its touchpoints say, each in its column."""
    steps = (step("choose"), step("pay"))
    shown = drawn(
        phase("buy", touchpoint("order", step="pay", gains=("Quick",)), gains=("Fair",),
              steps=steps),
        phase("use"),
    )  # fmt: skip
    lane = shown.lane("gains")
    assert lane is not None
    assert [row.scope for row in lane.rows] == ["phase", "touchpoint"]
    assert [(c.first, c.span) for c in lane.rows[0].cells] == [(0, 2), (2, 1)]
    assert [len(c.entries) for c in lane.rows[1].cells] == [0, 1, 0]
    assert cell(shown, "gains", 1, 1).entries[0].at == (
        Named(Ref("touchpoint", "order", "buying"), "Order"),
    )


def test_what_two_touchpoints_of_a_column_say_alike_stands_once() -> None:
    """The entry names both of them."""
    shown = drawn(phase("buy", *(touchpoint(one, gains=("Quick",)) for one in ("order", "desk"))))
    (entry,) = cell(shown, "gains").entries
    assert entry.item == TextItem("Quick")
    assert [who.title for who in entry.at] == ["Order", "Desk"]


def test_values_that_only_count_as_equal_stand_apart() -> None:
    """Yes is not 1, whatever a computer makes of it."""
    shown = drawn(
        phase("buy", extras={"x-risk": [True, 1, 1.0, 1]}),
        lanes=(Lane(id="risks", from_="x-risk"),),
    )
    assert [repr(item) for item in said(shown, "risks")] == [
        "OwnItem(value=True)",
        "OwnItem(value=1)",
        "OwnItem(value=1.0)",
    ]


def test_none_that_is_said_differs_from_silence() -> None:
    """An empty list says that there are none; a column says so only where all in it do."""
    shown = drawn(
        phase("find", pain_points=()),
        phase("buy"),
        phase("use", touchpoint("a", pain_points=()), touchpoint("b")),
        phase("end", touchpoint("c", pain_points=())),
    )
    lane = shown.lane("pain-points")
    assert lane is not None
    assert [c.stated_none for c in lane.rows[0].cells] == [True, False, False, False]
    assert [c.stated_none for c in lane.rows[1].cells] == [False, False, False, True]


def test_a_pain_point_knows_what_backs_and_what_answers_it() -> None:
    """The nearest evidence decides; a plain text has no name but a place."""
    pains = (PainPoint(id="costs", title="Late costs", severity="high"), PainPoint(title="Queue"))
    shown = drawn(
        phase("buy", touchpoint("order", pain_points=pains), evidence=("survey",)), site=AROUND
    )
    order = Ref("touchpoint", "order", "buying")
    backed = (Named(Ref("source", "survey"), "Survey"),)
    assert said(shown, "pain-points") == [
        PainItem(
            Ref("pain-point", "costs", "buying"), "Late costs", "high", bottleneck=False,
            validated=True, holder=order, number=0, sources=backed,
            opportunities=(Named(Ref("opportunity", "early"), "Say it early"),),
        ),
        PainItem(None, "Queue", "medium", bottleneck=False, validated=True, holder=order,
                 number=1, sources=backed),
    ]  # fmt: skip


def test_goals_are_links_or_texts() -> None:
    """A goal of the site is named by its title, any other text is a goal of the phase alone."""
    goals = by_id(Goal(id="sell", title="Sell more", of="business"))
    shown = drawn(phase("buy", goals=("sell", "Be *done*")), site={"goals": goals})
    assert said(shown, "goals") == [
        GoalItem(Ref("goal", "sell"), "Sell more", "business"),
        GoalItem(None, "Be *done*"),
    ]


def test_times_are_lengths_on_one_scale() -> None:
    """The scale ends with the longest time of the journey, its waiting included."""
    hour = Duration(1.0, "h")
    shown = drawn(
        phase("buy", touchpoint("order", duration=hour, wait=Duration(3.0, "h"))),
        phase("use", duration=Duration(2.0, "h")),
    )
    assert said(shown, "time", 0, 1) == [TimeItem(hour, Duration(3.0, "h"), 0.25, 0.75)]
    assert said(shown, "time", 1, 0) == [TimeItem(Duration(2.0, "h"), None, 0.5, 0.0)]


def test_opportunities_stand_where_they_act() -> None:
    """At the touchpoint that they change or relieve; at the phase only where at none of those."""
    changes = by_id(
        Opportunity(id="a", title="A", phases=("buying/buy",), touchpoints=("buying/order",)),
        Opportunity(id="b", title="B", phases=("buying/buy",), status="done"),
        Opportunity(id="c", title="C", phases=("other/buy",)),
    )
    shown = drawn(phase("buy", touchpoint("order")), site={"opportunities": changes})
    assert said(shown, "opportunities", row=0) == [
        OpportunityItem(Ref("opportunity", "b"), "B", "done")
    ]
    assert said(shown, "opportunities", row=1) == [
        OpportunityItem(Ref("opportunity", "a"), "A", "idea")
    ]


def test_evidence_gathers_what_backs_a_place_and_its_pain_points() -> None:
    """Each source stands once."""
    pains = (PainPoint(title="Queue", evidence=("survey",)),)
    shown = drawn(phase("buy", pain_points=pains, evidence=("survey",)), site=AROUND)
    assert len(said(shown, "evidence")) == 1


def test_actions_and_pictures_stand_below_their_touchpoint() -> None:
    """A picture names the file that it is written in, from where its path leads on."""
    shown = drawn(FULL, site=AROUND)
    assert said(shown, "backstage") == [ActionItem("Packs")]
    assert said(shown, "storyboard") == [
        PictureItem(FileUse("order.png", "content/touchpoint.md"), "Order")
    ]


def test_a_card_knows_its_channel_and_what_follows() -> None:
    """References that lead nowhere on this map are left out."""
    shown = drawn(phase("buy", touchpoint("order", next=("pay", "gone")), touchpoint("pay")))
    order, pay = said(shown, "touchpoints")
    assert isinstance(order, TouchpointItem)
    assert isinstance(pay, TouchpointItem)
    assert order.channel is not None
    assert (order.channel.title, order.channel.medium) == ("Web shop", "digital")
    assert order.next == (Named(Ref("touchpoint", "pay", "buying"), "Pay"),)
    assert pay.next is None


def _kpi(*values: float, **fields: object) -> KpiItem:
    series = tuple(
        Measurement(date=date(2026, month, 1), value=v) for month, v in enumerate(values, 1)
    )
    return kpi_item(KPI(id="k", title="K", series=series, **fields))  # type: ignore[arg-type]


def test_a_kpi_tells_where_it_goes_and_whether_that_is_good() -> None:
    """A falling value is good where lower is better."""
    falling = _kpi(5, 3, better="lower", target=4, warning=6)
    assert falling.last == Measured(date(2026, 2, 1), 3)
    assert (falling.trend, falling.improves) == ("down", True)
    assert (falling.on_target, falling.in_warning) == (True, False)
    rising = _kpi(5, 7, better="lower", target=4, warning=6)
    assert (rising.improves, rising.on_target, rising.in_warning) == (False, False, True)


def test_a_kpi_without_two_values_has_no_trend() -> None:
    """What is not known is not guessed; equal values are flat and neither good nor bad."""
    assert _kpi().last is None
    assert (_kpi(5).trend, _kpi(5).on_target) == (None, None)
    assert (_kpi(5, 5).trend, _kpi(5, 5).improves) == ("flat", None)


def test_lane_kinds_read_what_phases_say() -> None:
    """A phase of which nothing is written has no word in any lane."""
    assert ids(drawn(Phase(id="buy", title="Buy"))) == []
