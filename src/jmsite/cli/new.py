"""``jmsite new``: new files in the right place."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from jmsite.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jmsite.cli.project import ProjectFolder
    from jmsite.edit.new import New, Wanted
    from jmsite.files.refusals import Refusal
    from jmsite.model.kinds import Kind

# The kinds that each option is for, where it is not for all.
_ONLY_FOR = {
    "channel": ("touchpoint",),
    "after": ("phase", "touchpoint"),
    "phases": ("journey",),
    "state": ("journey",),
    "origin": ("journey",),
}


@click.command()
@click.argument("kind", metavar="KIND")
@click.argument("name", metavar="NAME", nargs=-1, required=True)
@click.option("--title", default="", help="What it is called, where the name does not say it.")
@click.option("--phases", default="", metavar="PHASES", help="The phases of a new journey: how "
              "many, or their titles with commas between.")  # fmt: skip
@click.option("--from", "origin", default="", metavar="JOURNEY", help="A journey to begin from: "
              "its phases, steps and touchpoints, without what is known of them.")  # fmt: skip
@click.option("--state", type=click.Choice(("current", "future")), help="Whether a new journey "
              "shows how things are or how they shall be.")  # fmt: skip
@click.option("--channel", default="", help="The channel of a new touchpoint; else the first.")
@click.option("--after", default="", metavar="ID", help="The phase or touchpoint that the new one "
              "comes behind; else it comes last.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Say what would be made and make nothing.")
@options.configuration
def command(
    kind: str, name: tuple[str, ...], config_file: Path | None, **given: str | bool | None
) -> None:
    """Make the files of a new thing, with its fields to fill in.

    KIND is journey, phase, touchpoint, persona, channel, goal, kpi, source, opportunity or page.
    NAME is the new id, or a title that makes one; that of a phase is journey/phase, that of a
    touchpoint journey/phase/touchpoint. Nothing that exists is changed.
    """
    from jmsite.cli.say import refuse, say
    from jmsite.edit.files import write_new
    from jmsite.edit.new import Wanted
    from jmsite.files.refusals import Refusal

    dry_run = bool(given.pop("dry_run"))
    said = {key: str(value) for key, value in given.items() if value}
    wanted = Wanted(_kind_for(kind, said), _one(name), **said)
    project = options.project_of(None, config_file)
    made = _made(wanted, project)
    if not isinstance(made, Refusal) and not dry_run:
        made = write_new(project.root, made.outputs) or made
    if isinstance(made, Refusal):
        refuse(made)
    say("\n".join(_told(made, project.root, dry_run=dry_run)))


def _one(words: tuple[str, ...]) -> str:
    """Return a name; end the command where it came as several words."""
    if len(words) > 1:
        raise click.UsageError('put a name or a title of several words in quotes: "Buying a bike"')
    return words[0]


def _kind_for(name: str, given: dict[str, str]) -> Kind:
    """Return the kind of a name; end the command where an option is not for it."""
    from jmsite.cli.kinds import kind_named
    from jmsite.model.kinds import BY_NAME

    kind = BY_NAME.get(kind_named(name))
    if kind is None:
        raise click.UsageError(f"a {name} has no file of its own; it is written in a journey")
    for option in given.keys() & _ONLY_FOR.keys():
        if kind.name not in _ONLY_FOR[option]:
            written = "from" if option == "origin" else option
            plural = " and ".join(f"{each}s" for each in _ONLY_FOR[option])
            raise click.UsageError(f"--{written} is for {plural}")
    if "origin" in given and "phases" in given:
        raise click.UsageError("--from brings phases along; give --phases or --from")
    return kind


def _made(wanted: Wanted, project: ProjectFolder) -> New | Refusal:
    from jmsite.edit.new import new_files, tree_for
    from jmsite.edit.sources import read_sources

    tree = tree_for(wanted, project.tree)
    return new_files(wanted, read_sources(tree, project.configuration))


def _told(made: New, root: Path, *, dry_run: bool) -> list[str]:
    """Return what was made, a line for each file, and what to do next."""
    word = "Would make" if dry_run else "Made"
    lines = [f"{word} {_from_here(root, output.path)}" for output in made.outputs]
    lines += [made.remark] if made.remark else []
    if dry_run:
        return lines
    steps = list(_next_steps(made, root))
    width = max(len(command) for command, _ in steps)
    return [*lines, *(f"  {command:<{width}}  {meaning}" for command, meaning in steps)]


def _next_steps(made: New, root: Path) -> Iterator[tuple[str, str]]:
    """Yield commands that lead on from what was made, each with what it does."""
    if made.phase:
        yield f"jmsite new touchpoint {made.phase}/…", "adds a touchpoint"
    for kind in made.grows_by:
        yield f"jmsite new {kind} {made.name.path}/…", f"adds a {kind}"
    if made.unnamed:
        yield f"jmsite rename {made.phase} …", "gives a phase another id; its title is in its file"
    place = shlex.quote(_from_here(root, made.folder))
    yield f"jmsite check {place}", "says what is still missing"


def _from_here(root: Path, path: str) -> str:
    """Return a path of the project as one types it in the folder one is in."""
    inside = Path.cwd().is_relative_to(root.resolve())
    return os.path.relpath(root / path) if inside else os.fspath(root / path)
