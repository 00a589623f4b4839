"""Two journeys side by side: who is who, and what differs, from either side."""

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmsite.model.channel import Channel
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.kpi import KPI
from jmsite.model.pain_point import PainPoint, Weight
from jmsite.model.phase import Phase
from jmsite.model.touchpoint import Touchpoint
from jmsite.model.units import Duration, Ratio
from jmsite.swimlane.changes import Change, ChangeKind, ChangeValue, verdict_of
from jmsite.swimlane.compare import Comparison, JourneyInSite, compare
from tests.swimlane.making import by_id, each_feels, feels, journey, phase, site_of, touchpoint

CHANNELS = by_id(
    Channel(id="website", title="Web shop", medium="digital"),
    Channel(id="shop", title="Shop", medium="physical"),
)


def compared(before: Journey, after: Journey, **more: Any) -> Comparison:
    """Return two journeys of one site side by side."""
    site = site_of(before, after, channels=CHANNELS, **more)
    return compare(JourneyInSite(site, before), JourneyInSite(site, after))


def buying(*phases: Phase, **fields: Any) -> Journey:
    """Return the journey as it is."""
    return journey(*phases, **fields)


def future(*phases: Phase, **fields: Any) -> Journey:
    """Return the journey as it shall be."""
    return journey(*phases, id="future", state="future", **fields)


def of_touchpoints(before: Touchpoint, after: Touchpoint) -> tuple[Change, ...]:
    """Return what differs between two touchpoints of the same phase."""
    return compared(buying(phase("buy", before)), future(phase("buy", after))).changes


def aligned(before: tuple[Phase, ...], after: tuple[Phase, ...]) -> list[tuple[str, str]]:
    """Return the ids of the aligned phases, and by what they were found to be one."""
    return [
        (f"{p.before.id if p.before else '-'}={p.after.id if p.after else '-'}", p.how or "")
        for p in compared(buying(*before), future(*after)).phases
    ]


def rows(comparison: Comparison) -> list[str]:
    """Return the rows of touchpoints as ids of both sides."""
    return [
        f"{row.before.id if row.before else '-'}={row.after.id if row.after else '-'}"
        for pair in comparison.phases
        for row in pair.rows
    ]


def test_phases_are_aligned_by_id_then_alias_then_title() -> None:
    """The surest sign decides, and each phase is one other at most."""
    before = phase("find"), phase("buy"), Phase(id="help", title="Get help")
    after = (
        Phase(id="get-help", title="Get help"),
        phase("find"),
        phase("order", aliases=("buy",)),
    )
    assert aligned(before, after) == [
        ("find=find", "id"),
        ("buy=order", "alias"),
        ("help=get-help", "title"),
    ]


def test_other_phases_are_aligned_by_order_and_stage_between_those() -> None:
    """What stands before a known phase is not aligned with what stands behind it."""
    before = phase("a", stage="before"), phase("buy"), phase("b", stage="after")
    after = phase("x", stage="before"), phase("y", stage="after"), phase("buy")
    assert aligned(before, after) == [
        ("a=x", "order"),
        ("-=y", ""),
        ("buy=buy", "id"),
        ("b=-", ""),
    ]


def test_a_new_phase_stands_behind_what_it_follows() -> None:
    """What goes away at the same place stands before it."""
    before = phase("a", stage="before"), phase("old", stage="before"), phase("c")
    after = phase("a", stage="before"), phase("new", stage="after"), phase("c")
    assert [names for names, _ in aligned(before, after)] == ["a=a", "old=-", "-=new", "c=c"]


def test_touchpoints_share_a_row_where_they_are_the_same() -> None:
    """By id, by an old id, and by the same title on the same channel."""
    one = touchpoint("order"), touchpoint("pay"), Touchpoint(id="a", title="Ad", channel="shop")
    other = (
        Touchpoint(id="b", title="ad", channel="shop"),
        touchpoint("order"),
        touchpoint("checkout", aliases=("pay",)),
    )
    shown = compared(buying(phase("buy", *one)), future(phase("buy", *other)))
    assert rows(shown) == ["order=order", "pay=checkout", "a=b"]


