"""Code Quality: the report that GitLab shows in a merge request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jmsite.findings import Finding, Location, Severity
from jmsite.report.fingerprint import Fingerprints
from jmsite.report.report import Report
from jmsite.report.summary import fell
from jmsite.report.written import written

_WEIGHTS = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}

Object = dict[str, Any]


def render(report: Report) -> str:
    """Return a list in JSON: the findings that are not waived, and journeys whose score fell.

    Paths are those of the repository.
    """
    return written([*_findings(report), *_falls(report)])


def _findings(report: Report) -> Iterator[Object]:
    marks = Fingerprints()
    for finding in report.findings:
        if not finding.waived:
            weight, at = _WEIGHTS[finding.severity], report.place(finding)
            check = f"{finding.code} {finding.name}"
            yield _problem(report, _said(finding), check, marks.of(finding), weight, at)


def _falls(report: Report) -> Iterator[Object]:
    falls = report.since.falls if report.since else ()
    for fall, at in falls:
        mark = f"score:{fall.journey.written}"
        yield _problem(report, fell(fall), "score", mark, _WEIGHTS[Severity.ERROR], at)


def _said(finding: Finding) -> str:
    return ": ".join(filter(None, (finding.message, finding.hint)))


def _problem(report: Report, said: str, check: str, mark: str, weight: str, at: Location) -> Object:
    return {
        "description": said,
        "check_name": check,
        "fingerprint": mark,
        "severity": weight,
        "location": {"path": f"{report.folder}{at.path}", "lines": {"begin": at.line}},
    }
