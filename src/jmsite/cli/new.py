"""``jmsite new``: a new file in the right place."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from jmsite.cli import options

if TYPE_CHECKING:
    from jmsite.model.kinds import Kind


@click.command()
@click.argument("kind", metavar="KIND")
@click.argument("name", metavar="ID")
@click.option("--channel", default="", help="The channel of a new touchpoint; else the first.")
@options.configuration
def command(kind: str, name: str, channel: str, config_file: Path | None) -> None:
    """Make the file of a new thing, with a comment for each field that it may hold.

    KIND is journey, phase, touchpoint, persona, channel, goal, kpi, source, opportunity or page.
    ID is the new id; that of a phase is journey/phase, that of a touchpoint
    journey/phase/touchpoint.
    """
    from jmsite.cli.say import refuse, say
    from jmsite.content.read import read_content
    from jmsite.edit.files import write_new
    from jmsite.edit.new import Wanted, new_file
    from jmsite.files.refusals import Refusal

    wanted = Wanted(kind_called(kind), name, channel)
    if channel and wanted.kind.name != "touchpoint":
        raise click.UsageError("--channel is for touchpoints")
    project = options.project_of(None, config_file)
    output = new_file(wanted, read_content(project.tree))
    if isinstance(output, Refusal):
        refuse(output)
    if refusal := write_new(project.root, [output]):
        refuse(refusal)
    say(f"Made {project.root / output.path}")


def kind_called(name: str) -> Kind:
    """Return the kind of a name; end the command with the nearest one where there is none."""
    from jmsite.model.kinds import BY_NAME

    if name.casefold() in BY_NAME:
        return BY_NAME[name.casefold()]
    near = difflib.get_close_matches(name.casefold(), BY_NAME, 1)
    hint = f"did you mean “{near[0]}”?" if near else f"known are {', '.join(BY_NAME)}"
    raise click.UsageError(f"there is no kind “{name}”; {hint}")
