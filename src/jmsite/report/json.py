"""The report that programs read; `docs/report-json.md` describes it and so does its schema."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any, Literal, cast

import msgspec
from msgspec import Meta, Struct

from jmsite.findings import Finding, Related
from jmsite.model.fields import says
from jmsite.report.report import Report, Since
from jmsite.report.written import written

if TYPE_CHECKING:
    from jmsite.change.ratchet import Fall

VERSION: Literal[1] = 1
DIALECT = "https://json-schema.org/draft/2020-12/schema"

Word = Literal["error", "warning", "info"]
Count = Annotated[int, Meta(ge=1)]
Percent = Annotated[int, Meta(ge=0, le=100)]


_PATH = says("Path", "The file, relative to the project, with `/`.", "content/channels.yml")
_LINE = says("Line", "The line, from 1.", 6)
_COLUMN = says("Column", "The column, from 1, in characters.", 1)
_PLACE = {"path": "content/channels.yml", "line": 1, "column": 1, "message": "the other is here"}


class Place(Struct, frozen=True, forbid_unknown_fields=True):
    """Another place that one has to know to mend a finding."""

    path: Annotated[str, _PATH]
    line: Annotated[Count, _LINE]
    column: Annotated[Count, _COLUMN]
    message: Annotated[str, says("Message", "What stands there.", "the other stands here")]


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that is wrong with a project or missing from it."""

    code: Annotated[
        Annotated[str, Meta(pattern=r"^JM\d{3}$")],
        says("Code", "The rule's code, which never changes.", "JM022"),
    ]
    name: Annotated[str, says("Name", "The rule's name.", "duplicate-id")]
    severity: Annotated[Word, says("Severity", "How much it weighs.", "error")]
    message: Annotated[
        str, says("Message", "What is wrong, in English.", "two channels have the id “press”")
    ]
    path: Annotated[str, _PATH]
    line: Annotated[Count, _LINE]
    column: Annotated[Count, _COLUMN]
    hint: Annotated[
        str,
        says(
            "Hint",
            "What to do about it; empty where there is no more.",
            "give one of them another id",
        ),
    ]
    related: Annotated[
        tuple[Place, ...],
        says("Related", "Other places that one has to know to mend it.", [_PLACE]),
    ]
    waived: Annotated[
        str | None,
        says(
            "Waived",
            "The reason why the owner accepts it, or null: it is not accepted.",
            "Sold online alone, on purpose.",
        ),
    ]


class Scores(Struct, frozen=True, forbid_unknown_fields=True):
    """The share of applicable checks that hold; null where no check applies."""

    site: Annotated[Percent | None, says("Site", "The score of the site, in per cent.", 71)]
    journeys: Annotated[
        dict[str, Percent | None],
        says("Journeys", "The scores of journeys, by id.", {"fairphone": 68, "repair": None}),
    ]
    phases: Annotated[
        dict[str, Percent | None],
        says("Phases", "The scores of phases, by `journey/phase`.", {"fairphone/decision": 50}),
    ]


class Fell(Struct, frozen=True, forbid_unknown_fields=True):
    """The score of a journey that fell."""

    before: Annotated[Percent, says("Before", "The score that it had, in per cent.", 78)]
    after: Annotated[Percent, says("After", "The score that it has, in per cent.", 71)]


class Change(Struct, frozen=True, forbid_unknown_fields=True):
    """What a report of a change says beside the findings that the change brings."""

    base: Annotated[str, says("Base", "The older state, as people call it.", "main (0d91258aa1)")]
    older: Annotated[
        Annotated[int, Meta(ge=0)],
        says("Older", "How many findings were there before; accepted ones do not count.", 117),
    ]
    closed: Annotated[
        tuple[Entry, ...],
        says("Closed", "The findings that are gone; their places are those of the base.", []),
    ]
    fell: Annotated[
        dict[str, Fell],
        says(
            "Fell",
            "The journeys whose score fell, by id; each of them fails the check.",
            {"fairphone": {"before": 78, "after": 71}},
        ),
    ]


class JsonReport(Struct, frozen=True, forbid_unknown_fields=True):
    """What jmsite found in a project."""

    version: Annotated[Literal[1], says("Version", "The version of this form.", 1)]
    findings: Annotated[
        tuple[Entry, ...],
        says(
            "Findings",
            "All findings, by path, line and column; of a change those that it brings.",
            [],
        ),
    ]
    scores: Annotated[
        Scores,
        says("Scores", "How complete the maps are.", {"site": 71, "journeys": {}, "phases": {}}),
    ]
    change: Annotated[
        Change | None,
        says("Change", "What `--base` asks for; null where a state is checked as it is.", None),
    ] = None


def render(report: Report) -> str:
    """Return the report as JSON that ends with a newline; letters stand as they are."""
    scores = report.scores
    whole = JsonReport(
        version=VERSION,
        findings=tuple(map(entry, report.findings)),
        scores=Scores(scores.site, dict(scores.journeys), dict(scores.phases)),
        change=_change(report.since) if report.since else None,
    )
    return written(msgspec.to_builtins(whole))


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the report."""
    (reference,), parts = msgspec.json.schema_components(
        (JsonReport,), ref_template="#/$defs/{name}"
    )
    return {"$schema": DIALECT, "title": "A report of jmsite", **reference, "$defs": parts}


def _change(since: Since) -> Change:
    return Change(
        base=since.base,
        older=len(since.older),
        closed=tuple(map(entry, since.closed)),
        fell=fell(fall for fall, _ in since.falls),
    )


def fell(falls: Iterable[Fall]) -> dict[str, Fell]:
    """Return journeys whose score fell as a report has them."""
    return {fall.journey.id: Fell(fall.before, fall.after) for fall in falls}


def entry(finding: Finding) -> Entry:
    """Return a finding as a report has it."""
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
