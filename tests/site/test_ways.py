"""Ways through a scenario: how many and which."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmsite.model.path import Choice, Option, PathItem, Sequence, Visit, read_path
from jmsite.site.ways import number_of_ways, ways


def all_readings(item: PathItem) -> list[tuple[str, ...]]:
    """Return every reading of a path in the plainest way, equal ones as often as they come."""
    if isinstance(item, Visit):
        return [(item.touchpoint,)]
    if isinstance(item, Option):
        return [*all_readings(item.item), ()]
    if isinstance(item, Choice):
        return [way for one in item.items for way in all_readings(one)]
    return [sum(parts, ()) for parts in product(*map(all_readings, item.items))]


ITEMS: st.SearchStrategy[PathItem] = st.recursive(
    st.sampled_from("abcd").map(Visit),
    lambda items: (
        st.lists(items, min_size=1, max_size=3).map(lambda i: Choice(tuple(i)))
        | items.map(Option)
        | st.lists(items, max_size=3).map(lambda i: Sequence(tuple(i)))
    ),
    max_leaves=9,
)
PATHS = st.lists(ITEMS, min_size=1, max_size=4).map(lambda items: Sequence(tuple(items)))


@given(PATHS)
def test_the_number_is_that_of_different_readings(path: Sequence) -> None:
    """Whether parts share touchpoints or not."""
    assert number_of_ways(path) == len(set(all_readings(path)))


@given(PATHS)
def test_the_list_holds_each_way_once(path: Sequence) -> None:
    """And it is whole where there are not more than 200."""
    listing = ways(path)
    every = set(all_readings(path))
    assert len(listing.listed) == len(set(listing.listed)) == min(len(every), 200)
    assert set(listing.listed) <= every
    assert listing.complete == (len(every) <= 200)


@pytest.mark.parametrize(
    ("path", "number"),
    [
        (["a", "b"], 1),
        ([{"any_of": ["a", "b", "c"]}, {"any_of": ["d", "e"]}], 6),
        (["a", {"optional": "b"}], 2),
        ([{"any_of": [["a", "b"], {"optional": "c"}]}], 3),
        ([{"any_of": ["a", "a"]}], 1),
        ([{"optional": "a"}, {"optional": "a"}], 3),
        ([{"any_of": [{"optional": "a"}, {"optional": "b"}]}], 3),
        ([{"any_of": [["a", "b"], "a"]}, {"optional": "b"}], 3),
    ],
)
def test_ways_multiply_add_and_count_once(path: list[object], number: int) -> None:
    """Along a sequence they multiply, in a choice they add, an optional item adds one."""
    assert number_of_ways(read_path(path)) == number


def test_thirty_six_ways_lead_to_a_pair_of_trousers() -> None:
    """Three beginnings, four ways to compare, three ways to buy."""
    path = read_path(
        [
            {"any_of": ["blog", "friend", "press"]},
            {"any_of": ["phone", "tablet", "computer", "seller"]},
            {"any_of": ["shop", ["order", {"any_of": ["delivery", "pick-up"]}]]},
        ]
    )
    assert number_of_ways(path) == 36
    listing = ways(path)
    assert listing.complete
    assert listing.listed[:2] == (
        ("blog", "phone", "shop"),
        ("blog", "phone", "order", "delivery"),
    )


def test_a_huge_number_is_exact() -> None:
    """Nobody lists the ways to count them."""
    path = read_path([{"any_of": [f"a{n}", f"b{n}", f"c{n}"]} for n in range(500)])
    assert number_of_ways(path) == 3**500
    listing = ways(path)
    assert (len(listing.listed), listing.complete) == (200, False)


def test_a_huge_number_of_equal_readings_is_exact_too() -> None:
    """A thousand milliards of readings, and forty-one different ways."""
    path = read_path([{"optional": "a"}] * 40)
    assert number_of_ways(path) == 41
    assert len(ways(path).listed) == 41


def test_choices_that_overlap_in_a_long_path_are_counted_by_state() -> None:
    """The alternatives share a long beginning, deeper than a recursion could go."""
    begin = [f"s{n}" for n in range(3000)]
    path = read_path([{"any_of": [[*begin, "x"], [*begin, "y"]]}, {"optional": "x"}])
    assert number_of_ways(path) == 4


def test_a_scenario_without_path_has_no_ways() -> None:
    """An empty path says that there is none."""
    assert (number_of_ways(None), number_of_ways(Sequence(()))) == (0, 0)
    assert ways(None) == ways(Sequence(())) == ((), True)


def test_a_choice_between_nothing_leads_nowhere() -> None:
    """Its alternatives may all be drafts; alone or beside others it adds no way."""
    nothing = Choice(())
    assert number_of_ways(Sequence((nothing,))) == 0
    mixed = Sequence((Choice((Sequence((Visit("a"), nothing)), Visit("a"))),))
    assert (number_of_ways(mixed), ways(mixed).listed) == (1, (("a",),))


def test_the_list_stops_at_its_limit() -> None:
    """First choices come first; an optional item is taken before it is left out."""
    path = read_path([{"optional": "a"}, {"any_of": ["b", "c"]}])
    assert ways(path, limit=3) == ((("a", "b"), ("a", "c"), ("b",)), False)
    assert ways(path, limit=4).complete
