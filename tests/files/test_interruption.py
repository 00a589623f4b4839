"""Whatever interrupts a build, at whatever moment: a whole site stands there afterwards."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jmsite.files.holdings import STAGE_PREFIX
from jmsite.files.output import MANIFEST_NAME, Output
from jmsite.files.stage import in_use, new_stage_beside
from jmsite.files.target import check_target, write_site
from tests.files.sites import NEW, OLD, everything_in, outputs, site_in, write, written

pytestmark = pytest.mark.slow

Move = Callable[[Path, Path], Path]


class Interrupted(BaseException):
    """As Ctrl-C, which no `except Exception` sees."""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Write an old site."""
    return written(OLD, tmp_path / "site")


@pytest.mark.parametrize("error", [Interrupted, ValueError, OSError])
def test_while_the_pages_are_made(target: Path, error: type[BaseException]) -> None:
    """An error in the making of a page goes through as it is, and the old site stays."""
    before = everything_in(target.parent)

    def interrupted() -> Iterator[Output]:
        yield from outputs(NEW)
        raise error

    with pytest.raises(error):
        write_site(interrupted(), target)
    assert everything_in(target.parent) == before


def test_before_there_was_a_site(tmp_path: Path) -> None:
    """The folders that were made for the target go, too."""

    def interrupted() -> Iterator[Output]:
        yield from outputs(NEW)
        raise Interrupted

    with pytest.raises(Interrupted):
        write_site(interrupted(), tmp_path / "a" / "b" / "site")
    assert list(tmp_path.iterdir()) == []


def interrupt_at(patch: pytest.MonkeyPatch, moment: int) -> None:
    """Interrupt the move of that number, once, before it happens or after it."""
    left = moment

    def interrupting(move: Move) -> Move:
        def moved(source: Path, goal: Path) -> Path:
            nonlocal left
            left -= 1
            if left == 0:
                raise Interrupted
            result = move(source, goal)
            left -= 1
            if left == 0:
                raise Interrupted
            return result

        return moved

    patch.setattr(Path, "rename", interrupting(Path.rename))
    patch.setattr(Path, "replace", interrupting(Path.replace))


@pytest.mark.parametrize("moment", range(1, 22))
@pytest.mark.parametrize("inside", [False, True], ids=["as a whole", "file by file"])
def test_in_the_swap(
    target: Path, monkeypatch: pytest.MonkeyPatch, moment: int, *, inside: bool
) -> None:
    """Before and after each move, Ctrl-C leaves the old site or the new one, and no third."""
    if inside:
        monkeypatch.chdir(target)
    with monkeypatch.context() as patch:
        interrupt_at(patch, moment)
        try:
            write(NEW, target)
        except Interrupted:
            assert site_in(target) in (OLD, NEW)
        else:
            assert site_in(target) == NEW
    assert check_target(target, target.parent / "project") is None
    assert [entry.name for entry in target.parent.iterdir()] == ["site"]
    assert site_in(written(OLD, target)) == OLD


KILLED = """
import os, sys
from pathlib import Path
from jmsite.files.target import write_site
from tests.files.sites import NEW, outputs

left = int(sys.argv[2])

def killing(move):
    def moved(source, goal):
        global left
        left -= 1
        if left == 0:
            os._exit(9)
        return move(source, goal)
    return moved

Path.rename = killing(Path.rename)
Path.replace = killing(Path.replace)
write_site(outputs(NEW), Path(sys.argv[1]))
"""


def kill_at(target: Path, moment: int, folder: Path) -> int:
    """Write the new site in a process of its own that dies before the move of that number."""
    root = Path(__file__).parents[2]
    program = f"import sys; sys.path.insert(0, {str(root)!r})\n{KILLED}"
    command = [sys.executable, "-c", program, str(target), str(moment)]
    return subprocess.run(command, cwd=folder, check=False).returncode


@pytest.mark.parametrize("moment", [1, 2, 3])
def test_killed_in_the_swap(target: Path, moment: int) -> None:
    """The next build, or the mere check, puts the old site back and clears away the rest."""
    assert kill_at(target, moment, target.parent) == 9
    assert [entry.name for entry in target.parent.iterdir()] != ["site"]
    assert check_target(target, target.parent / "project") is None
    assert site_in(target) == (NEW if moment == 3 else OLD)
    assert [entry.name for entry in target.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("moment", range(1, 9))
def test_killed_while_files_are_replaced(target: Path, moment: int) -> None:
    """Half a swap, file by file, is undone from what lies on the disk."""
    assert kill_at(target, moment, target) == 9
    assert any(entry.name.startswith(STAGE_PREFIX) for entry in target.iterdir())
    assert check_target(target, target.parent / "project") is None
    assert site_in(target) == OLD
    assert not any(entry.name.startswith(STAGE_PREFIX) for entry in target.iterdir())


def test_the_next_build_need_not_be_checked(target: Path) -> None:
    """Writing recovers by itself."""
    assert kill_at(target, 2, target.parent) == 9
    assert not target.exists()
    newest = {"index.html": "newest"}
    assert site_in(written(newest, target)) == newest
    assert [entry.name for entry in target.parent.iterdir()] == ["site"]


def test_work_that_came_after_the_kill_is_kept(target: Path) -> None:
    """What somebody put in the place of a page in a half-swapped site is not overwritten."""
    assert kill_at(target, 6, target) == 9
    (target / "gone" / "x").parent.mkdir(exist_ok=True)
    (target / "index.html").write_text("mine")
    refusal = check_target(target, target.parent / "project")
    assert refusal is not None
    assert "index.html" in refusal.paths
    assert (target / "index.html").read_text() == "mine"


def test_the_stage_of_a_living_build_is_left_alone(target: Path) -> None:
    """What another build is filling at this moment is not cleared away."""
    stage = new_stage_beside(target)
    with in_use(stage) as ours:
        assert ours
        assert check_target(target, target.parent / "project") is None
        assert stage.new.is_dir()
    assert check_target(target, target.parent / "project") is None
    assert not stage.root.exists()


def test_folders_that_only_look_like_a_stage(target: Path) -> None:
    """A folder of that name without the marker is somebody's, and stays."""
    mine = target.parent / ".site.jmsite-backup" / "notes.txt"
    mine.parent.mkdir()
    mine.write_text("mine")
    written(NEW, target)
    assert mine.read_text() == "mine"
    assert (target / MANIFEST_NAME).is_file()
