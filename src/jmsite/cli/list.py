"""``jmsite list``: what there is in a project."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from jmsite.cli import options

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jmsite.cli.project import ProjectFolder
    from jmsite.report.inventory import Listed


@click.command()
@click.argument("kind", required=False, metavar="[KIND]")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@options.configuration
def command(kind: str | None, as_json: bool, config_file: Path | None) -> None:
    """List what there is: ids, titles, files, and the figures that matter.

    KIND is a kind such as journey, phase or persona, or what has an id inside them: step,
    scenario or pain-point. Without it all that is unique in the site is listed, drafts too. A
    terminal shows a table; into a pipe go lines with tabs: kind, id, title, file, and facts such
    as phases=4.
    """
    from jmsite.cli.kinds import kind_named
    from jmsite.cli.say import say
    from jmsite.report.inventory import WIDE_KINDS, as_data, as_line
    from jmsite.report.written import written

    kinds = (kind_named(kind),) if kind else WIDE_KINDS
    groups, errors = _listed(options.project_of(None, config_file), kinds)
    every = [one for group in groups.values() for one in group]
    if as_json:
        say(written([as_data(one) for one in every]))
    elif sys.stdout.isatty():
        say(_shown(groups))
    else:
        say("\n".join(map(as_line, every)))
    say(_missing(groups, errors), error=True)


def _listed(
    project: ProjectFolder, kinds: Sequence[str]
) -> tuple[Mapping[str, Sequence[Listed]], int]:
    """Return the things of some kinds, and how many errors of form there are.

    Drafts are listed, and scores are those of the published site, as all other commands say.
    """
    from dataclasses import replace

    from jmsite.build import Memory, Options, check
    from jmsite.findings import Severity
    from jmsite.report.inventory import has_drafts, listed

    tree, memory = project.tree, Memory()
    asked = Options(project.configuration, drafts=True)
    shown = check(tree, asked, memory)
    site, published = shown.loaded.site, shown
    if has_drafts(site):
        published = check(tree, replace(asked, drafts=False), memory)
    errors = sum(finding.severity is Severity.ERROR for finding in shown.form)
    return {kind: tuple(listed(site, published.outcome, kind)) for kind in kinds}, errors


def _missing(groups: Mapping[str, Sequence[Listed]], errors: int) -> str:
    """Return what to know of a list beside what is in it."""
    lines = []
    if errors:
        word = "error" if errors == 1 else "errors"
        lines.append(
            f"{errors} {word} of form: what is wrong is left out; `jmsite check` tells it."
        )
    if not any(groups.values()):
        kind = next(iter(groups)).replace("-", " ")
        begin = "There is nothing yet; begin with `jmsite new journey my-journey`."
        lines.append(f"There is no {kind} yet." if len(groups) == 1 else begin)
    return "\n".join(lines)


def _shown(groups: Mapping[str, Sequence[Listed]]) -> str:
    """Return tables for the terminal."""
    from jmsite.report.ink import Ink
    from jmsite.report.table import tables

    width = shutil.get_terminal_size().columns
    return tables(groups, width, Ink(color=not os.environ.get("NO_COLOR")))
