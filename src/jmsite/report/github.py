"""Annotations in a pull request: workflow commands as GitHub Actions reads them."""

from __future__ import annotations

from jmsite.findings import Finding, Severity
from jmsite.report.harmless import encodable, harmless
from jmsite.report.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# What would end a line of a command, and the sign that escapes begin with.
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
# What would also end a property or the list of them.
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def render(report: Report) -> str:
    """Return a command for each finding that is not waived; nothing where there is none."""
    return "".join(_command(finding) + "\n" for finding in report.findings if not finding.waived)


def _command(finding: Finding) -> str:
    at = finding.location
    properties = {
        "file": at.path,
        "line": str(at.line),
        "col": str(at.column),
        "endColumn": str(at.column + at.length),
        "title": f"{finding.code} {finding.name}",
    }
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {said}::{_message(finding)}"


def _message(finding: Finding) -> str:
    places = [f"{related.location}: {related.message}" for related in finding.related]
    lines = [finding.message, finding.hint, *places]
    return "\n".join(map(harmless, filter(None, lines))).translate(_IN_MESSAGE)


def _property(value: str) -> str:
    return encodable(value).translate(_IN_PROPERTY)
