"""What a mistake keeps from being compared: as little as it can, and that is said."""

from collections.abc import Mapping, Sequence

import pytest

from jmsite.change.telling import Telling
from jmsite.report.changes_markdown import markdown
from jmsite.report.changes_text import text
from jmsite.report.ink import Ink
from jmsite.words import Words
from tests.change.cases import compared, told

JOURNEY = "content/journeys/one/index.md"
FIRST = "content/journeys/one/10-first/index.md"
CALL = "content/journeys/one/10-first/10-call.md"
SECOND = "content/journeys/one/20-second/index.md"
SHOP = "content/journeys/one/20-second/10-shop.md"
PROJECT: Mapping[str, str] = {
    "jmsite.yml": "title: X\ntoday: 2026-11-01\n",
    "content/channels.yml": "web: {title: W, medium: digital}\nphone: {title: P, medium: human}\n",
    JOURNEY: "---\ntitle: One\n---\n",
    FIRST: "---\ntitle: First\npain_points: [Slow letters]\n---\n",
    CALL: "---\ntitle: Call\nchannel: phone\n---\n",
    SECOND: "---\ntitle: Second\n---\n",
    SHOP: "---\ntitle: Shop\nchannel: web\n---\n",
}
BROKEN = "---\ntitle: [Shop\n---\n"


def _without(*paths: str, **more: str) -> dict[str, str]:
    return {path: text for path, text in {**PROJECT, **more}.items() if path not in paths}


def _telling(after: Mapping[str, str], before: Mapping[str, str] = PROJECT) -> Telling:
    return Telling(compared(before, after).diff, Words("en"))


def _doubts(after: Mapping[str, str], before: Mapping[str, str] = PROJECT) -> Sequence[str]:
    return _telling(after, before).doubts


def test_a_mistake_in_one_phase_hides_nothing_of_another() -> None:
    """What came and went elsewhere is known."""
    after = {**_without(CALL), SHOP: BROKEN}
    after["content/journeys/one/30-third/index.md"] = "---\ntitle: Third\n---\n"

    assert told(PROJECT, after) == (
        "· One: new phase “Third”",
        "· One · First: touchpoint “Call” removed",
    )
    assert told(after, PROJECT) == (
        "· One: phase “Third” removed",
        "· One · First: new touchpoint “Call”",
    )


def test_a_mistake_beside_it_hides_nothing_either() -> None:
    """A file that cannot be read is known by its name."""
    both = {
        **PROJECT,
        "content/journeys/one/20-second/20-desk.md": "---\ntitle: Desk\nchannel: web\n---\n",
    }

    assert told(both, {**PROJECT, SHOP: BROKEN}) == ("· One · Second: touchpoint “Desk” removed",)


def test_what_a_wrong_file_names_may_have_moved_there() -> None:
    """By its id, its title or its words, and by the name of the file."""
    named = {**PROJECT, SECOND: "---\ntitle: Second\ntouchpoints: [{id: call, channel: [}]\n---\n"}
    titled = {**PROJECT, SECOND: "---\ntitle: Second\npain_points: [*Slow* letters]\nx: [\n---\n"}
    moved = {**PROJECT, "content/journeys/one/20-second/20-call.md": BROKEN}
    silent = {**PROJECT, FIRST: "---\ntitle: First\n---\n"}

    assert told(PROJECT, {path: each for path, each in named.items() if path != CALL}) == ()
    assert told(PROJECT, {**titled, FIRST: silent[FIRST]}) == ()
    assert told(PROJECT, {path: each for path, each in moved.items() if path != CALL}) == ()
    assert told(PROJECT, {**silent, SHOP: BROKEN}) == (
        "▲ One · First: pain point “Slow letters” removed",
    )


def test_a_file_in_another_journey_hides_nothing() -> None:
    """Nothing moves from one journey into another."""
    other = {
        **PROJECT,
        "content/journeys/two/index.md": "---\ntitle: [The call, Slow letters\n---\n",
    }

    assert told(other, {path: each for path, each in other.items() if path != CALL}) == (
        "· One · First: touchpoint “Call” removed",
    )


def test_a_wrong_entry_hides_itself_alone() -> None:
    """The others of its file are compared."""
    wrong = "web: {title: Web, medium: digital}\nphone: {title: P, medium: humn}\n"
    more = "web: {title: Web, medium: digital}\nmail: {title: M, medium: digital}\n"

    assert told(
        {**_without(CALL), "content/channels.yml": more},
        {**_without(CALL), "content/channels.yml": wrong},
    ) == ("· M: channel “M” removed",)


