"""What a change brings: findings and scores that fell, whatever else it moved or wrote anew."""

from collections.abc import Mapping

import pytest

from jmsite.build import Options
from jmsite.change.ratchet import Brought
from jmsite.change.shown_at import ShownAt, changed_lines
from jmsite.files.tree import DictTree
from jmsite.review import Review, State, ratchet, review

SETTINGS = "title: X\ntoday: 2026-11-15\nchecklist: {profile: standard}\n"
CHANNELS = "web: {title: Web shop, medium: digital}\nshop: {title: Shop, medium: physical}\n"
SOURCES = "survey: {title: Survey, type: survey, date: 2026-05-01}\n"
JOURNEY = "content/journeys/buying/index.md"
DECISION = "content/journeys/buying/20-decision/index.md"
ORDER = "content/journeys/buying/20-decision/10-order.md"
PROJECT: Mapping[str, str] = {
    "jmsite.yml": SETTINGS,
    "content/channels.yml": CHANNELS,
    "content/sources.yml": SOURCES,
    JOURNEY: "---\ntitle: Buying a bike\nowner: Team\nreviewed: 2026-11-01\n---\n",
    DECISION: "---\ntitle: Decision\nstage: during\n---\nText.\n",
    ORDER: "---\ntitle: Order page\nchannel: web\ninitiator: customer\nemotion: -1\n"
    "evidence: [survey]\n---\n",
}


def _states(after: Mapping[str, str], before: Mapping[str, str]) -> tuple[Review, Brought]:
    old, new = State(DictTree(before), "old"), State(DictTree(after), "new")
    found = review(old, new, Options())
    return found, ratchet(found, old, Options())


def _brought(after: Mapping[str, str], before: Mapping[str, str] = PROJECT) -> Brought:
    return _states(after, before)[1]


def _with(
    path: str, *swaps: tuple[str, str], project: Mapping[str, str] = PROJECT
) -> dict[str, str]:
    text = project[path]
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    return {**project, path: text}


def _codes(brought: Brought) -> list[str]:
    return [finding.code for finding in brought.new]


def _moved(project: Mapping[str, str], old: str, new: str) -> dict[str, str]:
    assert any(old in path for path in project)
    return {path.replace(old, new): text for path, text in project.items()}


def test_without_a_change_all_is_old() -> None:
    """What was there is counted and not told."""
    found = _brought(PROJECT)

    assert (found.new, found.closed, found.falls) == ((), (), ())
    assert found.older


def test_a_gap_that_came_and_one_that_went() -> None:
    """Each is told by its rule and thing."""
    order = _with(ORDER, ("initiator: customer\n", ""), ("title: Order page", "title: The page"))
    found = _brought(_with(DECISION, ("stage", "steps: [{title: Pay}]\nstage"), project=order))

    assert [f"{f.code} {f.location.path}" for f in found.new] == [
        f"JM202 {ORDER}",
        f"JM206 {DECISION}",
    ]
    assert [finding.code for finding in found.closed] == ["JM402"]
    assert [(fall.journey.id, fall.after < fall.before) for fall in found.falls] == [
        ("buying", True)
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [("20-decision", "30-decision"), ("10-order", "90-order"), ("20-decision/10-", "20-decision/")],
)
def test_a_file_with_another_number_brings_nothing(old: str, new: str) -> None:
    """Gaps and mistakes in it are those that were there."""
    wrong = _with(ORDER, ("initiator: customer", "ownr: x"))

    found = _brought(_moved(wrong, old, new), wrong)

    assert _codes(found) == []


def test_a_thing_with_another_name_brings_nothing() -> None:
    """Its old id stands among its aliases."""
    bare = _with(ORDER, ("initiator: customer\n", ""))
    listed = _with(ORDER, ("channel: web", "aliases: [order]\nchannel: web"), project=bare)

    assert _codes(_brought(_moved(listed, "10-order", "10-basket"), bare)) == []
    assert _codes(_brought(_moved(bare, "10-order", "10-basket"), bare)) == ["JM202"]


