"""Profiles, severities, thresholds and waivers: what `jmsite.yml` says of the checklist."""

from jmsite.checklist import RULES, Outcome
from jmsite.checklist.rule import PROFILES
from tests.checklist.cases import checked, line

JOURNEY = "content/journeys/fairphone/index.md"
ESSENTIAL = {"JM101", "JM201", "JM401", "JM501", "JM601", "JM701", "JM901"}
ADDED_BY_STANDARD = {
    *("JM102", "JM202", "JM204", "JM206", "JM301", "JM302", "JM303", "JM305", "JM402", "JM502"),
    *("JM503", "JM602", "JM603", "JM702", "JM703", "JM801", "JM803", "JM804", "JM805", "JM902"),
    "JM903",
}


def test_profiles_hold_what_the_checklist_says() -> None:
    """The essential rules, what the standard profile adds, and everything."""
    asked = {p: {rule.code for rule in RULES if rule.is_asked_by(p)} for p in PROFILES}

    assert asked["essential"] == ESSENTIAL
    assert asked["standard"] == ESSENTIAL | ADDED_BY_STANDARD
    assert asked["thorough"] == {rule.code for rule in RULES}


def test_what_only_the_thorough_profile_asks_is_info() -> None:
    """Everything else is a warning, and no gap is an error by default."""
    severities = {rule.code: rule.severity.word for rule in RULES}

    assert {code for code, word in severities.items() if word == "warning"} == (
        ESSENTIAL | ADDED_BY_STANDARD
    )
    assert set(severities.values()) == {"warning", "info"}


def test_the_standard_profile_is_the_default() -> None:
    """A project that says nothing is asked what `standard` asks."""
    assert set(_run("{}").scores.rules) <= ESSENTIAL | ADDED_BY_STANDARD
    assert "JM902" in _run("{}").scores.rules


def test_a_severity_is_set_by_name_or_by_code() -> None:
    """What the owner says of a rule counts more than its default."""
    outcome = _run("{rules: {journey-without-owner: error, JM601: info}}")

    assert _severities(outcome)["JM701"] == "error"
    assert _severities(outcome)["JM601"] == "info"


def test_a_rule_that_is_off_is_not_asked() -> None:
    """It says nothing, and it does not count."""
    outcome = _run("{rules: {journey-without-owner: off}}")

    assert "JM701" not in _severities(outcome)
    assert "JM701" not in outcome.scores.rules


def test_a_rule_outside_the_profile_is_asked_once_it_has_a_severity() -> None:
    """`essential` and one more rule that matters to this team."""
    outcome = _run("{profile: essential, rules: {unused-channel: warning}}")

    assert _severities(outcome)["JM203"] == "warning"
    assert set(outcome.scores.rules) == ESSENTIAL | {"JM203"}


def test_a_waiver_gives_a_gap_its_reason() -> None:
    """By name or code, at a file, the finding stays and says why it is accepted."""
    outcome = _waived(f"{{rule: JM701, at: {JOURNEY}, reason: A sketch}}")

    assert _reasons(outcome) == {"JM701": "A sketch"}
    assert not _about_waivers(outcome)


def test_a_waiver_of_a_folder_covers_what_stands_in_it() -> None:
    """With or without a slash at its end, and whatever begins alike is not meant."""
    for at in ("content", "content/journeys/", "./content/journeys/fairphone"):
        outcome = _waived(f"{{rule: journey-without-owner, at: {at}, reason: A sketch}}")
        assert _reasons(outcome) == {"JM701": "A sketch"}, at
    assert not _reasons(_waived("{rule: JM701, at: content/journeys/fair, reason: A sketch}"))


def test_a_waiver_names_a_thing_inside_a_file() -> None:
    """By its id, or by kind and id; what stands inside that thing is meant as well."""
    for thing in ("order-page", "touchpoint/order-page", "decision", "phase/decision"):
        outcome = _waived(f"{{rule: JM202, at: {JOURNEY}#{thing}, reason: Both}}")
        assert _reasons(outcome) == {"JM202": "Both"}, thing
    assert not _reasons(_waived(f"{{rule: JM202, at: {JOURNEY}#step/decision, reason: Both}}"))


def test_a_waiver_holds_on_its_last_day() -> None:
    """`until` is the last day on which the gap is accepted."""
    outcome = _waived(f"{{rule: JM701, at: {JOURNEY}, reason: A sketch, until: 2026-11-01}}")

    assert _reasons(outcome) == {"JM701": "A sketch"}


def test_a_waiver_that_lapsed_is_a_warning_at_its_line() -> None:
    """The gap is back, and the waiver is told with the day on which it ended."""
    outcome = _waived(f"{{rule: JM701, at: {JOURNEY}, reason: A sketch, until: 2026-10-31}}")

    assert not _reasons(outcome)
    said = f"the waiver of JM701 at {JOURNEY} lapsed after 2026-10-31"
    assert _about_waivers(outcome) == [f"jmsite.yml:5:7: warning JM046 lapsed-waiver: {said}"]


def test_a_waiver_without_a_gap_is_a_warning_at_its_line() -> None:
    """What waives nothing is told, so that it does not hide a gap that comes later."""
    outcome = _waived(f"{{rule: JM101, at: {JOURNEY}, reason: A sketch}}")

    said = f"JM101 finds no gap at {JOURNEY}, so there is nothing to waive"
    assert _about_waivers(outcome) == [f"jmsite.yml:5:7: warning JM047 idle-waiver: {said}"]


def test_where_something_is_wrong_no_waiver_is_called_idle() -> None:
    """The gap that it waives may stand in what could not be read."""
    waiver = "{rule: JM502, at: content/goals.yml, reason: Later}"
    files = {"content/goals.yml": "keep-it-long: {titel: Keep a phone}\n"}

    assert not _about_waivers(_run(_checklist(waiver), files))


def test_waived_gaps_do_not_count_in_the_score() -> None:
    """The check is taken out of the sum, as if it had not been asked."""
    before = _run("{profile: essential}").scores
    waiver = f"{{rule: JM701, at: {JOURNEY}, reason: A sketch}}"
    after = _run(f"{{profile: essential, waivers: [{waiver}]}}").scores

    assert after.site.held == before.site.held
    assert after.site.asked == before.site.asked - 1
    assert after.rules["JM701"].percent is None


def _run(checklist: str, files: dict[str, str] | None = None) -> Outcome:
    settings = f"title: Our journeys\ntoday: 2026-11-01\nchecklist: {checklist}\n"
    return checked({"jmsite.yml": settings, **(files or {})})[0]


def _checklist(waiver: str) -> str:
    return f"\n  profile: standard\n  waivers:\n    - {waiver}"


def _waived(waiver: str) -> Outcome:
    outcome, errors = checked(
        {
            "jmsite.yml": "title: Our journeys\ntoday: 2026-11-01\nchecklist:\n  waivers:\n"
            f"    - {waiver}\n"
        }
    )
    assert not errors
    return outcome


def _severities(outcome: Outcome) -> dict[str, str]:
    return {finding.code: finding.severity.word for finding in outcome.findings}


def _reasons(outcome: Outcome) -> dict[str, str]:
    return {finding.code: finding.waived for finding in outcome.findings if finding.waived}


def _about_waivers(outcome: Outcome) -> list[str]:
    return [line(finding) for finding in outcome.findings if finding.is_form]
