"""What names something that is left out says no less: that is wrong, or a draft, over there."""

from collections.abc import Mapping

import pytest

from jmsite.build import Options
from jmsite.files.tree import DictTree
from jmsite.review import State, ratchet, review
from tests.change.cases import told

JOURNEY = "content/journeys/one/index.md"
PHASE = "content/journeys/one/10-first/index.md"
CALL = "content/journeys/one/10-first/10-call.md"
ANNA, SURVEY = "content/personas/anna.md", "content/sources/survey.md"
PROJECT: Mapping[str, str] = {
    "jmsite.yml": "title: X\ntoday: 2026-11-01\nchecklist: {profile: thorough}\n",
    "content/channels.yml": "phone: {title: P, medium: human}\n",
    ANNA: "---\ntitle: Anna\nsegment: All\n---\n",
    SURVEY: "---\ntitle: Survey\ntype: survey\n---\n",
    JOURNEY: "---\ntitle: One\npersonas: [anna]\n"
    "scenarios: [{title: Way, persona: anna, path: [{any_of: [call, talk]}]}]\n---\n",
    PHASE: "---\ntitle: First\npain_points: [{title: Queue, evidence: [survey]}]\n"
    "touchpoints: [{title: Talk, channel: phone}]\n---\n",
    CALL: "---\ntitle: Call\nchannel: phone\nemotion: {anna: 1}\nevidence: [survey]\n---\n",
}
LINKS = (
    "Ask [her](../../personas/anna.md), [why](../../sources/survey.md)"
    " and [when](10-first/10-call.md).\n"
)


def _with_mistake(path: str, project: Mapping[str, str] = PROJECT) -> Mapping[str, str]:
    return {**project, path: project[path].replace("title: ", "title: [", 1)}


def _wrapped(project: Mapping[str, str]) -> Mapping[str, str]:
    return {**project, JOURNEY: project[JOURNEY].replace("Ask ", "Ask\n")}


def _draft(path: str, project: Mapping[str, str]) -> Mapping[str, str]:
    return {**project, path: project[path].replace("---\n", "---\ndraft: true\n", 1)}


@pytest.mark.parametrize("path", [ANNA, SURVEY, CALL, PHASE])
def test_what_names_something_wrong_says_no_less(path: str) -> None:
    """The ways of a scenario and who takes them, and what statements are backed by."""
    wrong = _with_mistake(path)

    assert told(PROJECT, wrong) == told(wrong, PROJECT) == ()


@pytest.mark.parametrize("path", [ANNA, SURVEY, CALL])
def test_a_text_with_a_link_to_it_says_the_same(path: str) -> None:
    """Whether what it leads to is wrong, or a draft: that is told where it is, if at all."""
    linked = {**PROJECT, JOURNEY: PROJECT[JOURNEY] + LINKS}
    wrong, draft = _wrapped(_with_mistake(path, linked)), _wrapped(_draft(path, linked))

    assert told(linked, wrong) == told(wrong, linked) == ()
    assert not [line for line in told(linked, draft) if "reworded" in line]


def test_an_entry_of_a_collection_that_is_left_out_is_no_other_link() -> None:
    """The file is there, and tells of others."""
    people = "anna: {title: Anna, segment: All}\nbert: {title: Bert, segment: All}\n"
    whole = {
        **{path: text for path, text in PROJECT.items() if path != ANNA},
        "content/personas.yml": people,
        JOURNEY: PROJECT[JOURNEY] + "Ask [her](../../personas.yml#anna).\n",
    }
    wrong = {**_wrapped(whole), "content/personas.yml": people.replace("title: A", "titel: A")}

    assert told(whole, wrong) == told(wrong, whole) == ()


def test_feelings_of_people_who_cannot_be_read_are_no_news() -> None:
    """Nobody knows who they were."""
    others = {path: text for path, text in PROJECT.items() if path != ANNA}
    whole = {**others, "content/personas.yml": "anna: {title: Anna, segment: All}\n"}
    wrong = {**others, "content/personas.yml": "anna: [\n"}

    assert told(whole, wrong) == told(wrong, whole) == ()


def test_gaps_of_a_journey_whose_personas_were_wrong_are_old() -> None:
    """Nobody could tell whether customers take it, so it was not asked."""
    before = State(DictTree(_with_mistake(ANNA)), "before")
    after = State(DictTree(PROJECT), "after")
    brought = ratchet(review(before, after, Options()), before, Options())

    assert brought.new == ()
    assert "JM402" in {finding.code for finding in brought.older}