def test_titles_that_are_alike_need_the_same_channel_and_phase() -> None:
    """A doubtful pair is none."""
    page = Touchpoint(id="a", title="The order page", channel="website")
    near = Touchpoint(id="b", title="The new order page", channel="website")
    elsewhere = Touchpoint(id="c", title="The new order page", channel="shop")
    assert rows(compared(buying(phase("buy", page)), future(phase("buy", near)))) == ["a=b"]
    assert rows(compared(buying(phase("buy", page)), future(phase("buy", elsewhere)))) == [
        "a=-",
        "-=c",
    ]
    apart = compared(
        buying(phase("find"), phase("buy", page)), future(phase("find", near), phase("buy"))
    )
    assert rows(apart) == ["-=b", "a=-"]


def test_a_touchpoint_that_could_be_two_others_is_neither() -> None:
    """Which of two equal titles it became nobody knows."""
    page = Touchpoint(id="a", title="Order page", channel="website")
    twins = [Touchpoint(id=name, title="Order page", channel="website") for name in ("b", "c")]
    shown = compared(buying(phase("buy", page)), future(phase("buy", *twins)))
    assert rows(shown) == ["a=-", "-=b", "-=c"]


FIELDS: list[tuple[ChangeKind, dict[str, Any], dict[str, Any], ChangeValue, ChangeValue]] = [
    ("channel", {"channel": "website"}, {"channel": "shop"}, "website", "shop"),
    ("effort", {"effort": 5}, {"effort": 2}, 5, 2),
    ("wait", {"wait": Duration(4, "d")}, {"wait": Duration(1, "d")}, Duration(4, "d"),
     Duration(1, "d")),
    ("duration", {"duration": Duration(1, "h")}, {"duration": Duration(5, "min")},
     Duration(1, "h"), Duration(5, "min")),
    ("drop-off", {"drop_off": Ratio(0.3)}, {"drop_off": Ratio(0.1)}, 0.3, 0.1),
    ("moment-of-truth", {"moment_of_truth": True}, {}, True, False),
    ("optional", {"optional": True}, {}, True, False),
    ("initiator", {"initiator": "customer"}, {"initiator": "company"}, "customer", "company"),
    ("renamed", {"title": "Order"}, {"title": "Order by phone"}, "Order", "Order by phone"),
    ("emotion", {"emotion": feels(-1)}, {"emotion": feels(1)}, -1, 1),
]  # fmt: skip


def made(fields: dict[str, Any]) -> Touchpoint:
    """Return a touchpoint with some fields of its own."""
    return Touchpoint(**({"id": "order", "title": "Order", "channel": "website"} | fields))


@pytest.mark.parametrize(("kind", "before", "after", "was", "now"), FIELDS)
def test_a_field_that_differs_is_a_change_from_either_side(
    kind: ChangeKind,
    before: dict[str, Any],
    after: dict[str, Any],
    was: ChangeValue,
    now: ChangeValue,
) -> None:
    """It says both values, and names the touchpoint on both maps."""
    (change,) = of_touchpoints(made(before), made(after))
    assert (change.kind, change.was, change.now) == (kind, was, now)
    assert change.before is not None
    assert change.before.at == Ref("touchpoint", "order", "buying")
    assert change.after is not None
    assert change.after.at == Ref("touchpoint", "order", "future")
    (back,) = of_touchpoints(made(after), made(before))
    assert (back.kind, back.was, back.now) == (kind, now, was)


def test_an_hour_is_sixty_minutes() -> None:
    """A length of time that is written otherwise is the same."""
    hour, minutes = {"wait": Duration(1, "h")}, {"wait": Duration(60, "min")}
    assert of_touchpoints(made(hour), made(minutes)) == ()


@pytest.mark.parametrize(
    "field", [{"effort": 2}, {"wait": Duration(1, "d")}, {"emotion": feels(1)}]
)
def test_what_one_side_does_not_say_is_no_change(field: dict[str, Any]) -> None:
    """It is not known there."""
    assert of_touchpoints(made(field), made({})) == ()
    assert of_touchpoints(made({}), made(field)) == ()


def test_emotions_are_compared_for_each_persona() -> None:
    """What everyone feels goes for each of them; of whom nothing is known nothing changes."""
    before = made({"emotion": each_feels(camille=1, marc=-2)})
    changes = of_touchpoints(before, made({"emotion": feels(1)}))
    assert [(c.persona, c.was, c.now, c.better) for c in changes] == [("marc", -2, 1, True)]
    assert of_touchpoints(before, made({"emotion": each_feels(camille=1)})) == ()


