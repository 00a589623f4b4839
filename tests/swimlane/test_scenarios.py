"""What a scenario costs, where it feels worst, which stops all its ways share, how it is drawn."""

from itertools import count, product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jmsite.model.ids import Ref
from jmsite.model.journey import Scenario
from jmsite.model.pain_point import PainPoint
from jmsite.model.path import Choice, Option, PathItem, Sequence, Visit, read_path
from jmsite.model.touchpoint import Touchpoint
from jmsite.model.units import Duration
from jmsite.site.readings import Readings
from jmsite.swimlane.items import Named
from jmsite.swimlane.keys import ScenarioKey
from jmsite.swimlane.map import SwimlaneMap
from jmsite.swimlane.paths import Chain, Fork, Stop
from jmsite.swimlane.totals import Total, Totals, added, totals_of_touchpoint
from tests.swimlane.making import drawn, each_feels, feels, phase, touchpoint

IDS = "abcd"
ITEMS: st.SearchStrategy[PathItem] = st.recursive(
    st.sampled_from(IDS).map(Visit),
    lambda items: (
        st.lists(items, max_size=3).map(lambda i: Choice(tuple(i)))
        | items.map(Option)
        | st.lists(items, max_size=3).map(lambda i: Sequence(tuple(i)))
    ),
    max_leaves=9,
)
PATHS = st.lists(ITEMS, min_size=1, max_size=4).map(lambda items: Sequence(tuple(items)))
MINUTES = st.none() | st.integers(1, 60).map(lambda value: Duration(value, "min"))
TOUCHPOINTS = st.tuples(
    *(
        st.builds(
            touchpoint,
            st.just(name),
            duration=MINUTES,
            wait=MINUTES,
            effort=st.none() | st.integers(1, 5),
        )
        for name in IDS
    )
)


def map_with(path: Any, *touchpoints: Touchpoint, **fields: Any) -> SwimlaneMap:
    """Return the map of a journey with one scenario of this path."""
    sequence = path if isinstance(path, Sequence) else read_path(path)
    scenario = Scenario(id="way", title="Way", path=sequence, **fields)
    given = touchpoints or tuple(touchpoint(name) for name in IDS)
    return drawn(phase("decision", *given), scenarios=(scenario,))


def key_of(path: Any, *touchpoints: Touchpoint, **fields: Any) -> ScenarioKey:
    """Return the scenario of a map with one."""
    return map_with(path, *touchpoints, **fields).scenarios[0]


def shape(chain: Chain) -> list[Any]:
    """Return a drawn path in few letters: a fork is a list, one that may be skipped ends in `?`."""
    return [
        part.place.ref.id
        if isinstance(part, Stop)
        else [*map(shape, part.branches), *["?"] * part.optional]
        for part in chain
    ]


def ids(places: tuple[Named, ...]) -> list[str]:
    """Return the ids of touchpoints."""
    return [place.ref.id for place in places]


def walks(chain: Chain) -> set[tuple[str, ...]]:
    """Return every way that a drawn path shows, in the plainest way."""
    return {sum(parts, ()) for parts in product(*map(_walks_of_part, chain))}


def _walks_of_part(part: Stop | Fork) -> set[tuple[str, ...]]:
    if isinstance(part, Stop):
        return {(part.place.ref.id,)}
    ways = set().union(*map(walks, part.branches))
    return ways | {()} if part.optional else ways


@given(PATHS, TOUCHPOINTS)
def test_totals_are_those_of_all_ways_together(
    path: Sequence, touchpoints: tuple[Touchpoint, ...]
) -> None:
    """The range that is found without listing the ways is the one that listing them finds."""
    by_id = {one.id: totals_of_touchpoint(one) for one in touchpoints}
    found = key_of(path, *touchpoints).totals
    every = [added(by_id[name] for name in way) for way in Readings(path).ways()]
    ranges = [
        Total(min(t.low for t in one), max(t.high for t in one), any(t.at_least for t in one))
        for one in zip(*every, strict=True)
    ]
    assert found == (Totals(*ranges) if every else Totals())


@given(PATHS)
def test_the_drawn_path_shows_the_same_ways(path: Sequence) -> None:
    """Simpler than it was written, it leads nowhere else."""
    key, every = key_of(path), set(Readings(path).ways())

    assert walks(key.path) == (every or {()})


@given(PATHS)
def test_the_stops_on_every_way_are_those_that_all_ways_share(path: Sequence) -> None:
    """Wherever they are written: before a fork, or in each of its branches."""
    key, every = key_of(path), [set(way) for way in Readings(path).ways()]
    common = set.intersection(*every) if every else set()

    assert set(ids(key.always)) == common


def test_the_time_goes_from_the_shortest_way_to_the_longest() -> None:
    """Waits are told apart, with a range of their own."""
    minute = [Duration(value, "min") for value in range(60)]
    key = key_of(
        ["a", {"any_of": ["b", ["c", "d"]]}],
        touchpoint("a", duration=minute[2], effort=1),
        touchpoint("b", duration=minute[30], effort=2),
        touchpoint("c", duration=minute[1], wait=minute[40], effort=4),
        touchpoint("d", duration=minute[4]),
    )
    assert key.totals.time == Total(32 * 60, 47 * 60)
    assert key.totals.duration == Total(7 * 60, 32 * 60)
    assert key.totals.wait == Total(0, 40 * 60)
    assert key.totals.effort == Total(3, 5, at_least=True)


