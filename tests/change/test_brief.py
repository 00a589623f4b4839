"""What a comment tells first of what customers do not feel: little, and the weighty of it."""

from collections.abc import Mapping

from jmsite.change.telling import Telling
from jmsite.report.changes_markdown import markdown
from jmsite.words import Words
from tests.change.cases import compared

PHASE = "content/journeys/one/10-first/index.md"
SURVEY = "content/sources/survey.md"


def _project(evidence: str, *, mindset: str = "Calm", needs: str = "Help") -> Mapping[str, str]:
    places = "".join(
        f"  - {{title: {title}, channel: web, evidence: [{evidence}], pain_points: ["
        f"{{title: Slow {title}, evidence: [{evidence}]}}]}}\n"
        for title in ("Shop", "Talk", "Call")
    )
    return {
        "jmsite.yml": "title: X\ntoday: 2026-11-01\n",
        "content/channels.yml": "web: {title: W, medium: digital}\n",
        "content/personas.yml": f"anna: {{title: Anna, segment: All, needs: [{needs}]}}\n",
        "content/journeys/one/index.md": "---\ntitle: One\npersonas: [anna]\n---\n",
        PHASE: f"---\ntitle: First\nmindset: {mindset}\ntouchpoints:\n{places}---\n",
        SURVEY: "---\ntitle: Survey\ntype: survey\n---\n",
    }


def _known(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Return the lines that the visible part of a comment has of what is known."""
    found = markdown(Telling(compared(before, after).diff, Words("en"))).partition("<details>")[0]
    return found.partition("**What is known about it**")[2].strip().split("\n\n")[0].splitlines()


def test_statements_that_lost_their_last_source_are_told_first_and_once() -> None:
    """At how many places that is tells more than the first of them."""
    after = {path: text for path, text in _project("").items() if path != SURVEY}

    assert _known(_project("survey"), after) == [
        "- 3 touchpoints, 3 pain points: lost its last evidence (“Survey”), now an assumption",
        "- source “Survey” removed",
    ]


def test_of_more_places_it_is_told_how_many_changes_are_left() -> None:
    """What weighs little is counted; it is all in the long form."""
    other = _project("", mindset="Cross", needs="Advice, Time").items()
    after = {path: text for path, text in other if path != SURVEY}

    assert _known(_project("survey"), after)[2:] == [
        "- First: state of mind “Calm” → “Cross”",
        "- and 3 more changes",
    ]


def test_what_is_told_of_a_journey_itself_stands_below_its_title() -> None:
    """It is not named twice."""
    before = _project("")
    journey = "content/journeys/one/index.md"
    after = {**before, journey: "---\ntitle: One\npersonas: []\n---\n"}
    told = markdown(Telling(compared(before, after).diff, Words("en")))

    assert "**One**" in told
    assert "\n- personas: “Anna” removed" in told.partition("<details>")[0]
