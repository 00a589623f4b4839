"""``jmsite init``: begin a project."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

if TYPE_CHECKING:
    from collections.abc import Sequence

LANGUAGES = ("en", "fr")


@click.command()
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True,
              help="The language of the example and of the site's own words.")  # fmt: skip
@click.option("--title", default="", help="The name of the site.")
def command(folder: Path, language: str, title: str) -> None:
    """Begin a project in a folder, with a small example to change.

    DIR is made where it is missing; without it the project begins in the current folder.
    Nothing that exists is changed.
    """
    from jmsite.cli.say import refuse, say
    from jmsite.edit.starter import write_starter
    from jmsite.files.refusals import Refusal
    from jmsite.today import this_day

    written = write_starter(folder, language, this_day(), title.strip())
    if isinstance(written, Refusal):
        refuse(written)
    say(_done(folder, written))


def _done(folder: Path, written: Sequence[str]) -> str:
    """Return what was made and, in three lines, what to do next."""
    here = folder.resolve() == Path.cwd()
    argument = "" if here else f" {shlex.quote(os.fspath(folder))}"
    journey = next(path for path in written if path.startswith("content/journeys/"))
    kept = "" if ".gitignore" in written else " Add /site/ to your .gitignore."
    return (
        f"Made a project of {len(written)} files in {folder.resolve()}.{kept}\n"
        f"  jmsite serve{argument}  shows the site and follows your changes\n"
        f"  jmsite check{argument}  says what is wrong and what is missing\n"
        f"  Begin with {folder / 'content/journeys' / journey.split('/')[2] / 'index.md'}"
    )
