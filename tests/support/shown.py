"""A project in memory that a preview shows: what is saved is on the page by the next moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from jmsite.build import Memory, Options, check, render
from jmsite.cli.gaps_shown import gaps_of
from jmsite.files.tree import DictTree
from jmsite.findings import Severity
from jmsite.preview.board import Board
from jmsite.preview.editor import EDITORS, Editor
from jmsite.preview.notice import problems_of
from jmsite.preview.outputs import Outputs
from jmsite.preview.server import Address, PreviewServer

ROOT = Path("/home/ana maria/maps")
"""Where the project would be on a disk."""


@dataclass
class Shown:
    """A preview of a project: its files as they came, and as they were saved since."""

    original: dict[str, bytes]
    files: dict[str, bytes]
    board: Board
    server: PreviewServer
    memory: Memory = field(default_factory=Memory)

    @property
    def url(self) -> str:
        """The address of the home page."""
        return self.server.address.url

    def save(self, path: str, old: str = "", new: str = "") -> None:
        """Save a file with every ``old`` as ``new``; without ``old`` it is ``new`` as a whole."""
        was = self.files.get(path, b"").decode()
        assert old in was
        self.files[path] = (was.replace(old, new) if old else new).encode()
        self.show()

    def reset(self) -> None:
        """Show the project as it was at first."""
        self.files = dict(self.original)
        self.show()

    def show(self) -> None:
        """Show what is saved, or what is wrong with it."""
        tree = DictTree(self.files)
        checked = check(tree, Options(), self.memory)
        wrong = [f for f in checked.findings if f.is_form and f.severity is Severity.ERROR]
        if wrong:
            self.board.warn(problems_of(wrong, lambda path: self.files[path].decode()))
            return
        pages = {page.path: page.render for page in render(checked, tree, self.memory)}
        self.board.show(Outputs(pages, _unexpected))
        self.board.reckon(self.board.state.version, partial(gaps_of, checked))


@contextmanager
def shown(files: dict[str, bytes]) -> Iterator[Shown]:
    """Serve the preview of a project while the block runs."""
    board = Board(Editor(EDITORS["vscode"], ROOT))
    server = PreviewServer(Address("127.0.0.1", 0), board, _unexpected)
    preview = Shown(files, dict(files), board, server)
    preview.show()
    assert board.state.problems is None, board.state.problems
    server.start()
    try:
        yield preview
    finally:
        server.stop()


def _unexpected(text: str) -> None:
    raise AssertionError(f"nothing should have been complained about: {text}")
