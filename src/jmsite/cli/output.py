"""How commands speak: findings in the form that was asked for, colours only where they help."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from functools import partial

from jmsite.checked import Checked
from jmsite.checklist import BY_CODE
from jmsite.checklist.score import Scores
from jmsite.files.tree import FolderTree, Tree
from jmsite.files.walk import UnreadableFile
from jmsite.findings import Finding
from jmsite.forms import FORMS
from jmsite.report import FORMATS, Report, RuleText, ScoreTable, Since
from jmsite.report.report import ITS_OWN, Place


def report(
    checked: Checked,
    tree: Tree,
    findings: Iterable[Finding],
    form: str,
    *,
    show_waived: bool,
    show_scores: bool = True,
    since: Since | None = None,
    place: Place = ITS_OWN,
) -> str:
    """Return a report of findings in a form such as ``text`` or ``json``.

    With ``since`` they are those that a change brings; ``place`` is where to show each of them.
    """
    in_text = form == "text"
    on_terminal = in_text and sys.stdout.isatty()
    return FORMATS[form](
        Report(
            findings=tuple(findings),
            scores=ScoreTable()
            if not show_scores or (in_text and _broken(checked))
            else score_table(checked.outcome.scores),
            source=partial(text_of, tree),
            rules=rule_texts() if form == "sarif" else {},
            color=on_terminal and not os.environ.get("NO_COLOR"),
            width=shutil.get_terminal_size().columns if on_terminal else None,
            show_waived=show_waived,
            since=since,
            place=place,
            folder=folder_of(tree) if form in ("github", "gitlab") else "",
        )
    )


def folder_of(tree: Tree) -> str:
    """Return the folder of a project in its repository, with ``/``; empty where it is in none."""
    from jmsite.files.git import GitError, find_repository

    try:
        found = find_repository(tree.root) if isinstance(tree, FolderTree) else None
    except GitError:
        found = None
    return found.prefix if found else ""


def _broken(checked: Checked) -> bool:
    """Tell whether things were left out as wrong: people are told no score of the rest then."""
    return any(finding.is_mistake for finding in checked.findings)


def score_table(scores: Scores) -> ScoreTable:
    """Return scores as reports show them."""
    return ScoreTable(
        site=scores.site.percent,
        journeys={id_: score.percent for id_, score in scores.journeys.items()},
        phases={ref.written: score.percent for ref, score in scores.phases.items()},
    )


def rule_texts() -> Mapping[str, RuleText]:
    """Return what every rule and every mistake of form is, by code."""
    forms = {code: RuleText(form.what, form.what) for code, form in FORMS.items()}
    return forms | {
        code: RuleText(rule.summary, rule.documentation.strip()) for code, rule in BY_CODE.items()
    }


def text_of(tree: Tree, path: str) -> str | None:
    """Return a source file as text, for code frames; None where that cannot be."""
    try:
        data = tree.read(path)
    except (KeyError, UnreadableFile):
        return None
    return None if b"\0" in data else data.decode("utf-8-sig", "replace")
