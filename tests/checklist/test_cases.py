"""Every rule, on small projects: when it holds, what it says of a gap and when it keeps silent."""

import pytest

from jmsite.checklist import RULES
from tests.checklist.cases import HERE, Case, checked, line, read_cases

CASES = [case for rule in RULES for case in read_cases(HERE / f"{rule.name}.md")]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    """The rule says exactly what the case expects, and the case is well formed."""
    outcome, errors = checked(case.files)

    said = [line(finding) for finding in outcome.findings if finding.name == case.rule]

    assert said == list(case.expected)
    assert bool(said) == (case.kind == "gap")
    assert bool(errors) == (case.kind == "silent"), errors


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_each_rule_has_cases_of_both_kinds(rule: str) -> None:
    """A rule is shown where it holds and where it does not."""
    kinds = {case.kind for case in CASES if case.rule == rule}

    assert kinds >= {"holds", "gap"}
