"""The report that programs read; `docs/report-json.md` describes it and so does its schema."""

from __future__ import annotations

from typing import Annotated, Any, Literal, cast

import msgspec
from msgspec import Meta, Struct

from jmsite.findings import Finding, Related
from jmsite.report.report import Report
from jmsite.report.written import written

VERSION: Literal[1] = 1
DIALECT = "https://json-schema.org/draft/2020-12/schema"

Word = Literal["error", "warning", "info"]
Count = Annotated[int, Meta(ge=1)]
Percent = Annotated[int, Meta(ge=0, le=100)]


class Place(Struct, frozen=True, forbid_unknown_fields=True):
    """Another place that one has to know to mend a finding."""

    path: Annotated[str, Meta(description="The file, relative to the project, with `/`.")]
    line: Annotated[Count, Meta(description="The line, from 1.")]
    column: Annotated[Count, Meta(description="The column, from 1, in characters.")]
    message: Annotated[str, Meta(description="What stands there.")]


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that is wrong with a project or missing from it."""

    code: Annotated[
        str, Meta(description="The rule's code, which never changes.", pattern=r"^JM\d{3}$")
    ]
    name: Annotated[str, Meta(description="The rule's name.")]
    severity: Annotated[Word, Meta(description="How much it weighs.")]
    message: Annotated[str, Meta(description="What is wrong, in English.")]
    path: Annotated[str, Meta(description="The file, relative to the project, with `/`.")]
    line: Annotated[Count, Meta(description="The line, from 1.")]
    column: Annotated[Count, Meta(description="The column, from 1, in characters.")]
    hint: Annotated[str, Meta(description="What to do about it; empty where there is no more.")]
    related: Annotated[
        tuple[Place, ...], Meta(description="Other places that one has to know to mend it.")
    ]
    waived: Annotated[
        str | None,
        Meta(description="The reason why the owner accepts it, or null: it is not accepted."),
    ]


class Scores(Struct, frozen=True, forbid_unknown_fields=True):
    """The share of applicable checks that hold; null where no check applies."""

    site: Annotated[Percent | None, Meta(description="The score of the site, in per cent.")]
    journeys: Annotated[
        dict[str, Percent | None], Meta(description="The scores of journeys, by id.")
    ]
    phases: Annotated[
        dict[str, Percent | None], Meta(description="The scores of phases, by `journey/phase`.")
    ]


class JsonReport(Struct, frozen=True, forbid_unknown_fields=True):
    """What jmsite found in a project."""

    version: Annotated[Literal[1], Meta(description="The version of this form.")]
    findings: Annotated[
        tuple[Entry, ...], Meta(description="All findings, by path, line and column.")
    ]
    scores: Annotated[Scores, Meta(description="How complete the maps are.")]


def render(report: Report) -> str:
    """Return the report as JSON that ends with a newline; letters stand as they are."""
    scores = report.scores
    whole = JsonReport(
        version=VERSION,
        findings=tuple(map(_entry, report.findings)),
        scores=Scores(scores.site, dict(scores.journeys), dict(scores.phases)),
    )
    return written(msgspec.to_builtins(whole))


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the report."""
    (reference,), parts = msgspec.json.schema_components(
        (JsonReport,), ref_template="#/$defs/{name}"
    )
    return {"$schema": DIALECT, "title": "A report of jmsite", **reference, "$defs": parts}


def _entry(finding: Finding) -> Entry:
    return Entry(
        code=finding.code,
        name=finding.name,
        severity=cast("Word", finding.severity.word),
        message=finding.message,
        path=finding.location.path,
        line=finding.location.line,
        column=finding.location.column,
        hint=finding.hint,
        related=tuple(map(_place, finding.related)),
        waived=finding.waived or None,
    )


def _place(related: Related) -> Place:
    at = related.location
    return Place(at.path, at.line, at.column, related.message)
