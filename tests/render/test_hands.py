"""Pages made by several processes are those that one makes, and end as those of one do."""

import os
import subprocess
import sys
from collections.abc import Callable
from multiprocessing import active_children
from pathlib import Path

import pytest

import jmsite.build as flow
from jmsite.build import Options, check, render, write
from jmsite.files.target import Written
from jmsite.files.tree import DictTree, FolderTree
from jmsite.findings import Finding
from jmsite.render.hands import made
from jmsite.render.page import Page

ROOT = Path(__file__).resolve().parents[2]
ARABIC = ROOT / "tests" / "sites" / "arabic" / "source"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forked on Linux alone")


def _pages(makes: list[Callable[[], bytes]]) -> list[Page]:
    return [Page(f"{number:03}", make) for number, make in enumerate(makes)]


def _told(number: int) -> Callable[[], bytes]:
    def tell() -> bytes:
        return f"{number} by {os.getpid()}".encode()

    return tell


def test_several_processes_make_the_same_bytes() -> None:
    """A whole site is the same, whether one process made it or three."""
    tree = FolderTree(ARABIC)
    pages = render(check(tree, Options()), tree)
    assert list(made(pages, 3, alone=0)) == [page.render() for page in pages]


def test_pages_come_in_their_order_from_other_processes() -> None:
    """More than one process is at work beside this one, and nobody sees who made what."""
    said = [data.decode().split(" by ") for data in made(_pages([*map(_told, range(90))]), 3, 0)]
    assert [int(number) for number, _ in said] == list(range(90))
    makers = {maker for _, maker in said}
    assert str(os.getpid()) not in makers
    assert len(makers) > 1


def test_few_pages_are_made_here() -> None:
    """What takes no time is not worth a process."""
    said = [data.decode() for data in made(_pages([*map(_told, range(90))]), 3, alone=60)]
    assert said == [f"{number} by {os.getpid()}" for number in range(90)]


def test_an_error_comes_in_its_turn_as_from_one_process() -> None:
    """The pages before it are made, and the very error is raised here."""

    def fail() -> bytes:
        raise KeyError(os.getpid())

    pages = made(_pages([*map(_told, range(40)), fail]), 2, alone=0)
    assert [int(next(pages).split()[0]) for _ in range(36)] == list(range(36))
    with pytest.raises(KeyError) as raised:
        list(pages)
    assert raised.value.args == (os.getpid(),)
    assert not active_children()


def test_pages_of_a_process_that_dies_are_made_here() -> None:
    """A process that the system ends, for want of memory say, takes no page with it."""
    here = os.getpid()

    def die_elsewhere() -> bytes:
        if os.getpid() != here:
            os._exit(9)
        return b"made here"

    for count in (1, 60):
        every = [*map(_told, range(30)), *[die_elsewhere] * count, *map(_told, range(30))]
        said = list(made(_pages(every), 2, alone=0))
        assert said[30 : 30 + count] == [b"made here"] * count
        assert len(said) == len(every)


def test_a_template_that_fails_is_told_and_the_old_site_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The finding is the same as from one process: file, line and reason."""
    monkeypatch.setattr(flow, "made", lambda pages, _hands: made(pages, 3, alone=0))
    target = tmp_path / "site"
    files = {
        "jmsite.yml": "title: T\ntheme: mine\n",
        "content/personas.yml": "camille: {title: Camille, segment: Buyers}\n",
        "themes/mine/theme.toml": "",
    }
    fails = {"themes/mine/templates/home.html": "<p>\n{{ nope.x }}</p>"}
    good, bad = (DictTree(one) for one in (files, files | fails))
    assert isinstance(write(render(check(good, Options()), good), target), Written)
    before = (target / "index.html").read_bytes()

    said = write(render(check(bad, Options()), bad), target)

    assert isinstance(said, Finding)
    assert str(said.location) == "themes/mine/templates/home.html:2:1"
    assert (target / "index.html").read_bytes() == before
    assert not active_children()


def test_an_interruption_ends_all_and_the_old_site_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C while others are at work leaves no process and the site as it was."""
    monkeypatch.setattr(flow, "made", lambda pages, _hands: made(pages, 2, alone=0))
    target = tmp_path / "site"
    write(_pages([*map(_told, range(30))]), target)
    before = {path.name: path.read_bytes() for path in target.iterdir()}

    def interrupt(done: int, _of: int) -> None:
        if done == 10:
            assert active_children()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(_pages([*map(_told, range(30))]), target, interrupt)

    assert not active_children()
    assert {path.name: path.read_bytes() for path in target.iterdir()} == before


def test_processes_end_when_the_one_that_asks_is_gone(tmp_path: Path) -> None:
    """Whoever is killed at work leaves nobody behind who waits for it for ever."""
    script = """
import os, signal, sys
from jmsite.render.hands import made
from jmsite.render.page import Page
pages = [Page(str(number), lambda: str(os.getpid()).encode()) for number in range(60)]
for number, data in enumerate(made(pages, 3, 0)):
    print(data.decode(), flush=True)
    if number == 20:
        os.kill(os.getpid(), signal.SIGKILL)
"""
    file = tmp_path / "script.py"
    file.write_text(script)
    # The pipe that all of them write to is at its end only when the last of them has ended.
    run = subprocess.run([sys.executable, str(file)], capture_output=True, check=False, timeout=60)
    assert run.returncode < 0
    assert len(run.stdout.split()) == 21
