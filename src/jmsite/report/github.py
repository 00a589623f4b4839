"""Annotations in a pull request: workflow commands as GitHub Actions reads them."""

from __future__ import annotations

from jmsite.findings import Finding, Location, Severity
from jmsite.report.harmless import encodable, harmless
from jmsite.report.report import Report
from jmsite.report.summary import fell

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# What would end a line of a command, and the sign that escapes begin with.
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
# What would also end a property or the list of them.
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def render(report: Report) -> str:
    """Return a command for each finding that is not waived; nothing where there is none.

    A journey whose score fell has one too. Paths are those of the repository.
    """
    commands = [_found(report, finding) for finding in report.findings if not finding.waived]
    falls = report.since.falls if report.since else ()
    commands += [_command("error", report.folder, at, "score", fell(fall)) for fall, at in falls]
    return "".join(f"{command}\n" for command in commands)


def _found(report: Report, finding: Finding) -> str:
    at = report.place(finding)
    title = f"{finding.code} {finding.name}"
    return _command(
        _COMMANDS[finding.severity], report.folder, at, title, *_lines(finding, moved=at)
    )


def _command(word: str, folder: str, at: Location, title: str, *lines: str) -> str:
    properties = {
        "file": f"{folder}{at.path}",
        "line": str(at.line),
        "col": str(at.column),
        "endColumn": str(at.column + at.length),
        "title": title,
    }
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = "\n".join(map(harmless, filter(None, lines))).translate(_IN_MESSAGE)
    return f"::{word} {said}::{message}"


def _lines(finding: Finding, moved: Location) -> list[str]:
    """Return what is said of a finding; where it is shown elsewhere also where it stands."""
    here = [] if moved == finding.location else [f"{finding.location}: this is what it is about"]
    places = [f"{related.location}: {related.message}" for related in finding.related]
    return [finding.message, finding.hint, *here, *places]


def _property(value: str) -> str:
    return encodable(value).translate(_IN_PROPERTY)
