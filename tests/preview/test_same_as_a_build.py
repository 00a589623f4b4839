"""However a project is edited, the preview shows byte for byte what a clean build makes of it."""

import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar
from urllib.parse import quote

import pytest
from hypothesis import event, given, note, settings
from hypothesis import strategies as st

from jmsite.preview.reserved import OWN
from tests.preview.asking import PATIENCE
from tests.preview.clean import Clean, CleanBuilds, Files, clean_builds
from tests.preview.desk import Desk
from tests.preview.edits import EDITS, NothingToChooseError, mend
from tests.preview.live import Live
from tests.preview.rich import committed
from tests.preview.running import Running, running

_T = TypeVar("_T")

# A long run tries more: JMSITE_SERIES=500 pytest tests/preview/test_same_as_a_build.py
SERIES = int(os.environ.get("JMSITE_SERIES", "3"))
MOST_EDITS = 16
SCRIPTS = re.compile(rf'<script src="/{OWN}[^>]*></script>'.encode())


@pytest.fixture(scope="module")
def builds() -> Iterator[CleanBuilds]:
    """Where clean builds are made."""
    with clean_builds() as made:
        yield made


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that nobody has edited yet, under git."""
    return committed(tmp_path_factory.mktemp("origin"))


@dataclass
class Session:
    """Somebody writes while a preview runs."""

    desk: Desk
    live: Live
    builds: CleanBuilds
    sound_head: str = ""

    def renew(self, steps: int = 0) -> None:
        """Let the preview see what changed, and give it time for so many steps."""
        self.live.renew(steps)
        if not self.live.problems:
            self.desk.sound, self.sound_head = self.desk.files(), self.desk.head()

    def listen(self) -> None:
        """Compare what is said with what a clean build says."""
        clean = self.builds.begin(self.desk.root, pages=False)
        assert self.live.told == clean.result().told

    def look(self) -> None:
        """Compare every file that is shown with a clean build.

        Where something is wrong, the pages are those of the sources as they were when nothing
        was. What is copied as it is, such as a picture, is read when somebody asks for it.
        """
        begun = self.builds.begin(self.desk.root, pages=True)
        shown, told = self.live.files(), self.live.told
        clean = begun.result()
        assert told == clean.told
        if self.live.problems:
            fails = {path for path, made in clean.files.items() if isinstance(made, str)}
            assert told.problems or fails.intersection(self.live.open_pages)
            _assert_same(_pages(shown), _pages(self._as_it_was().files))
        else:
            _assert_same(shown, clean.files)

    def _as_it_was(self) -> Clean:
        with TemporaryDirectory() as scratch:
            desk = Desk(Path(scratch))
            desk.restore(self.desk.sound)
            desk.repository_of(self.desk, self.sound_head)
            return self.builds.begin(desk.root, pages=True).result()


def _pages(files: Files) -> Files:
    return {path: made for path, made in files.items() if path.endswith(".html")}


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

    with _session(origin, builds, choose(("", "versions: [HEAD]\n"))) as session:
        for _ in range(data.draw(st.integers(1, MOST_EDITS))):
            is_wrong = bool(session.live.problems)
            edit = mend if is_wrong and data.draw(st.booleans()) else choose(EDITS)
            note(f"{edit.__name__}: {edit.__doc__}")
            with suppress(NothingToChooseError, OSError):
                edit(session.desk, choose)
            session.renew(choose((0, 3, 1000)))
            if choose((False, False, False, True)):
                session.listen()
            session.live.visit(choose(session.live.paths))
        event("wrong in the end" if session.live.problems else "right in the end")
        session.look()


@contextmanager
def _session(origin: Path, builds: CleanBuilds, settings: str) -> Iterator[Session]:
    """Begin to write on a copy of a project, with more settings, that was shown in full."""
    with TemporaryDirectory() as scratch:
        root = Path(scratch) / "project"
        shutil.copytree(origin, root)
        session = Session(Desk(root), Live(root), builds)
        session.desk.write("jmsite.yml", settings + session.desk.text("jmsite.yml"))
        session.renew()
        session.live.files()
        yield session


def _save(desk: Desk) -> None:
    """Save as editors do that write in place, and as those that write beside and then rename."""
    desk.write("content/channels.yml", desk.text("content/channels.yml").replace("Hot", "Cold"))
    beside = "content/personas/.ana.md.swp"
    desk.write(beside, desk.text("content/personas/ana.md").replace("Ana", "Anaïs"))
    (desk.root / beside).replace(desk.root / "content/personas/ana.md")


def _break_and_mend_and_write_many(desk: Desk) -> None:
    """Leave a mistake for a moment, and mend something else with it; then copy a folder."""
    before = desk.text("jmsite.yml")
    desk.write("jmsite.yml", "titel: Wrong\n")
    desk.write("data/joy.csv", "date,value\n2026-05-01,11\n")
    desk.write("jmsite.yml", before.replace("title: Rich", "title: Mended"))
    for number in range(300):
        desk.write(f"static/many/{number}.txt", f"{number}\n")


WAYS: Sequence[Callable[[Desk], None]] = (
    _save,
    lambda desk: desk.git("stash"),
    lambda desk: desk.git("stash", "pop"),
    lambda desk: desk.git("checkout", "--force", "other"),
    lambda desk: desk.move("content/journeys/buy/10-choose", "content/journeys/buy/30-choose"),
    _break_and_mend_and_write_many,
    lambda desk: desk.remove("static/many"),
)
"""Ways of changing files, each after the one before; there is no mistake at the end of any."""


@pytest.mark.slow
def test_whichever_way_it_is_saved(builds: CleanBuilds, origin: Path, tmp_path: Path) -> None:
    """What `jmsite serve` serves once it is quiet is what a clean build makes, to the byte."""
    desk = Desk(tmp_path / "project")
    shutil.copytree(origin, desk.root)
    gone: set[str] = set()
    with running(desk.root, "-a", "127.0.0.1:0") as preview:
        for way in WAYS:
            way(desk)
            clean = builds.begin(desk.root, preview.url, pages=True).result()
            assert not clean.told.problems, clean.told.report
            _wait_until_served(preview, clean.files, gone - clean.files.keys())
            gone |= clean.files.keys()


def _wait_until_served(preview: Running, files: Files, gone: set[str]) -> None:
    """Wait until a preview serves these files and nothing at the paths of those that are gone."""
    connection = HTTPConnection("127.0.0.1", preview.port, timeout=PATIENCE)
    expected = {path: (HTTPStatus.OK, made) for path, made in files.items()}
    preview.wait(lambda: all(_served(connection, path) == it for path, it in expected.items()))
    missing = (HTTPStatus.NOT_FOUND, _served(connection, "404.html")[1])
    assert {path: _served(connection, path) for path in gone} == dict.fromkeys(gone, missing)
    connection.close()


def _served(connection: HTTPConnection, path: str) -> tuple[int, bytes]:
    """Return the status of a file and its bytes, without the scripts of the preview."""
    connection.request("GET", f"/{quote(path)}")
    response = connection.getresponse()
    return response.status, SCRIPTS.sub(b"", response.read())
