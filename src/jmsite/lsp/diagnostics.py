"""Findings as an editor shows them: for each file its list, sent when it is another than before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from lsprotocol import types as lsp

from jmsite.findings import Finding, Severity
from jmsite.lsp.knowledge import Knowledge
from jmsite.lsp.projects import Project
from jmsite.lsp.units import Units

SOURCE = "jmsite"
_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFO: lsp.DiagnosticSeverity.Information,
}
# What is still missing is not wrong: a map that was just begun is no wall of warnings.
_SEVERITIES_OF_GAPS = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Information,
    Severity.INFO: lsp.DiagnosticSeverity.Hint,
}


def news(project: Project, units: Units) -> Mapping[str, list[lsp.Diagnostic]]:
    """Return what changed in what is to be shown, by address, and note that it is shown.

    Of files that are not open nothing but mistakes of form is shown, if they weigh: the gaps of a
    hundred other maps are no news to somebody who writes one.
    """
    now = _diagnostics(project, units)
    changed = {
        address: now.get(address, [])
        for address in {*now, *project.shown}
        if now.get(address, []) != project.shown.get(address, [])
    }
    project.shown = now
    return changed


def _diagnostics(project: Project, units: Units) -> dict[str, list[lsp.Diagnostic]]:
    found: dict[str, list[lsp.Diagnostic]] = defaultdict(list)
    known = project.knowledge
    for finding in known.findings if known else ():
        path = finding.location.path
        weighs = finding.is_form and finding.severity >= Severity.WARNING
        if known and (weighs or path in project.texts):
            found[project.address(path)].append(_diagnostic(finding, project, known, units))
    return dict(found)


def _diagnostic(
    finding: Finding, project: Project, known: Knowledge, units: Units
) -> lsp.Diagnostic:
    at = finding.location
    related = [
        lsp.DiagnosticRelatedInformation(
            lsp.Location(
                project.address(each.location.path),
                units.range_of(known.text(each.location.path), each.location),
            ),
            each.message,
        )
        for each in finding.related
    ]
    return lsp.Diagnostic(
        range=units.range_of(known.text(at.path), at),
        message=f"{finding.message}\n{finding.hint}".strip(),
        severity=(_SEVERITIES if finding.is_form else _SEVERITIES_OF_GAPS)[finding.severity],
        code=finding.code,
        source=SOURCE,
        related_information=related or None,
    )
