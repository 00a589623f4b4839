"""The live preview without its server and its watch: made again after each edit, as they do it.

What is compared with clean builds goes through ``Live`` alone. Where the preview is given another
way to make its site, this is the one place to say so.
"""

from __future__ import annotations

from collections import deque
from itertools import islice
from pathlib import Path

from jmsite.build import Memory, Options
from jmsite.cli.made import make_site
from jmsite.cli.project import ProjectFolder
from jmsite.files.snapshot import NOTHING, snapshot
from jmsite.preview.afterwards import Steps, Tell
from jmsite.preview.board import Board
from jmsite.preview.fault import Fault
from jmsite.preview.made import Made
from jmsite.preview.notice import Problems
from jmsite.preview.outputs import Outputs
from jmsite.preview.renew import Teller, renew
from tests.preview.clean import ADDRESS, Files, Told

OPTIONS = Options(base_url=ADDRESS)


class Live:
    """A preview of a project, from before its first build until nobody asks it any more."""

    def __init__(self, project: Path) -> None:
        self._project = ProjectFolder(project)
        self._board = Board()
        self._teller = Teller(_hushed, _hushed)
        self._memory = Memory()
        self._seen = NOTHING
        self._made = self._shown = Made()

    def visit(self, path: str) -> None:
        """Open a page: it is made before others from now on, as long as somebody looks at it."""
        self._file(path)
        self._board.looked_at(path)

    def renew(self, steps: int) -> None:
        """Do what follows a change of the sources.

        Of what nobody waits for so many steps are taken until the next change comes.
        """

        def later(every: Steps, _tell: Tell) -> None:
            deque(islice(every(), steps), maxlen=0)

        before = self.site
        self._seen = snapshot(self._project.root, self._project.configuration, self._seen)
        renew(self._make, self._board, self._teller, later=later)
        if self.site is not before:
            self._shown = self._made

    @property
    def told(self) -> Told:
        """What is said of the last run; all there is to find is found for it."""
        return Told(self._made.report(), self._made.problems)

    @property
    def open_pages(self) -> tuple[str, ...]:
        """The pages that somebody looks at."""
        return self._board.open_pages()

    @property
    def problems(self) -> Problems | None:
        """What those who look at a page are told is wrong with the sources, or None."""
        return self._board.state.problems

    @property
    def site(self) -> Outputs | None:
        """The site that is shown, None where there was none without mistakes yet."""
        return self._board.state.site

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of all files of the site that is shown."""
        return tuple(self._shown.outputs)

    def files(self) -> Files:
        """Make and return every file of the site that is shown, as it is served."""
        return {path: self._file(path) for path in self.paths}

    def _file(self, path: str) -> bytes | str:
        assert self.site is not None
        made = self.site.make(path)
        return made.text if isinstance(made, Fault) else made

    def _make(self) -> Made:
        self._made = make_site(
            self._project, OPTIONS, strict=False, verbose=True, memory=self._memory, seen=self._seen
        )
        return self._made


def _hushed(_text: str) -> None:
    """Say nothing: what is told is compared, not read."""
