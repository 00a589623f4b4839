"""The score: what counts, and where it counts."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jmsite.checklist import RULE_NAMES, Outcome, Score, Scores
from jmsite.model.ids import Ref
from tests.checklist.cases import checked

JOURNEY = "content/journeys/fairphone/index.md"
CHECKLIST = "title: Our journeys\ntoday: 2026-11-01\nchecklist:\n  profile: {profile}\n"
WAIVERS = "  waivers: [{{rule: {rule}, at: {at}, reason: Meant}}]\n"


def test_a_share_is_rounded_down_to_whole_per_cent() -> None:
    """Two of three are 66 per cent; a hundred is reached only by all."""
    assert Score(2, 3).percent == 66
    assert Score(199, 200).percent == 99
    assert Score(3, 3).percent == 100


def test_without_checks_there_is_no_score() -> None:
    """Nothing asked is neither good nor bad."""
    assert Score(0, 0).percent is None


def test_things_count_where_they_stand() -> None:
    """A phase counts itself, a journey what is inside it, the site everything."""
    scores = _scores("essential", _PHASES)

    # JM201, JM501 and JM901 are asked of each phase.
    assert scores.phases == {
        Ref("phase", "evaluation", "fairphone"): Score(0, 3),
        Ref("phase", "decision", "fairphone"): Score(2, 3),
    }
    # JM101, JM601 and JM701 are asked of the journey, JM401 once a stage.
    assert scores.journeys == {"fairphone": Score(2 + 2, 6 + 6)}
    assert scores.site == Score(4, 12)


def test_personas_and_channels_count_for_the_site_alone() -> None:
    """A persona without needs is no gap of any journey."""
    before, after = _scores("standard", {}), _scores("standard", {"content/personas.yml": _TWO})

    assert after.site.asked == before.site.asked + 1
    assert after.journeys == before.journeys


def test_each_rule_knows_how_often_it_holds() -> None:
    """The report can say for each rule how many of its checks hold."""
    assert _scores("essential", _PHASES).rules["JM201"] == Score(1, 2)


_NAMES = st.sampled_from(RULE_NAMES)
_PLACES = st.sampled_from(["content", JOURNEY, "content/channels.yml", f"{JOURNEY}#decision"])
_VALUES = {
    "emotion": ["0", "{camille: 1}"],
    "goals": ["[]", "[Know the price]"],
    "mindset": ["Curious"],
    "pain_points": ["[]", "[{title: Late costs, severity: high}]"],
    "stage": ["before", "during", "after"],
    "evidence": ["[]", "[survey-2026]", "[interviews-2022]"],
    "kpis": ["[conversion]"],
    "steps": ["[{title: Pay}]"],
    "touchpoints": ["[{title: Order page, channel: website, wait: 2 d, emotion: 1}]"],
}
_PHASE = st.fixed_dictionaries({}, optional={k: st.sampled_from(v) for k, v in _VALUES.items()})


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PHASE, max_size=3), _NAMES, _PLACES)
def test_waiving_never_lowers_a_score(phases: list[dict[str, str]], rule: str, at: str) -> None:
    """Scores are from 0 to 100, a waiver raises them or leaves them, each gap is said once."""
    journey = _journey(phases)
    before = _outcome(CHECKLIST.format(profile="thorough"), journey)
    waivers = CHECKLIST.format(profile="thorough") + WAIVERS.format(rule=rule, at=at)
    after = _outcome(waivers, journey)

    for was, now in zip(_all(before.scores), _all(after.scores), strict=True):
        assert was.percent is None or 0 <= was.percent <= 100
        assert was.percent is None or now.percent is None or now.percent >= was.percent
    said = [(f.code, f.location, f.message) for f in before.findings]
    assert len(said) == len(set(said))


_PHASES = {
    JOURNEY: (
        "---\ntitle: Buying a Fairphone\npersonas: [camille]\nphases:\n"
        "  - {title: Evaluation, stage: before}\n"
        "  - title: Decision\n    emotion: 1\n"
        "    touchpoints: [{title: Order page, channel: website}]\n---\n"
    )
}
_TWO = "camille: {title: Camille, segment: Green}\nmarc: {title: Marc, segment: Fleet}\n"


def _journey(phases: list[dict[str, str]]) -> str:
    head = "---\ntitle: Buying a Fairphone\npersonas: [camille]\nphases:\n"
    lines = []
    for number, phase in enumerate(phases):
        lines.append(f"  - title: Phase {number}\n")
        lines += [f"    {key}: {_own(value, number)}\n" for key, value in phase.items()]
    return head + "".join(lines) + "---\n"


def _own(value: str, number: int) -> str:
    """Give things a title of their own in each phase, so that their ids differ."""
    return value.replace("title: ", f"title: {number} ")


def _outcome(settings_file: str, journey: str) -> Outcome:
    outcome, errors = checked({"jmsite.yml": settings_file, JOURNEY: journey})
    assert not errors
    return outcome


def _scores(profile: str, files: dict[str, str]) -> Scores:
    return checked({"jmsite.yml": CHECKLIST.format(profile=profile), **files})[0].scores


def _all(scores: Scores) -> list[Score]:
    return [scores.site, *scores.journeys.values(), *scores.phases.values()]
