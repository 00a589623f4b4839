"""Checks follow what is typed: the newest state, once, and again after one that failed."""

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from jmsite.files.tree import DictTree, Tree
from jmsite.lsp import checking
from jmsite.lsp.checking import Checker
from jmsite.lsp.knowledge import Knowledge, learn
from jmsite.lsp.projects import Project

FILE = "content/pages/about.md"


class Check:
    """Stands for the check of a project: it keeps the texts that it was given."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.begun = threading.Event()
        self.may_end = threading.Event()
        self.may_end.set()

    def __call__(self, tree: Tree, _before: Knowledge | None) -> Knowledge:
        """Keep the text of the tree; fail where it says so, once it may end."""
        text = tree.read(FILE).decode()
        self.texts.append(text)
        self.begun.set()
        self.may_end.wait()
        if text == "fail":
            raise ValueError(text)
        return learn(DictTree({"jmsite.yml": "title: x\n"}), None)


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> Check:
    """Put a check in the place of the real one."""
    made = Check()
    monkeypatch.setattr(checking, "learn", made)
    monkeypatch.setattr(checking, "PAUSE", 0)
    return made


def run(doing: Coroutine[Any, Any, None]) -> None:
    """Run in a thread, since the one of the tests may be busy with a browser."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, doing).result()


def test_quick_typing_is_checked_once(check: Check, tmp_path: Path) -> None:
    """Of several changes before a check begins the last one alone is checked and told."""
    told: list[Project] = []

    async def type_quickly() -> None:
        checker = Checker(Project(tmp_path), told.append)
        for letter in "abc":
            checker.project.open(FILE, "", letter)
            checker.changed()
        await checker.settled()

    run(type_quickly())
    assert check.texts == ["c"]
    assert len(told) == 1


def test_what_is_stale_is_not_told(check: Check, tmp_path: Path) -> None:
    """What comes of a text that has changed since is kept to oneself; the new one is checked."""
    told: list[Project] = []

    async def type_meanwhile() -> None:
        checker = Checker(Project(tmp_path), told.append)
        check.may_end.clear()
        checker.project.open(FILE, "", "a")
        checker.changed()
        await asyncio.to_thread(check.begun.wait)
        checker.project.open(FILE, "", "b")
        checker.changed()
        check.may_end.set()
        await checker.settled()

    run(type_meanwhile())
    assert check.texts == ["a", "b"]
    assert len(told) == 1


def test_a_check_that_fails_is_not_the_last(
    check: Check, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """What went wrong is written down, and the next change is checked as ever."""
    told: list[Project] = []

    async def fail_once() -> None:
        checker = Checker(Project(tmp_path), told.append)
        for text in ("fail", "mended"):
            checker.project.open(FILE, "", text)
            checker.changed()
            await checker.settled()

    run(fail_once())
    assert check.texts == ["fail", "mended"]
    assert len(told) == 1
    assert "ValueError: fail" in caplog.text


def test_the_disk_is_looked_at_when_told(tmp_path: Path) -> None:
    """While somebody types, the files on the disk are those that were seen last."""
    project = Project(tmp_path)
    assert project.tree().paths() == ()
    (tmp_path / "jmsite.yml").write_text("title: x\n")
    project.open(FILE, "", "typed")
    assert project.tree().paths() == (FILE,)
    project.looks = True
    assert project.tree().paths() == (FILE, "jmsite.yml")
