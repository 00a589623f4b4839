"""The table of commands; each is imported when it is called or helped with."""

from __future__ import annotations

import difflib
from importlib import import_module

import rich_click as click

from jmsite import __version__

# In the order in which help lists them.
COMMANDS = (
    "init",
    "new",
    "list",
    "show",
    "owners",
    "rename",
    "fmt",
    "build",
    "check",
    "diff",
    "serve",
    "explain",
    "schema",
    "lsp",
)


class Commands(click.RichGroup):
    """Commands that are looked up by the name of their file."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None where there is none of the name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"jmsite.cli.{cmd_name}").command
        # Help lists a command by its own name, which would be that of the function.
        command.name = cmd_name
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name; fail with the nearest one."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], COMMANDS, 1)
            hint = f"; did you mean “{near[0]}”?" if near else ""
            ctx.fail(f"there is no command “{args[0]}”{hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="jmsite %(version)s")
def jmsite() -> None:
    """Customer journey maps as code.

    Journeys are Markdown files in git; jmsite checks them and builds a site of maps.
    """
