"""Scenarios: the ways through a journey, and how many there are."""

import pytest

from jmsite.site.ways import number_of_ways, ways
from tests.format.writing import BUYING, Files, journey_of, journey_with, site_of, told

TOUCHPOINTS = "phases:\n  - title: P\n    touchpoints:\n" + "".join(
    f"      - {{title: {name}, channel: web}}\n" for name in "abcdefgh"
)


def _journey(path: str) -> Files:
    return journey_with(f"scenarios:\n  - title: Way\n    path: {path}\n{TOUCHPOINTS}")


WAYS = [
    ("[a]", 1),
    ("[a, b, c]", 1),
    ("[{any_of: [a, b]}]", 2),
    ("[{any_of: [a, b]}, {any_of: [c, d, e]}]", 6),
    ("[a, {optional: b}]", 2),
    ("[{optional: a}, {optional: b}]", 4),
    ("[{any_of: [a, [b, c]]}]", 2),
    ("[{any_of: [a, [b, {optional: c}]]}]", 3),
    ("[{optional: {any_of: [a, b]}}]", 3),
    ("[{optional: [a, b]}]", 2),
    ("[{any_of: [a, a]}]", 1),
    ("[{optional: a}, {optional: a}]", 3),
    ("[{any_of: [a, {optional: b}]}]", 3),
    ("[[a, b], c]", 1),
    ("[a, b, a]", 1),
    ("[]", 0),
]


@pytest.mark.parametrize(("path", "number"), WAYS)
def test_the_number_of_ways_follows_from_the_path(path: str, number: int) -> None:
    """A sequence multiplies, a choice adds, an option adds one, and equal ways count once."""
    [scenario] = journey_of(_journey(path)).scenarios or ()

    assert number_of_ways(scenario.path) == number
    assert len(ways(scenario.path).listed) == number


def test_the_ways_of_the_shop_are_thirty_six() -> None:
    """Three ways in, four sources, then the shop or two deliveries: the number is exact."""
    path = "[{any_of: [a, b, c]}, {any_of: [d, e, f, g]}, {any_of: [h, [b, {any_of: [c, d]}]]}]"
    [scenario] = journey_of(_journey(path)).scenarios or ()

    assert number_of_ways(scenario.path) == 36


def test_the_list_of_ways_stops_at_two_hundred_and_says_so() -> None:
    """The number is exact all the same."""
    path = "[" + ", ".join(f"{{optional: {name}}}" for name in "abcdefgh") + "]"
    [scenario] = journey_of(_journey(path)).scenarios or ()
    listed = ways(scenario.path)

    assert number_of_ways(scenario.path) == 256
    assert (len(listed.listed), listed.complete) == (200, False)


def test_a_scenario_says_who_takes_it_and_how_many() -> None:
    """Its id comes from its title, its persona is one of the journey's."""
    files = journey_with(
        'scenarios: [{title: In the shop, summary: "Why", persona: camille, share: 40 %}]\n'
    )
    [scenario] = journey_of(files).scenarios or ()

    assert (scenario.id, scenario.persona, scenario.share) == ("in-the-shop", "camille", 0.4)
    assert scenario.path is None


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("[nowhere]", "JM020 6:12"),
        ("[a, {any_of: [b, nowhere]}]", "JM020 6:28"),
        ("[{optional: nowhere}]", "JM020 6:23"),
        ("[[a, [nowhere]]]", "JM020 6:17"),
        ("a", "JM010 6:11"),
        ("[{any_of: a}]", "JM010 6:21"),
        ("[{any_of: []}]", "JM010 6:21"),
        ("[{one_of: [a]}]", "JM012 6:13"),
    ],
)
def test_a_path_that_leads_nowhere_is_an_error_at_its_item(path: str, found: str) -> None:
    """A touchpoint that does not exist and an item of another form are told at their place."""
    code, place = found.split()

    assert told(_journey(path)) == [f"{code} {BUYING}:{place}"]


def test_a_scenario_s_persona_is_one_of_the_journey() -> None:
    """A persona that the journey does not list takes no way through it."""
    files: Files = {
        **journey_with("scenarios: [{title: Way, persona: ines}]\n"),
        "content/personas/ines.md": "---\ntitle: Inès\nsegment: Sells\n---\n",
    }

    assert told(files) == [f"JM050 {BUYING}:4:35"]


def test_next_names_branches() -> None:
    """A touchpoint may name those that can follow it, of any phase of its journey."""
    files = journey_with(
        "phases:\n"
        "  - {title: A, touchpoints: [{title: T, channel: web, next: [u, v]}]}\n"
        "  - {title: B, touchpoints: [{title: U, channel: web}, {title: V, channel: web}]}\n"
    )
    [first, *_] = [touchpoint for _, _, touchpoint in site_of(files).touchpoints()]

    assert first.next == ("u", "v")
