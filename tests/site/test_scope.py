"""What a reference can mean where it stands: in its journey, outside of one, in the settings."""

from tests.format.writing import BUYING, Files, journey_with, messages, phase_with, told

RENTING = "content/journeys/renting/index.md"


def _renting(fields: str) -> Files:
    return {RENTING: f"---\ntitle: Renting\n{fields}\n---\n"}


def test_a_journey_goes_through_its_own_touchpoints_only() -> None:
    """The touchpoints of another journey are no way through this one."""
    files = {
        **journey_with("""\
            scenarios: [{title: S, path: [renting/order]}]
            phases: [{title: A, touchpoints: [{title: T, channel: web, next: [renting/order]}]}]
            """),
        **_renting("phases: [{title: B, touchpoints: [{title: Order, channel: web}]}]"),
    }

    assert told(files) == [f"JM020 {BUYING}:4:31", f"JM020 {BUYING}:5:67"]
    assert messages(files)[0] == (
        "“renting/order” is a touchpoint of another journey, “renting”; "
        "name a touchpoint of this journey"
    )


def test_a_step_of_another_journey_is_told_once() -> None:
    """It is not told as a step of another phase besides."""
    files = {
        **phase_with("touchpoints: [{title: T, channel: web, step: renting/pay}]\n"),
        **_renting("phases: [{title: B, steps: [{title: Pay}]}]"),
    }

    assert told(files) == [f"JM020 {BUYING}:6:50"]


def test_a_living_id_is_meant_before_an_old_one() -> None:
    """An id that one journey has is not ambiguous because another had it once."""
    files = {
        **phase_with("aliases: [choosing]\n"),
        **_renting("phases: [{title: Choosing}]"),
        "content/opportunities.yml": "o: {title: O, phases: [choosing]}\n",
    }

    assert told(files) == []


def test_nothing_is_compared_with_what_cannot_be_read() -> None:
    """Its state is not known; that it cannot be read is told of it."""
    files = {**journey_with("compare_with: renting\n"), RENTING: "---\ntitle: [Renting\n---\n"}

    assert told(files) == [f"JM001 {RENTING}:2:8"]


def test_a_journey_that_lists_nobody_is_one_mistake() -> None:
    """However often a persona is named in it; where it lists some, each place is told."""
    phases = """\
        phases:
          - {title: A, emotion: {marc: 1}}
          - {title: B, emotion: {marc: 1}}
        """
    journey = journey_with(phases)[BUYING]
    assert isinstance(journey, str)
    nobody = journey.replace("personas: [camille, marc]\n", "")
    one = journey.replace("[camille, marc]", "[camille]")

    assert told({BUYING: nobody}) == [f"JM050 {BUYING}:4:26"]
    assert told({BUYING: one}) == [f"JM050 {BUYING}:5:26", f"JM050 {BUYING}:6:26"]


def test_a_lane_without_an_id_is_told_once() -> None:
    """It is not told as a lane that does not exist besides."""
    assert told(journey_with("lanes: [{title: Risks}]\n")) == [f"JM011 {BUYING}:4:9"]


def test_a_link_of_the_navigation_goes_to_an_address() -> None:
    """A script is no address."""
    settings = "title: X\nnavigation: [{title: A, link: 'javascript:alert(1)'}]\n"

    assert told({"jmsite.yml": settings, **journey_with("")}) == ["JM033 jmsite.yml:2:31"]


def test_a_series_is_found_by_any_path_that_leads_to_it() -> None:
    """`./x.csv` and `../data/x.csv` are the file `x.csv` in data/."""
    files: Files = {
        **journey_with(""),
        "content/kpis.yml": """\
            a: {title: A, series: ./x.csv}
            b: {title: B, series: ../data/x.csv}
            """,
        "data/x.csv": "date,value\n2026-01-31,41\n",
    }

    assert told(files) == []


def test_an_empty_id_is_absent() -> None:
    """Only an id that says something is said twice."""
    assert told({BUYING: "---\nid:\ntitle: Buying\n---\n"}) == []
