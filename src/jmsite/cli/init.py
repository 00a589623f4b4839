"""``jmsite init``: begin a project."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jmsite.edit.workflow import Workflow

LANGUAGES = ("en", "fr")
HOSTS = ("github", "gitlab", "none")
# What is said where something else publishes the one site of a repository.
_PUBLISHED = """\
  GitHub Pages holds one site for a repository, and {publisher} publishes it: this one only
  checks and comments. To publish both, add this step there, before its site is uploaded, and
  {project}/** to `paths` where it has them below `push`:

      - name: {title}
        working-directory: {folder}
        env:
          ADDRESS: ${{{{ steps.pages.outputs.base_url }}}}
        run: jmsite build --base-url "$ADDRESS/{name}" --site-dir "$RUNNER_TEMP/site/{name}\""""
# What a workflow cannot do by itself.
_ONCE = {
    "github": "In the settings of the repository, under Pages, choose “GitHub Actions” as source.",
    "gitlab": "Comments on merge requests need a token; the file says which.",
}


@click.command()
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True,
              help="The language of the example and of the site's own words.")  # fmt: skip
@click.option("--title", default="", help="The name of the site.")
@click.option("--ci", "host", type=click.Choice(HOSTS), default="none", show_default=True,
              help="Where the repository is: a workflow for it checks what is proposed and "
              "publishes what is merged.")  # fmt: skip
def command(folder: Path, language: str, title: str, host: str) -> None:
    """Begin a project in a folder, with a small example to change.

    DIR is made where it is missing; without it the project begins in the current folder.
    Nothing that exists is changed: a project that is there gets the workflow of --ci only.
    """
    from jmsite.cli.say import refuse
    from jmsite.edit.workflow import workflow_for
    from jmsite.files.tree import DEFAULT_CONFIGURATION

    workflow = None if host == "none" else workflow_for(folder, host)
    if workflow and (refusal := workflow.in_the_way):
        refuse(refusal)
    if workflow is None or not (folder / DEFAULT_CONFIGURATION).is_file():
        _begin(folder, language, title)
    if workflow:
        _add(workflow)


def _begin(folder: Path, language: str, title: str) -> None:
    """Write the starter and say what to do next."""
    from jmsite.cli.say import refuse, say
    from jmsite.edit.starter import write_starter
    from jmsite.files.refusals import Refusal
    from jmsite.today import this_day

    written = write_starter(folder, language, this_day(), title.strip())
    if isinstance(written, Refusal):
        refuse(written)
    say(_done(folder, written))


def _add(workflow: Workflow) -> None:
    """Write a workflow and say where it is, and what is left to do."""
    from jmsite.cli.say import refuse, say

    if refusal := workflow.write():
        refuse(refusal)
    say(f"Made {workflow.output.path} in {workflow.top}.\n{_left(workflow)}")


def _left(workflow: Workflow) -> str:
    """Return what is left to do by hand."""
    from jmsite.edit.scalars import scalar

    project = workflow.project
    if not workflow.publisher:
        return f"  {_ONCE[workflow.host]}"
    return _PUBLISHED.format(
        publisher=workflow.publisher,
        project=project,
        title=scalar(f"Build the site of {project}"),
        folder=scalar(project),
        name=Path(workflow.output.path).stem.removeprefix("journeys-"),
    )


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
