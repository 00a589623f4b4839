"""``jmsite fmt``: the fields of every file in the standard order."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from jmsite.cli import options

if TYPE_CHECKING:
    from jmsite.edit.changes import Plan
    from jmsite.findings import Finding


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Change nothing; name the files that "
              "would change, and exit with 1 where there are any.")  # fmt: skip
@click.option("--diff", is_flag=True, help="Change nothing; show what would change.")
@options.configuration
def command(
    paths: tuple[Path, ...], only_check: bool, diff: bool, config_file: Path | None
) -> None:
    """Put the fields of files into the standard order, that of the reference.

    PATHS are files or folders of the project, or a project. Lines are moved and nothing is
    rewritten: comments stay with the field below them, and bodies as they are. Keys that begin
    with x- come last. A file whose YAML is wrong is left alone and told.
    """
    from jmsite.cli.check import paths_inside
    from jmsite.cli.say import refuse, say
    from jmsite.edit.fmt import plan_fmt
    from jmsite.edit.write_plan import write_plan

    project = options.project_of(paths[0] if paths else None, config_file)
    inside = paths_inside(project, paths)

    def wanted(path: str) -> bool:
        return not inside or any(path == each or path.startswith(f"{each}/") for each in inside)

    made = plan_fmt(project.tree, project.configuration, wanted)
    keeps = only_check or diff
    if not keeps and (refusal := write_plan(project.root, made.plan)):
        refuse(refusal)
    if diff:
        say("".join(_diff(made.plan)))
    if only_check or not diff:
        say("\n".join(_told(made.plan, only_check=only_check)))
    say("\n".join(map(_left_alone, made.left_alone)), error=True)
    sys.exit(1 if made.left_alone or (only_check and made.plan.edits) else 0)


def _told(plan: Plan, *, only_check: bool) -> Iterator[str]:
    changed = sorted(plan.before)
    yield from (f"{'Would format' if only_check else 'Formatted'} {path}" for path in changed)
    count = f"{len(changed)} file{'s' * (len(changed) != 1)}"
    if not changed:
        yield "All fields are in the standard order."
    else:
        yield f"{count} {'would change' if only_check else 'changed'}."


def _left_alone(finding: Finding) -> str:
    return f"{finding.location}: left alone, {finding.message}"


def _diff(plan: Plan) -> Iterator[str]:
    for path, data in sorted(plan.after().items()):
        before, after = (
            text.decode().splitlines(keepends=True) for text in (plan.before[path], data)
        )
        for line in difflib.unified_diff(before, after, path, path):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