def test_a_touchpoint_in_another_phase_has_moved() -> None:
    """It stands in a row of both phases, and the change is told once."""
    shown = compared(
        buying(phase("find"), phase("buy", touchpoint("call"))),
        future(phase("find", touchpoint("call")), phase("buy")),
    )
    assert rows(shown) == ["-=call", "call=-"]
    assert [row.verdict for pair in shown.phases for row in pair.rows] == ["moved", "moved"]
    (change,) = shown.changes
    assert (change.kind, change.was, change.now) == ("moved", "buy", "find")


def test_phases_that_change_places_have_moved() -> None:
    """Those that only make room have not."""
    shown = compared(
        buying(phase("a"), phase("b"), phase("c")), future(phase("new"), *map(phase, "bac"))
    )
    moved = [c.shown.ref.id for c in shown.of("phase", "moved")]
    assert moved == ["a", "b"]


def test_what_a_phase_went_past_has_not_moved() -> None:
    """One phase that goes from the first place to the last is one change, from either side."""
    names = ("a", "b", "c", "d")
    before, after = (tuple(map(phase, order)) for order in (names, (*names[1:], "a")))
    shown = compared(buying(*before), future(*after))
    back = compared(future(*after), buying(*before))

    assert [c.shown.ref.id for c in shown.of("phase", "moved")] == ["a"]
    assert [c.shown.ref.id for c in back.of("phase", "moved")] == ["a"]


def test_phases_and_touchpoints_come_and_go() -> None:
    """From the other side what is gone was added."""
    shown = compared(
        buying(phase("find", touchpoint("ad"), stage="before")),
        future(phase("buy", touchpoint("order"), stage="during")),
    )
    told = {(c.kind, c.thing, c.shown.ref.id) for c in shown.changes}
    assert told == {
        ("gone", "phase", "find"),
        ("gone", "touchpoint", "ad"),
        ("added", "phase", "buy"),
        ("added", "touchpoint", "order"),
    }


def hurting(pains: tuple[PainPoint, ...] | None) -> Phase:
    """Return a phase with a touchpoint that lists pain points."""
    return phase("buy", touchpoint("order", pain_points=pains))


COSTS = PainPoint(id="costs", title="Late costs", severity="high")


def test_a_pain_point_is_solved_where_the_other_map_says_that_there_is_none() -> None:
    """Where it says nothing, nobody knows."""
    for pains, sure in (((), True), (None, False)):
        (gone,) = compared(buying(hurting((COSTS,))), future(hurting(pains))).changes
        assert (gone.kind, gone.thing, gone.sure, gone.better) == (
            "gone",
            "pain-point",
            sure,
            sure or None,
        )
        (new,) = compared(buying(hurting(pains)), future(hurting((COSTS,)))).changes
        assert (new.kind, new.sure, new.better) == ("added", sure, False if sure else None)


def test_a_pain_point_goes_with_its_touchpoint() -> None:
    """A place that is gone hurts nobody."""
    shown = compared(buying(hurting((COSTS,))), future(phase("buy")))
    assert [(c.kind, c.sure) for c in shown.of("pain-point")] == [("gone", True)]


def test_the_same_words_may_hurt_at_several_places() -> None:
    """Each plain text is compared with that of its own place."""
    queue = (PainPoint(title="Queue"),)
    told = [touchpoint(name, pain_points=queue) for name in ("call", "shop")]
    quiet = touchpoint("shop", pain_points=())
    shown = compared(buying(phase("buy", *told)), future(phase("buy", told[0], quiet)))
    assert [c.before.at.id for c in shown.changes if c.before] == ["shop"]


def test_a_pain_point_weighs_otherwise() -> None:
    """Its severity and whether it holds customers up are compared."""
    lighter = PainPoint(id="costs", title="Late costs", severity="low", bottleneck=True)
    shown = compared(buying(hurting((COSTS,))), future(hurting((lighter,))))
    assert [(c.kind, c.was, c.now, c.better) for c in shown.changes] == [
        ("severity", "high", "low", True),
        ("bottleneck", False, True, False),
    ]


def test_a_plain_text_is_found_at_what_lists_it() -> None:
    """It has no id of its own that a link could lead to."""
    (change,) = compared(buying(hurting((PainPoint(title="Queue"),))), future(hurting(()))).changes
    assert change.before is not None
    assert change.before.at == Ref("touchpoint", "order", "buying")


