"""The target of a KPI, and which way is good."""

import pytest

from tests.format.writing import checked, told

AIMED = [
    "baseline: 37, target: 55",
    "better: lower, baseline: 40, target: 20",
    "better: lower, warning: 60, target: 20",
    "baseline: 40, target: 40",
    "target: 20",
    "baseline: 40",
    "warning: 35, target: 55",
]
BEHIND = [
    ("baseline: 40, target: 20", "baseline"),
    ("better: higher, baseline: 40, target: 20", "baseline"),
    ("better: lower, baseline: 37, target: 55", "baseline"),
    ("warning: 60, target: 20", "warning"),
]


@pytest.mark.parametrize("fields", AIMED)
def test_a_target_lies_ahead(fields: str) -> None:
    """Nothing is said of a target that is as good as where a KPI comes from, or better."""
    assert told({"content/kpis.yml": f"nps: {{title: NPS, {fields}}}\n"}) == []


@pytest.mark.parametrize(("fields", "mark"), BEHIND)
def test_a_target_that_lies_behind_is_told(fields: str, mark: str) -> None:
    """A KPI whose target is worse than where it comes from would look reached at once."""
    found = checked({"content/kpis.yml": f"nps: {{title: NPS, {fields}}}\n"}).loaded.findings

    assert [finding.code for finding in found] == ["JM059"]
    assert f"worse than the {mark}" in found[0].message
    assert "`better: lower`" in found[0].hint
