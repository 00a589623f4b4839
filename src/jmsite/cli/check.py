"""``jmsite check``: say what is wrong with a project and what its maps miss."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from jmsite.cli import options
from jmsite.cli.project import ProjectFolder
from jmsite.findings import Finding

if TYPE_CHECKING:
    from jmsite.build import Options
    from jmsite.cli.outside import Outside

FORMATS = ("text", "json", "github", "gitlab", "sarif")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@options.configuration
@click.option("--base", metavar="REF", help="Fail only on what has come since a commit or a "
              "folder: new findings of warning or above, and scores that fell.")  # fmt: skip
@click.option("--external", is_flag=True, help="Ask other hosts too whether the addresses on the "
              "web that links lead to are there.")  # fmt: skip
@click.option("--local-links", is_flag=True, help="With --external, ask addresses inside the "
              "network as well.")  # fmt: skip
@click.option("--no-cache", is_flag=True, help="With --external, ask again what was told today.")
@options.strict
@options.content
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="The form of "
              "the report.", show_default=True)  # fmt: skip
@options.verbosity
def command(
    paths: tuple[Path, ...],
    config_file: Path | None,
    base: str | None,
    external: bool,
    local_links: bool,
    no_cache: bool,
    strict: bool,
    drafts: bool,
    today: date | None,
    form: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Check a project: its form, and the completeness of its maps.

    PATHS are files or folders of the project, or a project. Nothing is written. With --base old
    findings are only counted, whatever fail_on says and --strict asks; both states are judged by
    the newer configuration. Of a branch that went on meanwhile the commit counts where the work
    left it.
    """
    from jmsite.build import Options

    project = options.project_of(paths[0] if paths else None, config_file)
    inside = paths_inside(project, paths)
    asked = Options(project.configuration, today, drafts)
    outside = _outside(project, inside, local_links, not no_cache, quiet) if external else None
    loud = {"quiet": quiet, "verbose": verbose}
    if base is None:
        sys.exit(check_all(project, inside, asked, form, strict=strict, outside=outside, **loud))
    from jmsite.cli.check_base import check_since

    sys.exit(check_since(project, base, inside, asked, form, outside=outside, **loud))


def check_all(
    project: ProjectFolder,
    inside: tuple[str, ...],
    asked: Options,
    form: str,
    *,
    strict: bool,
    quiet: bool,
    verbose: bool,
    outside: Outside | None,
) -> int:
    """Say what was found in some files and folders of a project, and return the exit code."""
    from jmsite.build import Memory, check
    from jmsite.cli.output import report
    from jmsite.cli.say import say
    from jmsite.versions.find import with_names_checked

    tree, memory = project.tree, Memory()
    checked = with_names_checked(check(tree, asked, memory), tree)
    if outside is not None:
        checked = outside.checked(checked, tree, memory)
    findings = tuple(within(checked.findings, inside, project.configuration))
    pressing = checked.pressing(strict=strict)
    listed = tuple(f for f in findings if not quiet or f in pressing)
    if not quiet or listed or form != "text":
        say(report(checked, tree, listed, form, show_waived=verbose))
    return checked.exit_code(strict=strict, findings=findings)


def _outside(
    project: ProjectFolder, inside: tuple[str, ...], local: bool, cached: bool, quiet: bool
) -> Outside:
    from jmsite.cli.outside import Outside

    return Outside(project.configuration, inside, local, cached, quiet)


def paths_inside(project: ProjectFolder, paths: Iterable[Path]) -> tuple[str, ...]:
    """Return what the arguments name, relative to the project; nothing where it is all of it.

    Ends the command where one of them lies outside of the project.
    """
    root = project.root.resolve()
    found = []
    for path in paths:
        if not path.exists():
            raise click.UsageError(f"there is no file or folder {path}")
        full = path.resolve()
        if full == root:
            return ()
        if not full.is_relative_to(root):
            raise click.UsageError(f"{path} is not in the project {project.root}")
        found.append(unicodedata.normalize("NFC", full.relative_to(root).as_posix()))
    return tuple(found)


def within(
    findings: Iterable[Finding], paths: tuple[str, ...], configuration: str
) -> Iterable[Finding]:
    """Return the findings that stand in some files and folders, or all where none is named.

    An error of the configuration stands in the way of every check, so it is among them.
    """
    if not paths:
        return findings
    return (f for f in findings if is_within(f.location.path, paths) or stops(f, configuration))


def is_within(at: str, paths: tuple[str, ...]) -> bool:
    """Tell whether a path is one of some files, or in one of some folders; none are all of them."""
    return not paths or any(at == path or at.startswith(f"{path}/") for path in paths)


def stops(finding: Finding, configuration: str) -> bool:
    """Tell whether a finding is an error of the configuration: nothing can be judged then."""
    return finding.is_mistake and finding.location.path == configuration
