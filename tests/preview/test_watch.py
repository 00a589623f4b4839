"""Changes on disk are seen, whichever way they come; reads are not."""

import queue
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from jmsite.preview import lookout, watch
from jmsite.preview.watch import BLIND, Watch
from tests.preview.asking import PATIENCE
from tests.support.project import MakeProject

FILES = {"jmsite.yml": "title: T\n", "content/a.md": "one\n", "content/sub/b.md": "two\n"}


@dataclass(frozen=True)
class Watched:
    """A project that is watched, what was said, and the changes as they are seen."""

    root: Path
    said: list[str]
    changes: "queue.Queue[tuple[str, ...]]"

    def next(self) -> tuple[str, ...]:
        """Return the next change that is seen; fail where none is for long."""
        return self.changes.get(timeout=PATIENCE)


@contextmanager
def watched(root: Path) -> Iterator[Watched]:
    """Watch a project while the block runs."""
    seen: queue.Queue[tuple[str, ...]] = queue.Queue()
    said: list[str] = []
    watching = Watch(root, "jmsite.yml", said.append)

    def note() -> None:
        for found in watching.changes():
            seen.put(found.changed)

    thread = threading.Thread(target=note)
    thread.start()
    try:
        yield Watched(root, said, seen)
    finally:
        watching.stop()
        thread.join()


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    """A project that is watched by hints alone: nobody looks without one."""
    monkeypatch.setattr(watch, "IDLE", 10 * PATIENCE)
    with watched(make_project(FILES)) as found:
        yield found


def test_a_save_is_seen_once(project: Watched) -> None:
    """One save is one change, though the system tells of it many times."""
    (project.root / "content/a.md").write_text("first\n")
    first = project.next()
    (project.root / "content/sub/b.md").write_text("second\n")

    assert (first, project.next()) == (("content/a.md",), ("content/sub/b.md",))
    assert project.said == []


def test_a_save_by_another_file_is_seen(project: Watched) -> None:
    """Editors write beside a file and put the new one in its place."""
    beside = project.root / "content/.a.md.tmp"
    beside.write_text("new\n")
    beside.replace(project.root / "content/a.md")

    assert project.next() == ("content/a.md",)


def test_a_read_is_no_change(project: Watched) -> None:
    """What is only read, or is no source, is not told: the next change told is a real one."""
    (project.root / "content/a.md").read_bytes()
    (project.root / "notes.txt").write_text("no source\n")
    (project.root / "jmsite.yml").write_text("title: Other\n")

    assert project.next() == ("jmsite.yml",)


def test_a_folder_that_comes_later_is_seen(project: Watched) -> None:
    """A source folder that was not there at first is watched from when it comes."""
    (project.root / "data").mkdir()
    (project.root / "data/k.csv").write_text("1\n")
    seen = project.next()
    (project.root / "data/k.csv").write_text("1\n2\n")

    assert (seen, project.next()) == (("data/k.csv",), ("data/k.csv",))


@pytest.mark.parametrize("away", ["removed", "renamed"])
def test_a_folder_that_is_replaced_is_seen(project: Watched, away: str) -> None:
    """A source folder in the place of another of its name is watched as well."""
    content = project.root / "content"
    shutil.rmtree(content) if away == "removed" else content.rename(project.root / "old")
    assert project.next() == ("content/a.md", "content/sub/b.md")
    content.mkdir()
    (content / "c.md").write_text("three\n")
    assert project.next() == ("content/c.md",)
    (content / "c.md").write_text("four, in the new folder\n")

    assert project.next() == ("content/c.md",)


def test_where_the_system_has_no_more_watches_one_looks(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where folders cannot be watched that is said, and changes are found by looking."""
    monkeypatch.setattr(lookout, "_system_watches", lambda: 1)
    with watched(make_project(FILES)) as found:
        (found.root / "content/a.md").write_text("seen all the same\n")

        assert found.next() == ("content/a.md",)
        assert found.said == [BLIND]


def test_a_watch_that_is_refused_later_is_made_up_for(
    project: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a folder that comes later cannot be watched, one looks from then on."""

    def refuse(self: lookout.Lookout, path: Path, number: int) -> None:
        raise OSError(28, f"no watch left for {path} of {self}, {number}")

    monkeypatch.setattr(lookout.Lookout, "_watch", refuse)
    (project.root / "static").mkdir()
    (project.root / "static/logo.svg").write_text("<svg/>")
    assert project.next() == ("static/logo.svg",)
    (project.root / "content/a.md").write_text("looked at\n")

    assert project.next() == ("content/a.md",)
    assert project.said == [BLIND]


def test_where_nobody_gives_hints_one_looks_now_and_then(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A network disk tells nobody of changes; they are found without a hint."""
    monkeypatch.setattr(watch, "IDLE", 0.05)
    monkeypatch.setattr(lookout._Events, "on_any_event", lambda _self, _event: None)  # noqa: SLF001 - the disk's silence
    with watched(make_project(FILES)) as found:
        (found.root / "content/a.md").write_text("in silence\n")

        assert found.next() == ("content/a.md",)
        assert found.said == []
