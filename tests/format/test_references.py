"""References: bare ids, into journeys, by old names, and to nothing."""

from typing import ClassVar

import pytest

from jmsite.model.ids import Ref
from tests.format.writing import (
    BUYING,
    Files,
    journey_of,
    journey_with,
    messages,
    site_of,
    told,
    touchpoint_with,
    who_mentions,
)

RENTING = "content/journeys/renting/index.md"
INNER = """\
phases:
  - title: Search
    pain_points: [{title: Costs}]
    touchpoints: [{title: Shop, channel: web}]
"""
TWO_JOURNEYS: Files = {**journey_with(INNER), RENTING: f"---\ntitle: Renting\n{INNER}---\n"}


def _opportunity(fields: str) -> Files:
    return {"content/opportunities.yml": f"better: {{title: Better, {fields}}}\n"}


def test_a_bare_id_is_of_the_kind_that_its_field_says() -> None:
    """The field says which kind is meant, so a channel and a persona may share an id."""
    files = {
        "content/channels.yml": "camille: {title: Shop of Camille, medium: physical}\n",
        **journey_with("phases: [{title: Visit, touchpoints: [{title: A, channel: camille}]}]\n"),
    }
    site = site_of(files)

    assert who_mentions(site, Ref("channel", "camille")) == [("buying/a", "channel")]
    assert who_mentions(site, Ref("persona", "camille")) == [("buying", "personas")]


@pytest.mark.parametrize(
    ("field", "target"),
    [("touchpoints", "shop"), ("phases", "search"), ("addresses", "costs")],
)
def test_from_outside_a_bare_id_is_enough_where_one_journey_has_it(field: str, target: str) -> None:
    """An opportunity names what one journey alone has by its id."""
    site = site_of({**journey_with(INNER), **_opportunity(f"{field}: [{target}]")})

    assert getattr(site.opportunities["better"], field) == (f"buying/{target}",)


@pytest.mark.parametrize(
    ("field", "target"),
    [("touchpoints", "shop"), ("phases", "search"), ("addresses", "costs")],
)
def test_journey_and_id_name_one_of_several(field: str, target: str) -> None:
    """Where two journeys have an id, `journey/id` says which."""
    site = site_of({**TWO_JOURNEYS, **_opportunity(f"{field}: [renting/{target}]")})

    assert getattr(site.opportunities["better"], field) == (f"renting/{target}",)


def test_an_ambiguous_reference_lists_the_candidates() -> None:
    """A bare id that two journeys have is an error that names both."""
    [message] = messages({**TWO_JOURNEYS, **_opportunity("touchpoints: [shop]")})

    assert "buying/shop, renting/shop" in message


def test_inside_a_journey_a_bare_id_is_its_own() -> None:
    """A journey's own touchpoint is meant, whatever other journeys hold."""
    renting = TWO_JOURNEYS[RENTING]
    path = INNER + "scenarios: [{title: Way, path: [shop]}]\n"

    site = site_of({**journey_with(path), RENTING: renting})
    assert who_mentions(site, Ref("touchpoint", "shop", "buying")) == [("buying/way", "scenarios")]


def test_a_step_is_one_of_the_touchpoint_s_phase() -> None:
    """A touchpoint stands under a step of its own phase; one of another is no step for it."""
    files = journey_with(
        "phases:\n  - {title: One, steps: [{title: Pay}]}\n"
        "  - title: Two\n    touchpoints: [{title: A, channel: web, step: pay}]\n"
    )

    assert told(files) == [f"JM020 {BUYING}:7:50"]


def test_a_touchpoint_may_name_a_sub_step() -> None:
    """Steps consist of steps; a touchpoint may belong to one at any depth."""
    steps = "steps: [{title: Order, steps: [{title: Pay, steps: [{title: Sign}]}]}]"
    files = journey_with(
        f"phases:\n  - title: One\n    {steps}\n"
        "    touchpoints: [{title: A, channel: web, step: sign}]\n"
    )

    assert told(files) == []


def test_a_reference_to_nothing_names_the_nearest() -> None:
    """A typo is answered with the id that was probably meant."""
    files: Files = {
        **touchpoint_with(""),
        "content/channels.yml": "webb: {title: W, medium: human}\n",
    }

    assert messages(files) == ["there is no channel “web”; did you mean “webb”?"]


def test_a_title_is_no_reference() -> None:
    """References are ids; a title is answered with its id."""
    assert messages(
        {"content/kpis.yml": "nps: {title: NPS, source: Survey 2026}\n",
         "content/sources.yml": "survey-2026: {title: Survey 2026, type: survey}\n"}
    ) == ["there is no source “Survey 2026”; did you mean “survey-2026”?"]  # fmt: skip


