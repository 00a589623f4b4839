"""Two states of small projects, and exactly what is told of them."""

import pytest

from tests.change.cases import Case, read_cases, told

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
NOISE = list(read_cases("noise"))


@pytest.mark.parametrize("case", CHANGES, ids=str)
def test_a_change_is_told(case: Case) -> None:
    """Of two states exactly the lines of the case are told."""
    assert told(case.before, case.after) == case.expected
    assert case.expected


@pytest.mark.parametrize("case", NOISE, ids=str)
def test_what_is_written_otherwise_is_no_change(case: Case) -> None:
    """Of two states that say the same nothing is told, in neither direction."""
    assert case.before != case.after
    assert told(case.before, case.after) == ()
    assert told(case.after, case.before) == ()
