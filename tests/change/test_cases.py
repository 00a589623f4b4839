"""Two states of small projects, and exactly what is told of them."""

import pytest

from jmsite.change.change import Change
from jmsite.change.telling import Telling
from jmsite.report.changes_markdown import markdown
from jmsite.words import Words
from tests.change.cases import Case, compared, lines, read_cases, told

CHANGES = [
    case
    for name in (
        "things",
        "moves",
        "names",
        "fields",
        "wording",
        "feelings",
        "backing",
        "figures",
        "story",
    )
    for case in read_cases(name)
]
# The other way round a new id does not list the old one.
MIRRORED = [
    case
    for case in CHANGES
    if not any("aliases" in str(text) for text in {**case.before, **case.after}.values())
]
OPPOSITE = {"added": "gone", "said": "unsaid", "listed": "unlisted", "backed": "unbacked"}
OPPOSITE |= {there: here for here, there in OPPOSITE.items()}
NOISE = list(read_cases("noise"))


@pytest.mark.parametrize("case", CHANGES, ids=str)
def test_a_change_is_told(case: Case) -> None:
    """Of two states exactly the lines of the case are told, and the short form tells of it too."""
    found = compared(case.before, case.after)

    assert lines(found) == case.expected
    assert case.expected
    french = Words("fr")
    assert french("changes.none") not in markdown(Telling(found.diff, french))


@pytest.mark.parametrize("case", MIRRORED, ids=str)
def test_the_other_way_round_it_is_the_opposite(case: Case) -> None:
    """What came has gone, what was said is not, and all else is as it was.

    What one who left had felt is not told, what one feels who came is.
    """
    there = compared(case.before, case.after).diff.changes
    back = compared(case.after, case.before).diff.changes

    expected = ((OPPOSITE.get(one.what, one.what), *_about(one)) for one in there if not one.who)
    assert sorted((one.what, *_about(one)) for one in back if not one.who) == sorted(expected)


def _about(change: Change) -> tuple[str, str, str, str]:
    """Return what a change is of; of two that changed places either may have moved.

    A pain point may have got its id.
    """
    ref = change.place.ref
    is_sure = change.what != "order" and ref.kind != "pain-point"
    return ref.kind, ref.id if is_sure else "", ref.journey, change.field


@pytest.mark.parametrize("case", NOISE, ids=str)
def test_what_is_written_otherwise_is_no_change(case: Case) -> None:
    """Of two states that say the same nothing is told, in neither direction."""
    assert case.before != case.after
    assert told(case.before, case.after) == ()
    assert told(case.after, case.before) == ()
