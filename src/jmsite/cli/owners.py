"""``jmsite owners``: who answers for what."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from jmsite.cli import options

if TYPE_CHECKING:
    from jmsite.checked import Checked


@click.command()
@click.option("--codeowners", is_flag=True, help="Print the lines of a CODEOWNERS file, by which "
              "hosts ask the owners of a journey for a review.")  # fmt: skip
@options.configuration
def command(*, codeowners: bool, config_file: Path | None) -> None:
    """List the owners and what they answer for, drafts too.

    What names no owner belongs to that of what it stands in. A terminal shows paragraphs; into a
    pipe go lines with tabs: owner, handle, kind, id, file. For --codeowners the handles come from
    `owners:` in the configuration.
    """
    from jmsite.build import Options, check
    from jmsite.cli.say import say

    project = options.project_of(None, config_file)
    checked = check(project.tree, Options(project.configuration, drafts=True))
    if codeowners:
        _print_codeowners(checked, project.root)
    else:
        _print_list(checked)
    if checked.mistakes:
        word = "error" if len(checked.mistakes) == 1 else "errors"
        left_out = "what is wrong is left out; `jmsite check` tells it."
        say(f"{len(checked.mistakes)} {word} of form: {left_out}", error=True)


def _print_list(checked: Checked) -> None:
    from jmsite.cli.say import say
    from jmsite.report.owners import as_lines, as_text

    site = checked.loaded.site
    for_people = sys.stdout.isatty()
    told = "\n\n".join(as_text(site)) if for_people else "\n".join(as_lines(site))
    say(told)
    if not told:
        say("Nothing names an owner yet: write `owner:` into a journey.", error=True)


def _print_codeowners(checked: Checked, root: Path) -> None:
    from jmsite.cli.say import say
    from jmsite.files.git import GitError, find_repository
    from jmsite.report.owners import codeowners, without_handle

    site = checked.loaded.site
    try:
        repository = find_repository(root)
    except GitError as error:
        say(f"{error}: the paths are those from the folder of the project", error=True)
        repository = None
    say("\n".join(codeowners(site, repository.prefix if repository else "")))
    for name in without_handle(site):
        hint = f"add it below owners: in {checked.loaded.configuration}"
        say(f"“{name}” has no handle, so nobody is asked; {hint}", error=True)
