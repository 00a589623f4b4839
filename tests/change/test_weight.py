"""For whom a change matters: what customers feel is told apart from all else."""

import pytest

from jmsite.change.weight import FELT, KNOWN, weight_of
from jmsite.model.kinds import KINDS
from jmsite.model.shape import all_types, fields_of
from tests.change.cases import compared, read_cases

# Cases by their titles, and for whom what they tell matters.
WEIGHTS = {
    "things": {
        "a new touchpoint": {"customers"},
        "a new phase with all that stands in it is one line": {"customers"},
        "a touchpoint moves to another phase": {"customers"},
        "pain points come and go": {"customers"},
        "somebody looked for pain points and found none": {"known"},
        "personas, channels, goals, KPIs, sources and opportunities come": {
            "customers",
            "known",
            "work",
            "upkeep",
        },
    },
    "names": {
        "a touchpoint that lists its old id is renamed, and references follow": {"upkeep"},
    },
    "fields": {
        "a length of time": {"customers"},
        "a share": {"customers"},
        "a title": {"upkeep"},
        "the text of a file": {"upkeep"},
        "who owns it": {"upkeep"},
        "an opportunity": {"work"},
        "a channel": {"customers"},
    },
    "feelings": {"everyone feels worse": {"customers"}, "a quote and a word": {"known"}},
    "backing": {"a pain point loses its last evidence": {"known"}},
    "figures": {"a target": {"work"}, "values come": {"known"}},
}


@pytest.mark.parametrize(
    ("name", "title"), [(name, title) for name, titles in WEIGHTS.items() for title in titles]
)
def test_for_whom_a_change_matters(name: str, title: str) -> None:
    """Each change of a case matters for somebody, customers first."""
    case = next(case for case in read_cases(name) if case.title == title)

    changes = compared(case.before, case.after).diff.changes

    assert {weight_of(change) for change in changes} == WEIGHTS[name][title]


def test_what_matters_are_fields_of_the_format() -> None:
    """A field that is renamed takes its weight along, and none has two."""
    types = all_types(*(kind.type for kind in KINDS))
    keys = {field.key for one in types for field in fields_of(one).values()}

    assert keys >= FELT | KNOWN
    assert not FELT & KNOWN