def test_a_collection_that_cannot_be_read_hides_what_it_names() -> None:
    """It may say it still; of an empty one nobody knows what was meant."""
    wrong = "web: {title: Web, medium: digital}\nphone: [\n"

    assert told(PROJECT, {**_without(CALL, SHOP), "content/channels.yml": wrong}) == (
        "· One · First: touchpoint “Call” removed",
        "· One · Second: touchpoint “Shop” removed",
    )
    assert told(_without(CALL, SHOP), {**_without(CALL, SHOP), "content/channels.yml": ""}) == ()


def test_only_what_hides_something_is_counted() -> None:
    """A link that leads nowhere and a file that nobody uses keep nothing from being compared."""
    harmless = {
        **PROJECT,
        FIRST: PROJECT[FIRST] + "[Away](away.md)\n",
        "content/journeys/one/10-first/notes/more.md": "Notes.\n",
        "content/notes.txt": "Notes.\n",
    }

    assert _doubts(harmless) == ()
    assert _doubts(PROJECT, harmless) == ()
    assert _doubts({**harmless, SHOP: BROKEN}) == (
        "1 mistake keeps a part from being compared; `jmsite check` tells which.",
    )
    assert "in the older state" in _doubts(PROJECT, {**harmless, SHOP: BROKEN})[0]


def test_a_file_that_nobody_uses_may_hide_something() -> None:
    """Where it is named as what went, it was probably moved to a wrong place."""
    lost = {**_without(CALL), "content/journeys/one/10-first/calls/10-call.md": PROJECT[CALL]}

    assert told(PROJECT, lost) == ()
    assert len(_doubts(lost)) == 1


def test_a_reference_that_leads_nowhere_is_counted() -> None:
    """What it names is not compared."""
    assert len(_doubts({**PROJECT, FIRST: "---\ntitle: First\npersonas: [x]\n---\n"})) == 1
    wrong = {**PROJECT, FIRST: "---\ntitle: First\npain_points: [Slow letters]\nkpis: [x]\n---\n"}
    assert len(_doubts(wrong)) == 1


def test_wrong_settings_are_told_as_those_of_the_newer_state() -> None:
    """They judge both states and hide nothing of either."""
    doubts = _doubts({**PROJECT, "jmsite.yml": "title: X\nlanguage: [\n"})

    assert doubts == (
        "jmsite.yml has a mistake, so not all that it says counts; `jmsite check` tells which.",
    )
    assert _doubts(PROJECT, {**PROJECT, "jmsite.yml": "title: X\nlanguage: [\n"}) == ()


@pytest.mark.parametrize("form", [markdown, lambda telling: text(telling, Ink(False))])  # noqa: FBT003
def test_nobody_says_that_nothing_changes_where_parts_are_unread(form: object) -> None:
    """It is not known."""
    assert callable(form)
    said = form(_telling({**PROJECT, SHOP: BROKEN}))

    assert "Nothing changes" not in said
    assert "No change is known" in said


def test_gaps_that_are_hidden_are_not_closed_and_others_are() -> None:
    """A mistake in one phase does not make all gaps unknown."""
    bare = {**PROJECT, CALL: "---\ntitle: Call\nchannel: phone\n---\n"}
    mended = {
        **bare,
        CALL: "---\ntitle: Call\nchannel: phone\ninitiator: customer\n---\n",
        SHOP: BROKEN,
    }

    assert [gap.code for gap in _telling(mended, bare).diff.gaps.closed] == ["JM202"]
    assert _telling(bare, mended).diff.gaps.new[0].code == "JM202"
    assert len(_telling(bare, mended).diff.gaps.new) == 1


def test_nothing_is_told_of_a_home_page_with_a_mistake() -> None:
    """What it says beside the mistake may say less than was written."""
    right = {**PROJECT, "content/index.md": "---\ntitle: Our maps\n---\nHello.\n"}
    wrong = {**right, "content/index.md": "---\ntitle: [Our maps]\n---\nHello.\n"}

    assert told(right, wrong) == told(wrong, right) == ()


def test_no_score_of_what_is_not_all_read() -> None:
    """What a mistake hides is asked nothing: a state without it would look more complete."""
    found = "---\ntitle: Shop\nchannel: web\neffort: 2\nduration: 5 min\nemotion: 1\n---\n"
    changed = {**PROJECT, SHOP: BROKEN, FIRST: PROJECT[FIRST].replace("[Slow letters]", "[Slow]")}
    telling = _telling(changed, {**PROJECT, SHOP: found})
    was, now = (side.outcome.scores.site for side in (telling.diff.before, telling.diff.after))

    assert was.percent != now.percent
    assert telling.gaps == "no new gap, none closed"
    assert [section.score for section in telling.sections()] == [""]
    assert "Completeness" not in markdown(telling)


def test_a_score_where_the_same_is_hidden_before_and_after() -> None:
    """An old mistake is in both states, so they are asked the same."""
    broken = {**PROJECT, SHOP: BROKEN}
    telling = _telling(broken, broken)

    assert telling.gaps.startswith("no new gap, none closed · Completeness ")
