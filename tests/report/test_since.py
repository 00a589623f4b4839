"""The report of a change: what it brings in full, and the rest as counts."""

import json
from dataclasses import replace

import jsonschema
import pytest
from referencing import Registry

from jmsite.change.ratchet import Fall
from jmsite.findings import Finding, Location, Severity
from jmsite.model.ids import Ref
from jmsite.report import FORMATS, Report, ScoreTable, Since
from jmsite.report.json import schema
from tests.report.test_sarif import STANDARD


def _finding(name: str, line: int = 1) -> Finding:
    return Finding(
        "JM202", "some", Severity.WARNING, f"{name} lacks something", Location(f"{name}.md", line),
        about=(f"persona/{name}",),
    )  # fmt: skip


FALL = Fall(Ref("journey", "buying"), "Buying *a bike*", 78, 71)
CHANGE = Report(
    findings=(_finding("new", 9),),
    scores=ScoreTable(site=70, journeys={"buying": 71}, phases={}),
    since=Since(
        "main (0123456789)",
        older=(_finding("old"), _finding("other")),
        closed=(_finding("closed"),),
        falls=((FALL, Location("content/journeys/buying/index.md", 4)),),
    ),
)


def test_as_text() -> None:
    """People are told what is new, which scores fell, and how much else there is."""
    assert FORMATS["text"](CHANGE) == (
        "new.md:9:1: warning JM202 some: new lacks something\n\n"
        "error: the score of “Buying a bike” falls from 78% to 71%, and that fails\n\n"
        "1 warning new since main (0123456789) · 1 closed"
        " · 2 older findings (“jmsite check” lists them) · score 70%\n"
    )


def test_as_text_without_anything_new() -> None:
    """One line says so."""
    nothing = replace(CHANGE, findings=(), since=Since("v1"))

    assert FORMATS["text"](nothing) == "Nothing new since v1 · score 70%\n"


def test_as_text_with_what_is_accepted() -> None:
    """It is counted, and listed for those who ask."""
    waived = replace(CHANGE, findings=(replace(_finding("new"), waived="So."),), since=Since("v1"))

    assert FORMATS["text"](waived) == "Nothing new since v1 (1 waived) · score 70%\n"


def test_for_a_pull_request() -> None:
    """A finding is shown at its place among the changed lines, under the path in the repository."""
    shown = replace(CHANGE, place=lambda _finding: Location("else.md", 3), folder="maps/")

    assert FORMATS["github"](shown) == (
        "::warning file=maps/else.md,line=3,col=1,endColumn=2,title=JM202 some"
        "::new lacks something%0Anew.md:9:1: this is what it is about\n"
        "::error file=maps/content/journeys/buying/index.md,line=4,col=1,endColumn=2,title=score"
        "::the score of “Buying a bike” falls from 78%25 to 71%25, and that fails\n"
    )


def test_as_json() -> None:
    """Programs are given what is closed in full, and it follows the schema."""
    report = json.loads(FORMATS["json"](CHANGE))

    jsonschema.Draft202012Validator(schema(), registry=Registry()).validate(report)
    assert [finding["path"] for finding in report["findings"]] == ["new.md"]
    assert [finding["path"] for finding in report["change"].pop("closed")] == ["closed.md"]
    assert report["change"] == {
        "base": "main (0123456789)",
        "older": 2,
        "fell": {"buying": {"before": 78, "after": 71}},
    }


def test_as_sarif() -> None:
    """Each result says how it relates to the state before, as the standard has it."""
    report = json.loads(FORMATS["sarif"](CHANGE))
    results = report["runs"][0]["results"]

    jsonschema.Draft202012Validator(STANDARD, registry=Registry()).validate(report)
    assert [result["baselineState"] for result in results] == [
        "new", "unchanged", "unchanged", "absent",
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_what_is_old_is_not_listed(form: str) -> None:
    """It was there before, and nobody who reads about a change put it there."""
    assert "old.md" not in FORMATS[form](CHANGE)
