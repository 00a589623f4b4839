"""SARIF 2.1.0: the report that code scanners and editors exchange."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from jmsite import __version__
from jmsite.findings import Finding, Location, Severity
from jmsite.report.fingerprint import Fingerprints
from jmsite.report.harmless import encodable
from jmsite.report.report import Report
from jmsite.report.written import written

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
# Paths are relative to the folder of jmsite.yml; whoever reads the report knows where that is.
BASE = "PROJECT"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

Object = dict[str, Any]


def render(report: Report) -> str:
    """Return the report as SARIF, which is JSON, with a newline at its end."""
    codes = sorted({finding.code for finding, _ in _told(report)})
    run = {
        "tool": {"driver": _driver(report, codes)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": {"text": "The folder of jmsite.yml"}}},
        "results": list(_results(report, codes)),
    }
    return written({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(report: Report, codes: list[str]) -> Object:
    rules = [_rule(code, report) for code in codes]
    return {"name": "jmsite", "version": __version__, "rules": rules}


def _rule(code: str, report: Report) -> Object:
    found = [finding for finding, _ in _told(report) if finding.code == code]
    name = found[0].name
    known = report.rules.get(code)
    summary = known.summary if known else name.replace("-", " ").capitalize()
    help_text = known.help if known else f"`jmsite explain {code}` says more."
    return {
        "id": code,
        "name": name,
        "shortDescription": {"text": summary},
        "help": {"text": help_text, "markdown": help_text},
        "defaultConfiguration": {"level": _LEVELS[max(finding.severity for finding in found)]},
    }


def _results(report: Report, codes: list[str]) -> Iterator[Object]:
    marks = Fingerprints()
    for finding, state in _told(report):
        yield {
            "ruleId": finding.code,
            "ruleIndex": codes.index(finding.code),
            "level": _LEVELS[finding.severity],
            "message": {"text": "\n".join(filter(None, (finding.message, finding.hint)))},
            "locations": [{"physicalLocation": _physical(finding.location)}],
            "partialFingerprints": {"ruleAndThing/v1": marks.of(finding)},
            # All results say whether they are accepted, or none may.
            "suppressions": _suppressions(finding),
            **_related(finding),
            **({"baselineState": state} if state else {}),
        }


def _told(report: Report) -> Iterator[tuple[Finding, str]]:
    """Yield what is reported; of a change also how each finding relates to the state before."""
    since = report.since
    yield from ((finding, "new" if since else "") for finding in report.findings)
    if since:
        yield from ((finding, "unchanged") for finding in since.older)
        yield from ((finding, "absent") for finding in since.closed)


def _physical(at: Location) -> Object:
    return {
        "artifactLocation": {"uri": quote(encodable(at.path)), "uriBaseId": BASE},
        "region": {
            "startLine": at.line,
            "startColumn": at.column,
            "endColumn": at.column + at.length,
        },
    }


def _related(finding: Finding) -> Object:
    if not finding.related:
        return {}
    places = [
        {
            "id": number,
            "message": {"text": related.message},
            "physicalLocation": _physical(related.location),
        }
        for number, related in enumerate(finding.related, start=1)
    ]
    return {"relatedLocations": places}


def _suppressions(finding: Finding) -> list[Object]:
    if not finding.waived:
        return []
    return [{"kind": "external", "justification": finding.waived}]
