"""The report as SARIF 2.1.0: exact, valid against the standard's schema, stable over edits."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from referencing import Registry

from jmsite import __version__
from jmsite.findings import Finding, Location, Severity
from jmsite.report import Report
from jmsite.report.sarif import render
from tests.support.golden import Golden

HERE = Path(__file__).parent
STANDARD = json.loads((HERE / "sarif_schema" / "sarif-schema-2.1.0.json").read_text("utf-8"))


def results(report: Report) -> list[dict[str, Any]]:
    """Return the results of a report's only run."""
    found: list[dict[str, Any]] = json.loads(render(report))["runs"][0]["results"]
    return found


def test_every_difficulty(full_report: Report, golden: Golden) -> None:
    """The report reads as the golden file, to the letter but for the version of jmsite."""
    written = render(full_report).replace(f'"version": "{__version__}"', '"version": "x"')

    golden.check(HERE / "golden" / "report.sarif", written)


@pytest.mark.parametrize("name", ["full_report", "empty_report"])
def test_reports_are_valid(name: str, request: pytest.FixtureRequest) -> None:
    """What is written follows the schema of the standard."""
    report: Report = request.getfixturevalue(name)
    validator = jsonschema.Draft202012Validator(STANDARD, registry=Registry())

    assert [error.message for error in validator.iter_errors(json.loads(render(report)))] == []


def test_the_schema_of_the_standard_refuses() -> None:
    """The schema that the tests hold the report against is the one that tells wrong from right."""
    log = json.loads(render(Report((a_finding(),))))
    log["runs"][0]["results"][0]["level"] = "info"

    with pytest.raises(jsonschema.ValidationError, match="'info' is not one of"):
        jsonschema.validate(log, STANDARD, registry=Registry())


def test_rules_and_results_fit(full_report: Report) -> None:
    """Each result points at the rule of its code."""
    run = json.loads(render(full_report))["runs"][0]
    rules = run["tool"]["driver"]["rules"]

    assert all(rules[found["ruleIndex"]]["id"] == found["ruleId"] for found in run["results"])


def a_finding(line: int = 1, message: str = "wrong") -> Finding:
    """Return a finding about one thing."""
    return Finding(
        "JM001", "some", Severity.ERROR, message, Location("a.md", line), about=("journey/a",)
    )


def test_a_fingerprint_outlives_edits() -> None:
    """Lines above a finding may come and go: it stays the same finding."""
    early, late = (results(Report((a_finding(line),)))[0] for line in (3, 30))

    assert early["partialFingerprints"] == late["partialFingerprints"]


def test_two_findings_about_one_thing_are_told_apart() -> None:
    """Fingerprints differ between findings of one report."""
    twice = results(Report((a_finding(1), a_finding(2))))

    assert twice[0]["partialFingerprints"] != twice[1]["partialFingerprints"]


def test_a_path_is_a_uri() -> None:
    """Spaces and letters beyond ASCII are percent-encoded in addresses."""
    finding = replace(a_finding(), location=Location("content/été 1.md", 1))
    place = results(Report((finding,)))[0]["locations"][0]["physicalLocation"]

    assert place["artifactLocation"]["uri"] == "content/%C3%A9t%C3%A9%201.md"
