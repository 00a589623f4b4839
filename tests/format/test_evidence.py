"""Evidence: assumption or validated is derived, never written down."""

import pytest

from jmsite.site.evidence import backing_of_pain, backing_of_phase, backing_of_touchpoint
from jmsite.site.site import Site
from tests.format.writing import Files, journey_with, phase_with, site_of, told
from tests.support.publish import publish

SOURCES: Files = {
    "content/sources.yml": """\
        fresh: {title: Fresh, type: survey, date: 2026-10-01, valid_for: 1 y}
        old: {title: Old, type: survey, date: 2020-01-01, valid_for: 1 y}
        undated: {title: Undated, type: survey, valid_for: 1 d}
        forever: {title: Forever, type: survey, date: 1999-01-01}
        """
}


def _pain(phase: str, touchpoint: str, pain: str, journey: str = "") -> Site:
    """Return a site whose one pain point stands at a touchpoint, with evidence at each height."""
    files = journey_with(
        f"{_list(journey)}"
        "phases:\n"
        "  - title: Search\n"
        f"    {_list(phase)}"
        "    touchpoints:\n"
        "      - title: Shop\n"
        "        channel: web\n"
        f"        {_list(touchpoint)}"
        "        pain_points:\n"
        "          - title: Slow\n"
        f"            {_list(pain)}"
    )
    return site_of({**SOURCES, **files})


def _list(written: str) -> str:
    return f"evidence: {written}\n" if written else "# nothing said\n"


def _validated(site: Site) -> bool:
    [spot] = site.pain_points()
    return backing_of_pain(site, spot).validated


@pytest.mark.parametrize(
    ("phase", "touchpoint", "pain", "validated"),
    [
        ("", "", "[fresh]", True),
        ("", "[fresh]", "", True),
        ("[fresh]", "", "", True),
        ("", "", "", False),
        ("[fresh]", "[fresh]", "[]", False),
        ("[fresh]", "[]", "", False),
        ("[fresh]", "[fresh]", "[old]", False),
        ("[fresh]", "[old]", "", False),
        ("[old]", "[fresh]", "", True),
        ("", "", "[old, fresh]", True),
    ],
)
def test_a_source_of_its_own_or_the_nearest_above_backs_a_pain_point(
    phase: str, touchpoint: str, pain: str, *, validated: bool
) -> None:
    """The nearest list that is written decides, even an empty one or one that has expired."""
    assert _validated(_pain(phase, touchpoint, pain)) is validated


def test_a_source_of_the_journey_backs_no_statement() -> None:
    """It backs the journey as a whole."""
    site = _pain("", "", "", journey="[fresh]")
    [(journey, phase, touchpoint)] = site.touchpoints()

    assert journey.evidence == ("fresh",)
    assert not _validated(site)
    assert not backing_of_phase(site, phase).validated
    assert not backing_of_touchpoint(site, phase, touchpoint).validated


def test_a_touchpoint_is_backed_by_its_phase() -> None:
    """Where it says nothing itself; an empty list of its own says none."""
    site = _pain("[fresh]", "", "")
    [(_, phase, touchpoint)] = site.touchpoints()
    assert backing_of_touchpoint(site, phase, touchpoint).validated

    site = _pain("[fresh]", "[]", "")
    [(_, phase, touchpoint)] = site.touchpoints()
    assert not backing_of_touchpoint(site, phase, touchpoint).validated


def test_a_pain_point_of_a_phase_is_backed_by_the_phase() -> None:
    """Between a phase and its pain point stands nothing."""
    site = site_of({**SOURCES, **phase_with("evidence: [fresh]\npain_points: [Slow]\n")})

    assert _validated(site)


@pytest.mark.parametrize(
    ("source", "validated"),
    [("fresh", True), ("old", False), ("undated", True), ("forever", True)],
)
def test_a_source_expires_after_its_date_and_validity(source: str, *, validated: bool) -> None:
    """Without a date or without a validity there is nothing that could expire."""
    assert _validated(_pain("", "", f"[{source}]")) is validated


@pytest.mark.parametrize(("day", "expired"), [("2025-11-01", False), ("2025-10-31", True)])
def test_on_its_last_day_a_source_still_counts(day: str, *, expired: bool) -> None:
    """Today is 1 November 2026: a year after that day last year has not passed."""
    files = {"content/sources.yml": f"s: {{title: S, type: crm, date: {day}, valid_for: 1 y}}\n"}
    site = site_of(files)

    assert site.sources["s"].expired(site.today) is expired


def test_a_confidential_source_counts_and_its_content_is_not_published() -> None:
    """It backs what it backs, and its page tells neither its text nor its link."""
    files = {
        "jmsite.yml": "title: Maps\n",
        "content/sources/files.md": """\
            ---
            title: Customer files
            type: crm
            confidential: true
            link: https://secret.example/files
            sample: 4711
            ---
            Mrs Secret of Nowhere said so.
            """,
        **phase_with("evidence: [files]\n"),
        "content/personas.yml": """\
            camille: {title: Camille, segment: All}
            marc: {title: Marc, segment: All}
            """,
    }
    site = site_of(files)
    [(_, phase)] = site.phases()

    assert backing_of_phase(site, phase).validated
    for page in publish(files).values():
        assert b"secret.example" not in page
        assert b"Mrs Secret" not in page


def test_nobody_writes_down_that_something_is_validated() -> None:
    """There is no field for it."""
    for key in ("validated", "assumption"):
        assert [f.split()[0] for f in told(phase_with(f"{key}: true\n"))] == ["JM012"]
