"""``jmsite lsp``: the language server that an editor starts."""

from __future__ import annotations

import sys

import rich_click as click

from jmsite.cli.interrupt import ended_by_ctrl_c
from jmsite.cli.say import say


@click.command()
@click.option("--stdio", is_flag=True, help="Speak over standard input and output, as it always "
              "does; some editors ask for it.")  # fmt: skip
def command(stdio: bool) -> None:
    """Serve an editor: findings as you type, completion, hover, links, rename.

    An editor starts it and speaks the Language Server Protocol with it; docs/editors.md tells how
    to set one up. It writes no files.
    """
    del stdio
    try:
        from jmsite.lsp.features import make_server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        say('The language server is an extra. Add it with `pip install "jmsite[lsp]"`.', error=True)
        sys.exit(2)
    if sys.stdin.isatty():
        say("An editor starts this and talks to it; docs/editors.md tells how. Ctrl-C ends it.",
            error=True)  # fmt: skip
    with ended_by_ctrl_c():
        make_server().start_io()
