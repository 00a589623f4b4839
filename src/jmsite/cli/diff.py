"""``jmsite diff``: say what changed in the journeys between two states of a project."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from jmsite.cli import options

if TYPE_CHECKING:
    from jmsite.build import Options
    from jmsite.change.ratchet import Verdict
    from jmsite.change.telling import Telling
    from jmsite.files.tree import Tree
    from jmsite.review import Review, State

FORMATS = ("text", "markdown", "json", "html")
# Those that say whether a check of the change fails.
JUDGING = ("markdown", "json")


@click.command()
@click.argument("base", required=False)
@click.argument("head", required=False)
@options.configuration
@click.option("--format", "form", type=click.Choice(FORMATS), default="text",
              help="The form of what is said.", show_default=True)  # fmt: skip
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path),
              help="The file to write, instead of the terminal.")  # fmt: skip
@options.content
def command(
    base: str | None,
    head: str | None,
    config_file: Path | None,
    form: str,
    output: Path | None,
    drafts: bool,
    today: date | None,
) -> None:
    """Say what changed in the journeys, not in the lines.

    BASE and HEAD are commits (a branch, a tag) or folders. Without HEAD the work tree is compared,
    without BASE it is with where the work left the main line: origin/HEAD, main or master. Both
    are judged by the newer configuration. Nothing is written and nothing checked out.
    """
    from jmsite.build import Options
    from jmsite.cli.revisions import base_of, project_around, state_of
    from jmsite.cli.say import say
    from jmsite.files.git import GitError
    from jmsite.review import review

    project = project_around(config_file, base, head)
    states = base_of(project, base), state_of(project, head)
    asked = Options(project.configuration, today, drafts)
    try:
        _refuse_nothing(project.configuration, *states)
        found = review(*states, asked)
        verdict = _verdict(found, *states, asked) if form in JUDGING else None
        on_terminal = output is None and sys.stdout.isatty()
        said = _said(_telling(found), form, verdict, project.tree, color=on_terminal)
    except GitError as error:
        raise click.UsageError(str(error)) from error
    if output is None:
        say(said)
    else:
        _write(output, said)


def _refuse_nothing(configuration: str, *states: State) -> None:
    from jmsite.review import has_project

    if not any(has_project(state.tree, configuration) for state in states):
        names = " nor in ".join(state.name for state in states)
        raise click.UsageError(f"there is no {configuration} here in {names}")


def _telling(found: Review) -> Telling:
    from jmsite.change.telling import Telling
    from jmsite.words import Words

    words = Words(found.after.loaded.settings.language)
    return Telling(found.diff, words)


def _verdict(found: Review, before: State, after: State, asked: Options) -> Verdict | None:
    """Return on what ``jmsite check --base`` fails; it asks which versions there are as well."""
    from jmsite.review import verdict
    from jmsite.versions.find import with_names_checked

    checked = with_names_checked(found.after, after.tree)
    return verdict(replace(found, after=checked), before, asked)


def _write(output: Path, said: str) -> None:
    try:
        output.write_text(said, encoding="utf-8")
    except OSError as error:
        raise click.UsageError(f"cannot write {output}: {error.strerror}") from error


def _said(telling: Telling, form: str, verdict: Verdict | None, tree: Tree, *, color: bool) -> str:
    from jmsite.report.changes_text import text
    from jmsite.report.ink import Ink

    if form == "html":
        from jmsite.cli.diff_page import page

        return page(telling)
    if form == "json":
        from jmsite.report.changes_json import changes_as_json

        return changes_as_json(telling, verdict)
    if form == "markdown":
        from jmsite.cli.output import folder_of
        from jmsite.report.changes_markdown import markdown

        return markdown(telling, verdict, folder_of(tree).rstrip("/"))
    return text(telling, Ink(color and not os.environ.get("NO_COLOR")))