@pytest.mark.parametrize("at", [ORDER, DECISION])
def test_a_pain_point_in_other_words_brings_nothing(at: str) -> None:
    """What is a plain text is known by its words, as far as they are the same; another is new."""
    listed = "pain_points: [The page is slow, Costs appear late]\ntitle:"
    bare = _with(ORDER, ("evidence: [survey]\n", ""))
    hurts = _with(at, ("title:", listed), project=bare)
    reworded = _with(at, ("The page is slow", "The page is too slow"), project=hurts)
    another = _with(at, ("The page is slow", "Nobody answers"), project=hurts)

    same, new = _brought(reworded, hurts), _brought(another, hurts)

    assert (same.new, same.closed, same.falls) == ((), (), ())
    assert "JM305" in _codes(new)
    assert "JM305" in [finding.code for finding in new.closed]


def test_a_line_moved_is_no_change() -> None:
    """A finding is not known by where it stands."""
    found = _brought(_with(ORDER, ("title: Order page", "# a\n# b\ntitle: Order page")))

    assert found.new == ()
    assert found.falls == ()


def test_a_plain_pain_point_that_is_given_an_id_is_the_same() -> None:
    """What it lacked it lacks as before."""
    plain = _with(ORDER, ("evidence: [survey]", "pain_points: [Slow, Dear]"))
    named = _with(ORDER, ("evidence: [survey]", "pain_points: [{id: s, title: Slow}, Dear]"))

    assert _codes(_brought(named, plain)) == []


def test_what_is_asked_of_a_thing_more_than_once_is_told_apart() -> None:
    """A stage that is covered does not make good for one that is no longer."""
    moved = _with(DECISION, ("stage: during", "stage: after"))
    found = _brought(moved)

    assert ["during" in finding.message for finding in found.new] == [True]
    assert ["after" in finding.message for finding in found.closed] == [True]


def test_another_mistake_is_new_though_one_is_mended() -> None:
    """Mistakes of form are told apart by their words: they name what is wrong."""
    wrong = _with(ORDER, ("channel: web", "channel: wbe"))
    other = _with(ORDER, ("channel: web", "channel: shpo"))

    assert _codes(_brought(wrong)) == ["JM020"]
    assert _codes(_brought(other, wrong)) == ["JM020"]
    assert _codes(_brought(wrong, wrong)) == []


def test_of_two_alike_in_a_file_one_is_new() -> None:
    """The first was there."""
    once = _with(ORDER, ("emotion: -1", "ownr: a"))
    twice = _with(ORDER, ("emotion: -1", "ownr: a\nownrs: b"))

    assert [finding.message for finding in _brought(twice, once).new] == [
        "no field is called “ownrs”"
    ]


def test_a_stricter_checklist_brings_nothing() -> None:
    """Both states are judged by the newer configuration: a project can adopt it today."""
    assert _codes(_brought(_with("jmsite.yml", ("standard", "thorough")))) == []


def test_what_is_wrong_in_the_configuration_is_new_where_it_was_not_there() -> None:
    """It is held against the older configuration, and so is a waiver without a gap."""
    waiver = "standard, waivers: [{rule: JM205, at: content, reason: So}]"
    idle = _with("jmsite.yml", ("standard", waiver))

    assert _codes(_brought(idle)) == ["JM047"]
    assert _codes(_brought(idle, idle)) == []


def test_a_gap_that_is_accepted_no_longer_is_new() -> None:
    """A waiver that names a file does not follow it."""
    waiver = f"standard, waivers: [{{rule: JM602, at: {ORDER}, reason: So}}]"
    before = _with("jmsite.yml", ("standard", waiver))
    before[ORDER] = before[ORDER].replace("evidence: [survey]\n", "")

    found = _brought(_moved(before, "10-order", "30-order"), before)

    assert _codes(found) == ["JM602", "JM047"] or _codes(found) == ["JM047", "JM602"]
    assert found.closed == ()


