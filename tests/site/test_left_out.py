"""What is left of a thing when something it refers to is left out of the published site."""

import pytest

from tests.format.writing import Files, checked, journey_with, phase_of, phase_with, told

DRAFT: Files = {
    "content/personas.yml": """\
        camille: {title: Camille, segment: Buys for the planet}
        marc: {title: Marc, segment: Repairs, draft: true}
        """,
    "content/goals.yml": "g: {title: G, draft: true}\n",
    "content/sources.yml": """\
        new: {title: New, type: crm, draft: true}
        old: {title: Old, type: crm}
        """,
}


def test_a_phase_outlives_the_emotion_of_a_draft_persona() -> None:
    """Without the one persona whose emotion is known, no emotion is known; the phase stays."""
    files = {**DRAFT, **phase_with("emotion: {marc: 1}\nmindset: Curious\n")}

    assert phase_of(files).mindset == "Curious"
    assert phase_of(files).emotion is None


def test_a_list_of_drafts_alone_does_not_say_that_there_are_none() -> None:
    """Nobody said `goals: []`."""
    assert phase_of({**DRAFT, **phase_with("goals: [g]\n")}).goals is None


def test_evidence_of_drafts_alone_is_still_a_list_of_its_own() -> None:
    """What a touchpoint's own evidence leaves open is not backed by that of its phase."""
    files = phase_with("""\
        evidence: [old]
        touchpoints: [{title: T, channel: web, evidence: [new]}]
        """)
    (touchpoint,) = phase_of({**DRAFT, **files}).touchpoints or ()

    assert touchpoint.evidence == ()


@pytest.mark.parametrize("fields", ["emotion: {camile: 1}", "emotion: {marc: 1}"])
def test_an_emotion_that_is_left_out_is_no_gap(fields: str) -> None:
    """A mistake is told once, and what is kept back is known to its author."""
    found = checked({**DRAFT, **phase_with(f"{fields}\n")}).findings

    assert "JM901" not in {finding.code for finding in found}


def test_an_item_that_is_no_mapping_keeps_its_name() -> None:
    """It is the only mistake: references to it are right and its journey is not asked for it."""
    files: Files = {
        **journey_with("phases: [Awareness, {title: Decision, touchpoints: [Order page]}]\n"),
        "content/opportunities.yml": """\
            o: {title: O, phases: [buying/awareness], touchpoints: [buying/order-page]}
            """,
    }

    assert [line[:5] for line in told(files)] == ["JM010", "JM010"]
    assert {"JM201", "JM401"}.isdisjoint(finding.code for finding in checked(files).findings)
