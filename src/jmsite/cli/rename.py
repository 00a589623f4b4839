"""``jmsite rename``: another id, with everything that names it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from jmsite.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jmsite.edit.changes import Edit, Plan
    from jmsite.edit.sources import Sources


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--kind", default="", help="The kind of the thing, where several have the id.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@options.configuration
def command(old: str, new: str, kind: str, dry_run: bool, config_file: Path | None) -> None:
    """Give a thing another id: its file, every reference and every link to it.

    OLD is an id, journey/id for what stands inside a journey, or the path of a file; NEW is the
    new id alone. The old id stays as an alias, so that addresses that are out in the world lead on.
    Either all of it is done or nothing.
    """
    from jmsite.cli.kinds import kind_named
    from jmsite.cli.say import refuse, say
    from jmsite.edit.rename import plan_rename
    from jmsite.edit.rename_refusals import done_by_hand
    from jmsite.edit.sources import read_sources
    from jmsite.edit.things_called import thing_called
    from jmsite.edit.write_plan import write_plan
    from jmsite.files.refusals import Refusal

    project = options.project_of(None, config_file)
    tree = project.tree
    sources = read_sources(tree, project.configuration)
    wanted = kind_named(kind) if kind else ""
    ref = thing_called(sources, old, wanted)
    if isinstance(ref, Refusal):
        refuse(done_by_hand(sources, old, new, wanted) or ref)
    plan = plan_rename(tree, sources, ref, _alone(new, (old, ref.written)))
    if isinstance(plan, Refusal):
        refuse(plan)
    if not dry_run and (refusal := write_plan(project.root, plan)):
        refuse(refusal)
    say(_told(sources, plan, ref.id, dry_run=dry_run))


def _alone(new: str, names: Iterable[str]) -> str:
    """Return a new id without what stands before the old one: it may be typed with both."""
    for name in names:
        before, slash, _ = name.rpartition("/")
        if slash and new.startswith(f"{before}/"):
            return new.removeprefix(f"{before}/")
    return new


def _told(sources: Sources, plan: Plan, old: str, *, dry_run: bool) -> str:
    """Return what moves, for a dry run also what changes, and what becomes of the old id."""
    lines = [f"{before} → {after}" for before, after in plan.moves]
    if dry_run:
        lines += [_line(sources, edit) for edit in plan.edits]
    done = "Would change" if dry_run else "Changed"
    places = counted(len(plan.edits) + len(plan.moves), "place")
    # What moves is among them: the alias is written there.
    files = counted(len(plan.before), "file")
    return "\n".join([*lines, f"{done} {places} in {files}; “{old}” stays as an alias."])


def _line(sources: Sources, edit: Edit) -> str:
    """Return the place of an edit, and what stands there before and after."""
    source = sources.texts[edit.path]
    was = source.text[edit.start : edit.end]
    does = f"{was} → {edit.text}" if was else f"+ {edit.text.strip(', ').strip()}"
    return f"{source.at(edit.start)}: {does}"


def counted(number: int, what: str) -> str:
    """Return a number of things in words."""
    return f"{number} {what}{'s' * (number != 1)}"