def test_a_document_that_is_wrong_keeps_its_id() -> None:
    """What refers to a document with a mistake is not reported as well."""
    files: Files = {
        **touchpoint_with(""),
        "content/channels.yml": "web: {title: W, medium: hman}\n",
    }

    assert told(files) == ["JM013 content/channels.yml:1:25"]


def test_a_collection_that_does_not_parse_hides_no_more_mistakes_than_its_own() -> None:
    """Where a collection cannot be read, references to its kind are not reported."""
    files: Files = {**touchpoint_with(""), "content/channels.yml": "web: {title: W\n"}

    assert [line.split()[0] for line in told(files)] == ["JM001"]


def test_the_same_thing_named_twice_is_one_mention() -> None:
    """A thing lists who uses it once for each field."""
    files = {**journey_with(INNER), **_opportunity("phases: [search, buying/search]")}

    assert who_mentions(site_of(files), Ref("phase", "search", "buying")) == [("better", "phases")]


class TestGoals:
    """Goals of a phase or persona: an id of a goal, or a text for this one alone."""

    GOALS: ClassVar[Files] = {"content/goals.yml": "save: {title: Save money}\n"}

    def test_what_looks_like_an_id_is_one(self) -> None:
        """An id of a goal refers to it, and the goal lists who pursues it."""
        site = site_of({**self.GOALS, **journey_with("phases: [{title: A, goals: [save]}]\n")})

        assert who_mentions(site, Ref("goal", "save")) == [("buying/a", "goals")]

    def test_what_does_not_look_like_an_id_is_a_text(self) -> None:
        """A sentence is a goal of this phase alone."""
        files = {**self.GOALS, **journey_with("phases: [{title: A, goals: [Spend less]}]\n")}

        assert (journey_of(files).phases or ())[0].goals == ("Spend less",)

    def test_a_word_in_small_letters_that_is_no_goal_is_an_error(self) -> None:
        """What looks like an id and names nothing is a typo, not a text."""
        files = {**self.GOALS, **journey_with("phases: [{title: A, goals: [saev]}]\n")}

        assert told(files) == [f"JM020 {BUYING}:4:29"]


class TestAliases:
    """Old ids: references by them work, with a warning, and their addresses redirect."""

    FILES: ClassVar[Files] = {
        "content/personas.yml": "camille: {title: Camille, segment: All, aliases: [cam]}\n",
        BUYING: "---\ntitle: Buying\npersonas: [cam]\n---\n",
    }

    def test_a_reference_by_an_old_id_works_with_a_warning(self) -> None:
        """The warning stands at the reference and names the new id."""
        assert told(self.FILES) == [f"JM023 {BUYING}:3:12"]
        assert "camille" in messages(self.FILES)[0]

    def test_an_old_id_of_a_journey_leads_into_it(self) -> None:
        """What is inside a journey is found by the journey's old id as well."""
        files = {
            **{path: str(text).replace("title: Buying", "title: Buying\naliases: [shopping]")
               for path, text in journey_with(INNER).items()},
            **_opportunity("touchpoints: [shopping/shop]"),
        }  # fmt: skip

        assert [line.split()[0] for line in told(files)] == ["JM023"]

    @pytest.mark.parametrize("kind", ["touchpoints", "steps", "pain_points", "scenarios"])
    def test_what_stands_inside_a_journey_has_old_ids_too(self, kind: str) -> None:
        """Touchpoints, steps, pain points and scenarios may be renamed like any other thing."""
        channel = ", channel: web" if kind == "touchpoints" else ""
        one = f"{kind}: [{{title: New, aliases: [old]{channel}}}]"
        fields = one if kind == "scenarios" else f"phases: [{{title: A, {one}}}]"

        assert told(journey_with(f"{fields}\n")) == []

    def test_an_alias_that_is_a_living_id_is_an_error(self) -> None:
        """An id that something has now is nobody's old one."""
        text = "a: {title: A, segment: All}\nb: {title: B, segment: All, aliases: [a]}\n"

        assert told({"content/personas.yml": text}) == ["JM024 content/personas.yml:2:39"]

    def test_an_alias_of_another_kind_is_free(self) -> None:
        """Kinds do not share ids, so an old persona may be called as a channel is."""
        text = "a: {title: A, segment: All, aliases: [web]}\n"

        assert told({"content/personas.yml": text}) == []
