"""The page about commands, from what the command line says of itself."""

import inspect
from collections.abc import Iterator

import rich_click as click

from jmsite.cli.commands import COMMANDS, jmsite

_INTRODUCTION = """# Commands

Each command works on the project in the folder one is in or above it, in a folder that is
given (`jmsite build example_site`), or on the configuration that `-f` names. Exit codes: 0
where all is fine, 1 where findings fail the run, 2 for wrong usage or configuration.
"""


def commands_page() -> str:
    """Return the page of all commands, in the order in which help lists them."""
    context = click.Context(jmsite)
    sections = [_INTRODUCTION]
    for name in COMMANDS:
        command = jmsite.get_command(context, name)
        assert command is not None
        sections.append("\n".join(_section(name, command)))
    return "\n".join(sections)


def _section(name: str, command: click.Command) -> Iterator[str]:
    arguments = [p for p in command.params if isinstance(p, click.Argument)]
    usage = " ".join(["jmsite", name, "[OPTIONS]", *map(_argument, arguments)])
    yield f"## {name}\n\n```\n{usage}\n```\n"
    yield f"{inspect.cleandoc(command.help or '')}\n"
    options = [p for p in command.params if isinstance(p, click.Option) and not p.hidden]
    if options:
        yield "| option | meaning |\n|---|---|"
        yield from (f"| {_names(option)} | {_meaning(option)} |" for option in options)
        yield ""


def _argument(argument: click.Argument) -> str:
    word = (argument.metavar or (argument.name or "").upper()).strip("[]")
    return f"[{word}]{'...' if argument.nargs == -1 else ''}" if not argument.required else word


def _names(option: click.Option) -> str:
    value = "" if option.is_flag else f" {_value(option)}"
    short_first = sorted(option.opts, key=len)
    return ", ".join(f"`{name}{value}`" for name in short_first)


def _value(option: click.Option) -> str:
    if isinstance(option.type, click.Choice):
        return "/".join(map(str, option.type.choices))
    return option.metavar or (option.name or "").upper().replace("_", "-")


def _meaning(option: click.Option) -> str:
    default = f" Default: `{option.default}`." if option.show_default else ""
    return f"{option.help or ''}{default}"
