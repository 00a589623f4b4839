"""What journeys say of each other: states that are compared, journeys that detail a step."""

from jmsite.model.ids import Ref
from jmsite.swimlane.build import build_map
from tests.format.writing import BUYING, Files, journey_with, site_of, told, who_mentions

NOW = "content/journeys/now/index.md"
THEN = "content/journeys/then/index.md"


def test_a_current_and_a_future_journey_are_compared() -> None:
    """Either of the two names the other, and both pages show it."""
    files: Files = {
        NOW: "---\ntitle: Now\n---\n",
        THEN: "---\ntitle: Then\nstate: future\ncompare_with: now\n---\n",
    }
    site = site_of(files)

    assert site.journeys["then"].compare_with == "now"
    assert who_mentions(site, Ref("journey", "now")) == [("then", "compare_with")]


def test_two_journeys_of_one_state_are_not_compared() -> None:
    """One is how things are, the other how they shall be."""
    files: Files = {
        NOW: "---\ntitle: Now\n---\n",
        THEN: "---\ntitle: Then\ncompare_with: now\n---\n",
    }

    assert told(files) == [f"JM051 {THEN}:3:15"]


def test_a_step_is_detailed_by_a_journey() -> None:
    """The journey that details a step names the journey of the step as its parent."""
    files: Files = {
        **journey_with("phases: [{title: A, steps: [{title: Pay, journey: paying}]}]\n"),
        "content/journeys/paying/index.md": "---\ntitle: Paying\nparent: buying\n---\n",
    }

    assert site_of(files).journeys["paying"].parent == "buying"


def test_a_step_and_its_journey_agree() -> None:
    """A journey that names another parent disagrees with the step: a finding at the step."""
    files: Files = {
        **journey_with("phases: [{title: A, steps: [{title: Pay, journey: paying}]}]\n"),
        "content/journeys/paying/index.md": "---\ntitle: Paying\nparent: other\n---\n",
        "content/journeys/other/index.md": "---\ntitle: Other\n---\n",
    }

    assert told(files) == [f"JM045 {BUYING}:4:51"]


def test_a_journey_that_names_no_parent_disagrees_with_nobody() -> None:
    """One journey may detail steps of several."""
    files: Files = {
        **journey_with("phases: [{title: A, steps: [{title: Pay, journey: paying}]}]\n"),
        "content/journeys/paying/index.md": "---\ntitle: Paying\n---\n",
    }

    assert told(files) == []


def test_parents_never_go_in_a_circle() -> None:
    """A circle is told once."""
    files: Files = {
        NOW: "---\ntitle: Now\nparent: then\n---\n",
        THEN: "---\ntitle: Then\nparent: now\n---\n",
    }

    assert [line.split()[0] for line in told(files)] == ["JM025"]


def test_steps_and_their_sub_steps_are_columns() -> None:
    """A column is a step without sub-steps; a phase without steps is one column."""
    files = journey_with(
        """\
        phases:
          - title: A
            steps:
              - title: One
                steps: [{title: Two}, {title: Three, optional: true}]
              - title: Four
          - title: B
        """
    )
    site = site_of(files)

    assert len(build_map(site, site.journeys["buying"]).columns) == 4


def test_a_touchpoint_without_a_step_has_a_column_without_a_head() -> None:
    """In a phase with steps, what names none stands beside them."""
    files = journey_with(
        """\
        phases:
          - title: A
            steps: [{title: Pay}]
            touchpoints:
              - {title: T, channel: web, step: pay}
              - {title: U, channel: web}
        """
    )
    site = site_of(files)

    assert len(build_map(site, site.journeys["buying"]).columns) == 2
