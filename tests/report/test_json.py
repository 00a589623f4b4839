"""The report as JSON: exact, described by its schema, readable whatever the sources hold."""

import json
from pathlib import Path

import jsonschema
import pytest
from referencing import Registry

from jmsite.report import Report
from jmsite.report.json import render, schema
from tests.support.golden import Golden

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def test_every_difficulty(full_report: Report, golden: Golden) -> None:
    """The report reads as the golden file, to the letter."""
    golden.check(HERE / "golden" / "report.json", render(full_report))


def test_nothing_found(empty_report: Report) -> None:
    """A project without findings or scores has all parts of the report too."""
    assert json.loads(render(empty_report)) == {
        "version": 1,
        "findings": [],
        "scores": {"site": None, "journeys": {}, "phases": {}},
        "change": None,
    }


def test_it_is_utf8_text(full_report: Report) -> None:
    """Letters stand as they are, and half a surrogate pair cannot keep a report from writing."""
    written = render(full_report)

    assert "“personna”" in written
    assert json.loads(written.encode())["findings"][3]["message"].endswith(r"\ud800 too")
    assert written.endswith("}\n")


def test_the_schema_is_the_one_that_is_published(golden: Golden) -> None:
    """`schema/report.schema.json` is generated from the types and has not drifted from them."""
    text = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"

    golden.check(ROOT / "schema" / "report.schema.json", text)


@pytest.mark.parametrize("name", ["full_report", "empty_report"])
def test_reports_are_valid(name: str, request: pytest.FixtureRequest) -> None:
    """What is written follows the schema, and the schema its own dialect."""
    jsonschema.Draft202012Validator.check_schema(schema())
    validator = jsonschema.Draft202012Validator(schema(), registry=Registry())

    report: Report = request.getfixturevalue(name)

    assert [error.message for error in validator.iter_errors(json.loads(render(report)))] == []


def test_the_schema_refuses_what_is_no_report(full_report: Report) -> None:
    """A key too many or a line below 1 is not taken for a report."""
    validator = jsonschema.Draft202012Validator(schema(), registry=Registry())
    report = json.loads(render(full_report))
    report["more"] = True
    report["findings"][0]["line"] = 0

    assert len(list(validator.iter_errors(report))) == 2


def test_the_documentation_shows_a_report() -> None:
    """The example in `docs/report-json.md` follows the schema."""
    text = (ROOT / "docs" / "report-json.md").read_text(encoding="utf-8")
    example = text.split("```json\n")[1].split("```")[0]

    jsonschema.validate(json.loads(example), schema(), registry=Registry())
