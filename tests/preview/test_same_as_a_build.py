"""However a project is edited, the preview shows byte for byte what a clean build makes of it."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import pytest
from hypothesis import event, given, note, settings
from hypothesis import strategies as st

from tests.preview.clean import Clean, CleanBuilds, Files, clean_builds
from tests.preview.desk import Desk
from tests.preview.edits import EDITS, NothingToChooseError, mend
from tests.preview.live import Live
from tests.preview.rich import OTHER_BRANCH, RICH
from tests.support.project import write_files

_T = TypeVar("_T")

# A long run tries more: JMSITE_SERIES=500 pytest tests/preview/test_same_as_a_build.py
SERIES = int(os.environ.get("JMSITE_SERIES", "6"))
MOST_EDITS = 8


@pytest.fixture(scope="module")
def builds() -> Iterator[CleanBuilds]:
    """Where clean builds are made."""
    with clean_builds() as made:
        yield made


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as a series begins with it: committed, with a branch on which it is otherwise."""
    desk = Desk(write_files(tmp_path_factory.mktemp("origin"), RICH))
    desk.git("init", "--quiet", "--initial-branch", "main", "--template=")
    desk.git("add", "--all")
    desk.git("commit", "--message", "All")
    desk.git("checkout", "-b", "other")
    desk.move("content/journeys/buy/20-wait", "content/journeys/buy/05-wait")
    desk.remove("content/pages")
    write_files(desk.root, OTHER_BRANCH)
    desk.git("add", "--all")
    desk.git("commit", "--message", "Otherwise")
    desk.git("checkout", "main")
    return desk.root


@dataclass
class Session:
    """Somebody writes while a preview runs."""

    desk: Desk
    live: Live
    builds: CleanBuilds

    def renew(self, steps: int = 0) -> None:
        """Let the preview see what changed, and give it time for so many steps."""
        self.live.renew(steps)
        if not self.live.problems:
            self.desk.sound = self.desk.files()

    def listen(self) -> None:
        """Compare what is said with what a clean build says."""
        clean = self.builds.begin(self.desk.root, pages=False)
        assert self.live.told == clean.result().told

    def look(self) -> None:
        """Compare every file that is shown with a clean build.

        Where something is wrong, that is one of the sources as they were when nothing was.
        """
        begun = self.builds.begin(self.desk.root, pages=True)
        shown, told = self.live.files(), self.live.told
        clean = begun.result()
        assert told == clean.told
        if self.live.problems:
            fails = {path for path, made in clean.files.items() if isinstance(made, str)}
            assert told.problems or fails.intersection(self.live.open_pages)
            clean = self._as_it_was()
        _assert_same(shown, clean.files)

    def _as_it_was(self) -> Clean:
        with TemporaryDirectory() as scratch:
            desk = Desk(Path(scratch))
            desk.restore(self.desk.sound)
            return self.builds.begin(desk.root, pages=True).result()


def _assert_same(shown: Files, expected: Files) -> None:
    assert sorted(shown) == sorted(expected)
    wrong = [path for path in expected if shown[path] != expected[path]]
    assert {path: shown[path] for path in wrong} == {path: expected[path] for path in wrong}


@pytest.mark.slow
@settings(max_examples=SERIES)
@given(data=st.data())
def test_whatever_is_edited(data: st.DataObject, builds: CleanBuilds, origin: Path) -> None:
    """After each edit the findings are those of a clean build; when it is quiet, every byte is.

    Pages that are open are made after each edit, all others only in the end.
    """

    def choose(options: Sequence[_T]) -> _T:
        if not options:
            raise NothingToChooseError
        return data.draw(st.sampled_from(options))

    with _session(origin, builds) as session:
        for _ in range(data.draw(st.integers(1, MOST_EDITS))):
            is_wrong = bool(session.live.problems)
            edit = mend if is_wrong and data.draw(st.booleans()) else choose(EDITS)
            note(f"{edit.__name__}: {edit.__doc__}")
            with suppress(NothingToChooseError, OSError):
                edit(session.desk, choose)
            session.renew(choose((0, 3, 1000)))
            if choose((True, False)):
                session.listen()
            session.live.visit(choose(session.live.paths))
        event("wrong in the end" if session.live.problems else "right in the end")
        session.look()


@contextmanager
def _session(origin: Path, builds: CleanBuilds) -> Iterator[Session]:
    """Begin to write on a copy of a project that was built and shown in full."""
    with TemporaryDirectory() as scratch:
        root = Path(scratch) / "project"
        shutil.copytree(origin, root)
        session = Session(Desk(root), Live(root), builds)
        session.renew()
        session.live.files()
        yield session