def test_billions_of_ways_are_reckoned_without_listing_them() -> None:
    """Forty choices of two are more ways than could ever be walked through."""
    numbers = count()
    names = [f"t{next(numbers)}" for _ in range(80)]
    path = [{"any_of": names[place : place + 2]} for place in range(0, 80, 2)]
    key = key_of(path, *(touchpoint(name, effort=1 + n % 2) for n, name in enumerate(names)))

    assert key.ways == 2**40
    assert key.totals.effort == Total(40, 80)
    assert key.always == ()


def test_stops_on_every_way_are_told_from_alternatives() -> None:
    """In the order of the journey."""
    key = key_of(["b", {"any_of": ["a", "c"]}, {"optional": "d"}])

    assert ids(key.touchpoints) == ["a", "b", "c", "d"]
    assert ids(key.always) == ["b"]


def test_a_path_is_drawn_in_its_simplest_form() -> None:
    """Choices within choices are one fork, lists within lists one row, equal branches one."""
    nested = [["a"], {"any_of": ["b", {"any_of": ["c", "b"]}]}, {"optional": {"any_of": ["d"]}}]

    assert shape(key_of(nested).path) == ["a", [["b"], ["c"]], [["d"], "?"]]
    assert shape(key_of([{"any_of": ["a", {"optional": "b"}]}]).path) == [[["a"], ["b"], "?"]]
    assert shape(key_of([{"any_of": ["a"]}, {"optional": []}]).path) == ["a"]


def test_the_worst_moment_is_the_lowest_of_its_persona() -> None:
    """What another persona feels, or what no way goes through, does not count."""
    places = (
        touchpoint("a", emotion=each_feels(camille=0, marc=-2)),
        touchpoint("b", emotion=feels(-1)),
        touchpoint("c", emotion=feels(-2)),
    )
    mine = key_of(["a", "b"], *places, persona="camille").worst
    anyone = key_of(["a", "b"], *places).worst

    assert mine is not None
    assert (mine.place.ref.id, mine.score, mine.persona) == ("b", -1, None)
    assert anyone is not None
    assert (anyone.place.ref.id, anyone.score) == ("a", -2)
    assert anyone.persona == Named(Ref("persona", "marc"), "Marc")


def test_of_equal_moments_the_one_that_hurts_most_is_the_worst() -> None:
    """Then a moment of truth, then the first, as on the curve."""
    pain = (PainPoint(title="Late costs", severity="high"),)
    plain, truth = touchpoint("a", emotion=feels(-1)), {"emotion": feels(-1)}
    key = key_of(["a", "b"], plain, touchpoint("b", moment_of_truth=True, **truth))
    hurt = key_of(
        ["a", "b", "c"],
        plain,
        touchpoint("b", moment_of_truth=True, **truth),
        touchpoint("c", pain_points=pain, **truth),
    )
    assert key.worst is not None
    assert key.worst.place.ref.id == "b"
    assert hurt.worst is not None
    assert hurt.worst.place.ref.id == "c"


def test_the_worst_moment_is_that_of_the_map_where_a_way_goes_through_it() -> None:
    """Of equal moments the one where most personas feel so, whoever the scenario is about."""
    places = (
        touchpoint("a", emotion=each_feels(camille=-2, marc=1)),
        touchpoint("b", emotion=each_feels(camille=-2, marc=-2)),
        touchpoint("c", emotion=feels(-2)),
    )
    for whose in ({}, {"persona": "camille"}):
        shown = map_with(["a", "b", "c"], *places, **whose)
        worst = shown.scenarios[0].worst

        assert worst is not None
        assert shown.curve.worst is not None
        assert (
            worst.place == shown.curve.worst.place == Named(Ref("touchpoint", "b", "buying"), "B")
        )
    everyone = key_of(["a", "c"], *places).worst

    assert everyone is not None
    assert (everyone.place.ref.id, everyone.persona) == ("c", None)


def test_what_everyone_feels_is_what_somebody_from_elsewhere_feels() -> None:
    """A persona that the journey does not name has no line, and is not without feelings."""
    places = (
        touchpoint("a", emotion=each_feels(camille=-2)),
        touchpoint("b", emotion=feels(-1)),
    )
    scenario = Scenario(id="w", title="W", persona="marc", path=read_path(["a", "b"]))
    shown = drawn(phase("decision", *places), personas=("camille",), scenarios=(scenario,))
    worst = shown.scenarios[0].worst

    assert worst is not None
    assert (worst.place.ref.id, worst.score, worst.persona) == ("b", -1, None)


def test_nothing_is_worst_where_no_emotion_is_known() -> None:
    """The map says nothing rather than guess."""
    assert key_of(["a", "b"]).worst is None


def test_touchpoints_that_no_scenario_goes_through_are_listed() -> None:
    """In the order of the journey."""
    assert ids(map_with(["b", {"optional": "d"}]).unreached) == ["a", "c"]


def test_a_journey_without_scenarios_has_no_unreached_touchpoints() -> None:
    """Nobody said which ways there are, so none is missing; nor did one who wrote no path."""
    assert drawn(phase("decision", touchpoint("a"))).unreached == ()
    silent = (Scenario(id="way", title="Way"),)
    assert drawn(phase("decision", touchpoint("a")), scenarios=silent).unreached == ()
