"""The flow as the preview takes it: load, check and plan, with every page made on request."""

from __future__ import annotations

from functools import partial

from jmsite.build import Memory, Options, check, look_back, render
from jmsite.checked import Checked
from jmsite.cli.gaps_shown import gaps_of
from jmsite.cli.output import report, text_of
from jmsite.cli.project import ProjectFolder
from jmsite.files.snapshot import Snapshot
from jmsite.files.tree import FolderTree, Tree
from jmsite.findings import Finding, Severity
from jmsite.preview.made import Made
from jmsite.preview.notice import SHOWN, problems_of
from jmsite.versions.together import together
from jmsite.words import Words


def make_site(
    project: ProjectFolder,
    options: Options,
    *,
    strict: bool,
    verbose: bool,
    memory: Memory | None = None,
    seen: Snapshot | None = None,
) -> Made:
    """Return the site of a project as its files are, or what keeps it from being shown.

    Errors of form do, and with ``strict`` every warning. A gap does not, whatever ``fail_on``
    says: somebody who fills gaps wants to see the map. With a ``memory`` only what changed since
    the last time is made again; ``seen`` are the files as they were looked at just now.
    """
    memory = memory or Memory()
    tree = FolderTree(project.root, project.configuration, seen)
    checked = check(tree, options, memory)
    asked = checked.findings if strict else checked.form
    held = tuple(finding for finding in asked if _holds_back(finding, strict=strict))
    told = partial(_told, checked, tree, held, verbose=verbose)
    words = Words(checked.loaded.settings.language)
    if held:
        return Made(problems=problems_of(held, partial(text_of, tree)), words=words, report=told)
    newest = render(checked, tree, memory, look_back(checked, tree, memory))
    pages = together(newest, checked, tree, options, memory)
    return Made(
        pages,
        pages.made_of,
        source=partial(text_of, tree),
        words=words,
        report=told,
        summary=partial(_summary, checked),
        gaps=partial(gaps_of, checked),
        steps=checked.outcome.in_steps,
    )


def _told(checked: Checked, tree: Tree, held: tuple[Finding, ...], *, verbose: bool) -> str:
    """Return what the terminal is told: what holds the site back, else warnings of form.

    As on the page these are the first ones, without the scores of a hundred journeys: a wall at a
    save is read by nobody.
    """
    listed = checked.findings if verbose else held or _warnings(checked)
    first = listed if verbose else listed[:SHOWN]
    said, more = "", len(listed) - len(first)
    if first:
        said = report(checked, tree, first, "text", show_waived=verbose, show_scores=verbose)
    return f"{said}and {more} more: `jmsite check` lists them all\n" if more else said


def _holds_back(finding: Finding, *, strict: bool) -> bool:
    if finding.waived:
        return False
    if finding.is_mistake:
        return True
    return strict and finding.severity >= Severity.WARNING


def _warnings(checked: Checked) -> tuple[Finding, ...]:
    return tuple(f for f in checked.form if f.severity is Severity.WARNING)


def _summary(checked: Checked) -> str:
    """Return how complete the maps are, as the end of a line."""
    gaps = sum(finding.is_open_gap for finding in checked.findings)
    told = f"{gaps} gap{'' if gaps == 1 else 's'}" if gaps else "no gaps"
    score = checked.outcome.scores.site.percent
    return told if score is None else f"{score}% complete, {told}"
