"""The flow as the preview takes it: load, check and plan, with every page made on request."""

from __future__ import annotations

from functools import partial

from jmsite.build import Checked, Options, check, render
from jmsite.cli.gaps_shown import gaps_of
from jmsite.cli.output import report, text_of
from jmsite.cli.project import ProjectFolder
from jmsite.findings import Finding, Severity
from jmsite.preview.made import Made
from jmsite.preview.notice import problems_of


def make_site(project: ProjectFolder, options: Options, *, strict: bool, verbose: bool) -> Made:
    """Return the site of a project as its files are now, or what keeps it from being shown.

    Errors of form do, and with ``strict`` every warning. A gap does not, whatever ``fail_on``
    says: somebody who fills gaps wants to see the map.
    """
    tree = project.tree
    checked = check(tree, options)
    held = tuple(finding for finding in checked.findings if _holds_back(finding, strict=strict))
    listed = checked.findings if verbose else held or _warnings(checked)
    told = partial(report, checked, tree, listed, "text", show_waived=verbose) if listed else str
    if held:
        return Made(problems=problems_of(held, partial(text_of, tree)), report=told)
    return Made(
        {page.path: page.render for page in render(checked, tree)},
        report=told,
        summary=partial(_summary, checked),
        gaps=partial(gaps_of, checked),
    )


def _holds_back(finding: Finding, *, strict: bool) -> bool:
    if finding.waived:
        return False
    if finding.is_form and finding.severity is Severity.ERROR:
        return True
    return strict and finding.severity >= Severity.WARNING


def _warnings(checked: Checked) -> tuple[Finding, ...]:
    return tuple(f for f in checked.findings if f.is_form and f.severity is Severity.WARNING)


def _summary(checked: Checked) -> str:
    """Return how complete the maps are, as the end of a line."""
    gaps = sum(1 for finding in checked.findings if not finding.is_form and not finding.waived)
    told = f"{gaps} gap{'' if gaps == 1 else 's'}" if gaps else "no gaps"
    score = checked.outcome.scores.site.percent
    return told if score is None else f"{score} % complete, {told}"
