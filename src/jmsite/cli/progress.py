"""How far something is that takes a while, on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Tell = Callable[[int, int], None]


@contextmanager
def progress(what: str, *, quiet: bool, every: int = 20) -> Iterator[Tell]:
    """Give what is told how much is done, of how much; a bar shows every so many of it.

    There is none where nobody would see it.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)

        def tell(done: int, of: int) -> None:
            if done % every == 0:
                bar.update(task, completed=done, total=of)

        yield tell