def test_gaps_that_a_mistake_had_hidden_are_old() -> None:
    """To mend the mistake uncovers them; nobody brought them."""
    broken = {**PROJECT, ORDER: "---\ntitle: [\n---\n"}
    bare = {**PROJECT, ORDER: "---\ntitle: Order page\nchannel: web\n---\n"}

    found = _brought(bare, broken)

    assert found.new == ()
    assert [finding.code for finding in found.closed] == ["JM001"]
    assert "JM202" in [finding.code for finding in found.older]
    assert found.falls == ()


def test_gaps_that_a_mistake_hides_are_not_closed() -> None:
    """Nobody knows whether they are."""
    bare = _with(ORDER, ("initiator: customer\n", ""))
    found = _brought({**bare, ORDER: "---\ntitle: [\n---\n"}, bare)

    assert _codes(found) == ["JM001"]
    assert found.closed == ()


def test_a_waiver_that_follows_what_is_renamed_brings_nothing() -> None:
    """In the state before it waives nothing, as nothing was called so then."""
    waiver = f"standard, waivers: [{{rule: JM602, at: {ORDER}, reason: So}}]"
    before = _with("jmsite.yml", ("standard", waiver))
    before[ORDER] = before[ORDER].replace("evidence: [survey]\n", "")
    after = _moved(before, "10-order", "30-order")
    after["jmsite.yml"] = after["jmsite.yml"].replace("10-order", "30-order")

    found = _brought(after, before)

    assert (found.new, found.closed, found.falls) == ((), (), ())


def test_a_state_before_the_project_began() -> None:
    """All is new, and no score can have fallen."""
    found = _brought(PROJECT, {})

    assert found.older == ()
    assert found.new
    assert found.falls == ()


def test_a_journey_that_goes_does_not_fall() -> None:
    """Nobody asks it anything any more, so what it lacked is not mended either."""
    found = _brought({k: v for k, v in PROJECT.items() if "journeys" not in k})

    assert (found.closed, found.falls) == ((), ())


def test_lines_that_changed() -> None:
    """Of lines that went those beside count: nothing else is left to show it at."""
    assert changed_lines("abc", "abc") == set()
    assert changed_lines("abc", "aXc") == {2}
    assert changed_lines("abc", "abXYc") == {3, 4}
    assert changed_lines("abc", "ac") == {1, 2}
    assert changed_lines("abc", "bc") == {1}
    assert changed_lines("", "ab") == {1, 2}
    assert changed_lines("ab", "") == set()


def _landed(after: Mapping[str, str], before: Mapping[str, str] = PROJECT) -> list[str]:
    found, brought = _states(after, before)
    places = map(ShownAt(found.diff).of, brought.new)
    return [f"{f.code} {at.path}:{at.line}" for f, at in zip(brought.new, places, strict=True)]


def test_a_finding_lands_on_the_line_that_was_changed() -> None:
    """A thing that lost a field is told where the field was, not at its beginning."""
    assert _landed(_with(ORDER, ("initiator: customer\n", ""))) == [f"JM202 {ORDER}:3"]


def test_a_finding_of_a_new_file_stays_where_it_is() -> None:
    """All of its lines are new."""
    new = "content/journeys/buying/20-decision/20-call.md"

    assert _landed({**PROJECT, new: "---\ntitle: Call\nchannel: shop\n---\n"}) == [
        f"JM202 {new}:1",
    ]


def test_a_finding_lands_where_its_cause_is() -> None:
    """A source that expires is changed in a file of its own."""
    old = _with("content/sources.yml", ("2026-05-01", "2020-05-01, valid_for: 1 y"))

    assert _landed(old) == [f"JM603 {name}" for name in ("content/sources.yml:1",)]


def test_a_finding_whose_cause_is_gone_stays() -> None:
    """A file that is not there any more has no line to show it at."""
    gone = {path: text for path, text in PROJECT.items() if path != ORDER}

    assert f"JM201 {DECISION}:1" in _landed(gone)