def test_kpis_come_and_go() -> None:
    """Wherever in the journey they are named."""
    kpis = by_id(KPI(id="nps", title="NPS"), KPI(id="sales", title="Sales"))
    shown = compared(
        buying(phase("buy", touchpoint("order", kpis=("sales",)))),
        future(phase("buy", touchpoint("order")), kpis=("nps",)),
        kpis=kpis,
    )
    assert [(c.kind, c.shown.ref.id) for c in shown.of("kpi")] == [
        ("gone", "sales"),
        ("added", "nps"),
    ]


def test_the_target_of_a_kpi_differs_between_two_states_of_a_project() -> None:
    """The same journey is compared with itself as another site tells it."""
    before, after = (
        JourneyInSite(site_of(one, kpis=by_id(KPI(id="nps", title="NPS", target=target))), one)
        for one, target in ((buying(kpis=("nps",)), 40.0), (buying(kpis=("nps",)), 55.0))
    )
    (change,) = compare(before, after).changes
    assert (change.kind, change.was, change.now) == ("target", 40.0, 55.0)


def test_what_changes_come_to() -> None:
    """Better, worse, both, or merely changed."""
    better = of_touchpoints(made({"effort": 5}), made({"effort": 1}))
    worse = of_touchpoints(made({"emotion": feels(1)}), made({"emotion": feels(0)}))
    neither = of_touchpoints(made({"channel": "shop"}), made({}))
    assert verdict_of(better) == "better"
    assert verdict_of(worse) == "worse"
    assert verdict_of(better + worse + neither) == "mixed"
    assert verdict_of(neither) == "changed"
    assert verdict_of(()) == "same"


SCORES = st.none() | st.integers(-2, 2).map(feels) | st.just(each_feels(camille=1, marc=-1))
TITLES = st.sampled_from(["Order page", "The order page", "Call", "Parcel"])


def _pains(ids: Iterator[str]) -> st.SearchStrategy[tuple[PainPoint, ...]]:
    """Return a few pain points, of which some are plain texts."""
    weights: list[Weight] = ["low", "high"]
    told = st.tuples(st.sampled_from(["Queue", "Costs"]), st.sampled_from(weights))
    return st.lists(told, max_size=2).map(
        lambda pains: tuple(PainPoint(id=next(ids), title=t, severity=s) for t, s in pains)
    )


@st.composite
def journeys(draw: st.DrawFn, name: str) -> Journey:
    """Return a journey of which each id is used once."""
    pain_ids = iter(draw(st.permutations([*"pqrstuvw", *([""] * 20)])))
    ids = iter(draw(st.permutations([f"t{n}" for n in range(9)])))
    names = draw(st.lists(st.sampled_from("abcd"), max_size=3, unique=True))
    numbers = count()
    phases = []
    for one in names:
        touchpoints = [
            Touchpoint(
                id=next(ids),
                title=draw(TITLES),
                channel=draw(st.sampled_from(["website", "shop"])),
                aliases=draw(st.sampled_from([None, (f"t{next(numbers)}",)])),
                emotion=draw(SCORES),
                effort=draw(st.none() | st.integers(1, 5)),
                pain_points=draw(st.none() | _pains(pain_ids)),
            )
            for _ in range(draw(st.integers(0, 3)))
        ]
        stage = draw(st.sampled_from([None, "before", "after"]))
        phases.append(phase(one, *touchpoints, stage=stage, emotion=draw(SCORES)))
    return journey(*phases, id=name)


@given(journeys("one"))
def test_nothing_differs_from_itself(given_journey: Journey) -> None:
    """Whatever a journey says."""
    assert compared(given_journey, given_journey).changes == ()


@given(journeys("one"), journeys("other"))
def test_seen_from_the_other_side_the_same_things_differ(one: Journey, other: Journey) -> None:
    """With their values swapped: no rule hangs on which journey comes first."""
    there = {change.mirrored for change in compared(one, other).changes}
    assert set(compared(other, one).changes) == there


@given(journeys("one"), journeys("other"))
def test_every_touchpoint_stands_in_one_row_of_its_side(one: Journey, other: Journey) -> None:
    """None is lost, and none is there twice."""
    shown = [row for pair in compared(one, other).phases for row in pair.rows]
    for side, given_journey in (("before", one), ("after", other)):
        here = [getattr(row, side).id for row in shown if getattr(row, side)]
        known = [t.id for p in given_journey.phases or () for t in p.touchpoints or ()]
        assert sorted(here) == sorted(known)
