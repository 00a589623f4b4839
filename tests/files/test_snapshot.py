"""What counts as a change of the sources."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from jmsite.files.snapshot import changed_paths, snapshot
from tests.support.project import MakeProject

FILES = {"jmsite.yml": "title: T\n", "content/a.md": "one\n", "data/k.csv": "1\n"}


@pytest.fixture
def project(make_project: MakeProject) -> Path:
    """A project of three files."""
    return make_project(FILES)


def changed_by(project: Path, change: str) -> tuple[str, ...]:
    """Return what a change on disk changes."""
    before = snapshot(project, "jmsite.yml")
    CHANGES[change](project)
    return changed_paths(before, snapshot(project, "jmsite.yml"))


def _write(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("new")


def _replace(project: Path) -> None:
    """Put another file of the same length and time in the place of one, as some editors do."""
    old = project / "content/a.md"
    new = project / "content/.a.md.new"
    new.write_text("two\n")
    os.utime(new, ns=(old.stat().st_atime_ns, old.stat().st_mtime_ns))
    new.replace(old)


CHANGES: Mapping[str, Callable[[Path], object]] = {
    "read": lambda project: (project / "content/a.md").read_bytes(),
    "site": lambda project: _write(project / "site/index.html"),
    "hidden": lambda project: _write(project / "content/.a.md.swp"),
    "backup": lambda project: _write(project / "content/a.md~"),
    "edit": lambda project: (project / "content/a.md").write_text("longer\n"),
    "replace": _replace,
    "new": lambda project: _write(project / "static/new/logo.svg"),
    "gone": lambda project: (project / "data/k.csv").unlink(),
    "rename": lambda project: (project / "content/a.md").rename(project / "content/b.md"),
    "link": lambda project: (project / "content/b.md").symlink_to("a.md"),
    "settings": lambda project: (project / "jmsite.yml").write_text("title: Other\n"),
}


@pytest.mark.parametrize("change", ["read", "site", "hidden", "backup"])
def test_what_is_no_change(project: Path, change: str) -> None:
    """Reading a source, building a site and what editors leave behind change no source."""
    assert changed_by(project, change) == ()


@pytest.mark.parametrize(
    ("change", "paths"),
    [
        ("edit", ("content/a.md",)),
        ("replace", ("content/a.md",)),
        ("new", ("static/new/logo.svg",)),
        ("gone", ("data/k.csv",)),
        ("rename", ("content/a.md", "content/b.md")),
        ("link", ("content/b.md",)),
        ("settings", ("jmsite.yml",)),
    ],
)
def test_what_is_a_change(project: Path, change: str, paths: tuple[str, ...]) -> None:
    """A source that is new, gone, renamed, written or replaced is named."""
    assert changed_by(project, change) == paths
