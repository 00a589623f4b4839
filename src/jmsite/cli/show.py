"""``jmsite show``: one thing, what it uses and what uses it."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from jmsite.cli import options

if TYPE_CHECKING:
    from jmsite.cli.project import ProjectFolder
    from jmsite.files.refusals import Refusal
    from jmsite.report.portrait import Portrait


@click.command()
@click.argument("name", metavar="ID")
@click.option("--kind", default="", help="The kind of the thing, where several have the id.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@options.configuration
def command(name: str, kind: str, as_json: bool, config_file: Path | None) -> None:
    """Show one thing: what it says, what it uses, what uses it, and what it lacks.

    ID is an id, journey/id for what stands inside a journey (steps, scenarios and pain points
    too), or the path of a file. Drafts are shown.
    """
    from jmsite.cli.kinds import kind_named
    from jmsite.cli.say import refuse, say
    from jmsite.files.refusals import Refusal
    from jmsite.report import portrait_text
    from jmsite.report.ink import Ink
    from jmsite.report.written import written

    wanted = kind_named(kind) if kind else ""
    shown = _portrait(options.project_of(None, config_file), name, wanted)
    if isinstance(shown, Refusal):
        refuse(shown)
    if as_json:
        say(written(portrait_text.data(shown)))
        return
    on_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if on_terminal else portrait_text.WIDE
    ink = Ink(color=on_terminal and not os.environ.get("NO_COLOR"))
    say(portrait_text.text(shown, width, ink))


def _portrait(project: ProjectFolder, name: str, kind: str) -> Portrait | Refusal:
    from jmsite.build import Memory, Options, check
    from jmsite.content.read import read_content
    from jmsite.edit.sources import Sources
    from jmsite.edit.things_called import thing_called
    from jmsite.files.refusals import Refusal
    from jmsite.report.portrait import portrait
    from jmsite.site.names import collect_names

    tree, memory = project.tree, Memory()
    content = read_content(tree, memory.load.shelf)
    names, _ = collect_names(content.documents, content.unread_kinds)
    sources = Sources(content, memory.load.project(tree, project.configuration), names)
    ref = thing_called(sources, name, kind)
    if isinstance(ref, Refusal):
        return ref
    checked = check(tree, Options(project.configuration, drafts=True), memory)
    return portrait(ref, names, checked.loaded.site, checked.findings)
