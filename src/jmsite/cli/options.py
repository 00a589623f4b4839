"""The options that several commands share, as people know them from MkDocs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import rich_click as click

from jmsite.cli.project import NoProjectError, ProjectFolder, find_project
from jmsite.content.hrefs import why_no_base

Command = TypeVar("Command", bound=Callable[..., Any])


def _day(_context: click.Context, _param: click.Parameter, value: str | None) -> date | None:
    """Return the day that is written YYYY-MM-DD; end the command for another text."""
    if value is None:
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = None
    # Python reads other ways to write a day as well.
    if day is None or day.isoformat() != value:
        raise click.BadParameter(f"“{value}” is not a date written YYYY-MM-DD")
    return day


def _address(_context: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """Return the address on the web that is given; end the command for another text."""
    if value and (hint := why_no_base(value)):
        raise click.BadParameter(f"it takes an address on the web: {hint}")
    return value


def configuration(command: Command) -> Command:
    """Add ``-f``."""
    return click.option(
        "-f",
        "--config-file",
        type=click.Path(path_type=Path, dir_okay=False),
        help="The configuration of the project, where it is not the jmsite.yml of the folder.",
    )(command)


def project_argument(command: Command) -> Command:
    """Add the argument that names the folder of a project."""
    return click.argument(
        "project", required=False, type=click.Path(path_type=Path, file_okay=False)
    )(command)


def base_url(command: Command) -> Command:
    """Add ``--base-url``."""
    return click.option(
        "--base-url", callback=_address, help="The address at which the site will be."
    )(command)


def content(command: Command) -> Command:
    """Add the options that change what a project says: ``--drafts``, ``--today``."""
    for add in (
        click.option("--drafts", is_flag=True, help="Show drafts."),
        click.option(
            "--today",
            callback=_day,
            metavar="YYYY-MM-DD",
            help="The day that everything is reckoned from, instead of today.",
        ),
    ):
        command = add(command)
    return command


def verbosity(command: Command) -> Command:
    """Add ``-q`` and ``-v``."""
    for add in (
        click.option("-v", "--verbose", is_flag=True, help="Say more: all gaps, waived ones too."),
        click.option("-q", "--quiet", is_flag=True, help="Say only what fails."),
    ):
        command = add(command)
    return command


def strict(command: Command) -> Command:
    """Add ``-s``."""
    return click.option("-s", "--strict", is_flag=True, help="Fail on every warning.")(command)


def project_of(folder: Path | None, config_file: Path | None) -> ProjectFolder:
    """Return the project that the arguments of a command name; end the command without one."""
    try:
        return find_project(folder, config_file)
    except NoProjectError as error:
        raise click.UsageError(str(error)) from error
