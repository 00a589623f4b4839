"""``jmsite serve``: show a project in the browser, and again each time that a file changes."""

from __future__ import annotations

import os
import threading
import webbrowser
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from jmsite.cli import options
from jmsite.cli.dev_address import cannot_serve, read_address
from jmsite.cli.editor_named import read_editor
from jmsite.cli.interrupt import ended_by_ctrl_c
from jmsite.cli.say import say

if TYPE_CHECKING:
    from jmsite.preview.board import Board
    from jmsite.preview.editor import Editor
    from jmsite.preview.server import Address, PreviewServer


@click.command()
@options.project_argument
@options.configuration
@click.option("-a", "--dev-addr", "address", callback=read_address, metavar="HOST:PORT",
              help="Where to serve, instead of 127.0.0.1:8000 or the next free port.")  # fmt: skip
@options.strict
@options.content
@click.option("--editor", "template", callback=read_editor, metavar="EDITOR",
              help="What opens the places that the page names: vscode, cursor, zed, idea and "
              "others, or an address with {path}, {line} and {column}.")  # fmt: skip
@click.option("-o", "--open", "open_it", is_flag=True, help="Open the site in the browser.")
@options.verbosity
def command(
    project: Path | None,
    config_file: Path | None,
    address: Address | None,
    strict: bool,
    drafts: bool,
    today: date | None,
    template: str | None,
    open_it: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Show a project in the browser, and change the page when a file changes.

    Nothing is written: site/ stays as it is. Where something is wrong the last site without
    mistakes stays, and the page says what to mend. Ctrl-C ends it.
    """
    with ended_by_ctrl_c():
        from jmsite.build import Memory, Options, settle_down
        from jmsite.cli.made import make_site
        from jmsite.preview.afterwards import Afterwards
        from jmsite.preview.board import Board
        from jmsite.preview.renew import Teller, renew
        from jmsite.preview.watch import Watch

        found = options.project_of(project, config_file)
        news = _silent if quiet else say
        board = Board(_editor(template, address, found.root))
        server = _listen(address, board)
        asked = Options(found.configuration, today, drafts, server.address.url)
        memory = Memory()
        make = partial(make_site, found, asked, strict=strict, verbose=verbose, memory=memory)
        watch = Watch(found.root, found.configuration, say, partial(memory.past.stamp, found.root))
        teller, afterwards = Teller(news, say), Afterwards()
        renew(partial(make, seen=watch.seen), board, teller)
        server.start()
        _announce(server.address, address, news)
        if open_it:
            _open(server.address.url)
        settle_down()
        for seen in watch.changes():
            afterwards.cut_short()
            made = partial(make, seen=seen.snapshot)
            renew(made, board, teller, seen.changed, afterwards.begin)


def _silent(_text: str) -> None:
    pass


def _editor(template: str | None, address: Address | None, root: Path) -> Editor | None:
    """Return the editor that links open; none where others look on, from other machines."""
    from jmsite.preview.editor import Editor, template_from

    template = template or template_from(os.environ)
    if template is None or (address and not address.is_of_this_machine_alone):
        return None
    return Editor(template, root.absolute())


def _listen(asked: Address | None, board: Board) -> PreviewServer:
    """Return a server at the address that was asked for, else at the first free port."""
    from jmsite.preview.server import Address, listen

    address = asked or Address()
    try:
        return listen(address, board, say, exactly=asked is not None)
    except OSError as error:
        raise click.UsageError(cannot_serve(address, error)) from error


def _announce(address: Address, asked: Address | None, news: Callable[[str], None]) -> None:
    """Say where the site is, and what is not as one would expect."""
    from jmsite.preview.server import Address

    if asked is None and address.port != Address.port:
        news(f"Port {Address.port} is taken, so this is port {address.port}.")
    if not address.is_of_this_machine_alone:
        say(
            f"Warning: others on the network can read this preview; "
            f"it listens on {address.host}, port {address.port}."
        )
    news(f"Open {address.url} - it changes when a file does. Ctrl-C ends it.")


def _open(url: str) -> None:
    """Open the browser without waiting for it: some come back only when they are closed."""
    threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
