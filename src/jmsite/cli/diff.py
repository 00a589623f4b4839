"""``jmsite diff``: say what changed in the journeys between two states of a project."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from jmsite.cli import options

if TYPE_CHECKING:
    from jmsite.change.telling import Telling
    from jmsite.review import Review

FORMATS = ("text", "markdown")


@click.command()
@click.argument("base", required=False)
@click.argument("head", required=False)
@options.configuration
@click.option("--format", "form", type=click.Choice(FORMATS), default="text",
              help="The form of what is said.", show_default=True)  # fmt: skip
@options.content
def command(
    base: str | None,
    head: str | None,
    config_file: Path | None,
    form: str,
    drafts: bool,
    today: date | None,
) -> None:
    """Say what changed in the journeys, not in the lines.

    BASE and HEAD are commits (a branch, a tag) or folders. Without HEAD the work tree is compared,
    without BASE it is with where the work left the main line: origin/HEAD, main or master. Both
    are judged by the newer configuration. Nothing is written and nothing checked out.
    """
    from jmsite.build import Options
    from jmsite.cli.revisions import base_of, state_of
    from jmsite.cli.say import say
    from jmsite.review import review

    project = options.project_of(None, config_file)
    states = base_of(project, base), state_of(project, head)
    found = review(*states, Options(project.configuration, today, drafts))
    say(_said(_telling(found), form))


def _telling(found: Review) -> Telling:
    from jmsite.change.telling import Telling
    from jmsite.words import Words

    words = Words(found.after.loaded.settings.language)
    return Telling(found.diff, words, len(found.after.mistakes), len(found.before.mistakes))


def _said(telling: Telling, form: str) -> str:
    from jmsite.report.changes_markdown import markdown
    from jmsite.report.changes_text import text
    from jmsite.report.ink import Ink

    if form == "markdown":
        return markdown(telling)
    color = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return text(telling, Ink(color))
