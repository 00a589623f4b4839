"""``jmsite build``: check a project and write its site."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NoReturn, get_args

import rich_click as click

from jmsite.cli import options
from jmsite.cli.check import FORMATS
from jmsite.cli.progress import progress
from jmsite.findings import FailOn

if TYPE_CHECKING:
    from jmsite.build import Memory
    from jmsite.change.past import Past
    from jmsite.checked import Checked
    from jmsite.files.refusals import Refusal
    from jmsite.files.target import Written
    from jmsite.files.tree import Tree
    from jmsite.findings import Finding
    from jmsite.versions.archive import Kept


@click.command()
@options.project_argument
@options.configuration
@click.option("-d", "--site-dir", type=click.Path(path_type=Path), help="Where the site goes "
              "instead of site/ beside the configuration.")  # fmt: skip
@options.strict
@click.option("--fail-on", type=click.Choice(get_args(FailOn)), help="The severity from which a "
              "gap fails, whatever fail_on says; a mistake always does.")  # fmt: skip
@options.content
@options.base_url
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="The form of "
              "the report.", show_default=True)  # fmt: skip
@click.option("-o", "--open", "open_it", is_flag=True, help="Open the site in the browser.")
@options.verbosity
def command(
    project: Path | None,
    config_file: Path | None,
    site_dir: Path | None,
    strict: bool,
    fail_on: FailOn | None,
    drafts: bool,
    today: date | None,
    base_url: str | None,
    form: str,
    open_it: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Check a project and write its site.

    Where the check fails nothing is written and the old site stays.
    """
    from jmsite.build import Memory, Options, check, look_back, may_write
    from jmsite.cli.output import report
    from jmsite.cli.say import refuse, say
    from jmsite.files.target import Written
    from jmsite.versions.archive import archive

    started, found = perf_counter(), options.project_of(project, config_file)
    target = site_dir or found.site
    if refusal := may_write(target, found.root):
        refuse(refusal)
    asked = Options(found.configuration, today, drafts, base_url)
    tree, memory = found.tree, Memory()
    checked, kept = archive(check(tree, asked, memory).failing_on(fail_on), tree, asked, memory)
    listed = checked.findings if verbose or form != "text" else checked.pressing(strict=strict)
    if listed or form != "text":
        say(report(checked, tree, listed, form, show_waived=verbose))
    if failed := checked.exit_code(strict=strict):
        _not_built(target, failed)
    past = look_back(checked, tree, memory).known()
    written = _write(checked, kept, tree, target, memory, past, quiet=quiet)
    if not isinstance(written, Written):
        _refused(written, target, lambda f: report(checked, tree, [f], form, show_waived=False))
    if not quiet:
        say(_done(checked, written, target, perf_counter() - started), error=form != "text")
        say(_unknown(past), error=True)
    if open_it:
        click.launch(str((target / "index.html").resolve()))


def _write(
    checked: Checked,
    kept: Sequence[Kept],
    tree: Tree,
    target: Path,
    memory: Memory,
    past: Past,
    *,
    quiet: bool,
) -> Refusal | Written | Finding:
    """Make the pages of a project and of its past states, tell how far they are, and write them."""
    from jmsite.build import render, write
    from jmsite.render.led import Leads
    from jmsite.versions.archive import pages_of, plan_versions

    with progress("Making pages", quiet=quiet) as tell:
        newest = render(checked, tree, memory, past)
        older = plan_versions(newest, checked, kept, memory)
        leads = Leads(tree, newest.paths)
        return write((*newest, *pages_of(older)), target, tell, leads)


def _unknown(past: Past) -> str:
    """Return what pages cannot tell of the history of the project, and why; empty for nothing."""
    if past.refused:
        return f"Pages tell nothing of the history, for git says: {past.refused}"
    if past.problem:
        return f"Pages do not tell what changed when, for git says: {past.problem}"
    if past.log.cut is None:
        return ""
    return (
        f"The history on the pages begins on {past.log.cut.day}: this clone is shallow. "
        "“git fetch --unshallow” brings the rest; in a workflow, “fetch-depth: 0”."
    )


def _refused(
    problem: Refusal | Finding, target: Path, report: Callable[[Finding], str]
) -> NoReturn:
    """Say what kept a site from being written: a folder, or a template that cannot be used."""
    from jmsite.cli.say import refuse, say
    from jmsite.findings import Finding

    if not isinstance(problem, Finding):
        refuse(problem)
    say(report(problem))
    _not_built(target, 1)


def _not_built(target: Path, code: int) -> NoReturn:
    from jmsite.cli.say import say

    say(f"The site was not built; {target} is as it was.", error=True)
    sys.exit(code)


def _done(checked: Checked, written: Written, target: Path, seconds: float) -> str:
    """Return what a build has done, and which file to open."""
    gaps = sum(finding.is_open_gap for finding in checked.findings)
    score = checked.outcome.scores.site.percent
    lines = [
        f"Built {written.files} files in {seconds:.2f} s, {written.changed} of them new or changed."
    ]
    if score is not None:
        told = f", {gaps} gap{'' if gaps == 1 else 's'} (“jmsite check” lists them)" if gaps else ""
        lines.append(f"The maps are {score}% complete{told}.")
    if written.kept:
        lines.append(f"Files that were put into the old site meanwhile are kept in {written.kept}.")
    lines.append(f"Open {target / 'index.html'}")
    return "\n".join(lines)
