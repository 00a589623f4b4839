"""A look at what was hinted sees as much as a look at everything."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from jmsite.files.snapshot import Snapshot, changed_paths, look_again, snapshot
from tests.support.project import MakeProject, write_files

CONFIGURATION = "jmsite.yml"

# Two folders of one name, composed and decomposed; hidden ones; one that is no source.
FOLDERS = (
    *("content", "content/a", "content/a/b", "content/\u00e9", "content/e\u0301", "content/.git"),
    *("static", "static/.well-known", "data", "themes", "site"),
)
NAMES = ("x.md", "y.md", "\u00e9.png", "e\u0301.png", "x.md~", ".hidden", "two\nlines.md")
PATHS = (CONFIGURATION, *FOLDERS, *(f"{folder}/{name}" for folder in FOLDERS for name in NAMES))

BEGINNING = {
    CONFIGURATION: "title: T",
    **{f"{folder}/{name}": "x" for folder in FOLDERS[:4] for name in NAMES[:3]},
}

Edit = Callable[[Path, Path], object]


def _write(path: Path, _: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x" * (path.stat().st_size + 1 if path.exists() else 1))


def _make_folder(path: Path, _: Path) -> None:
    path.mkdir(parents=True, exist_ok=True)


def _remove(path: Path, _: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _move(path: Path, to: Path) -> None:
    path.rename(to)


def _swap(path: Path, other: Path) -> None:
    aside = path.with_name(".aside")
    path.rename(aside)
    other.rename(path)
    aside.rename(other)


def _copy(path: Path, to: Path) -> None:
    if not to.is_relative_to(path):
        shutil.copytree(path, to, symlinks=True)


def _link(path: Path, to: Path) -> None:
    path.symlink_to(to.name)


EDITS: tuple[Edit, ...] = (_write, _make_folder, _remove, _move, _swap, _copy, _link)

Step = tuple[Edit, int, int]
STEPS = st.lists(
    st.tuples(st.sampled_from(EDITS), st.integers(0, 999), st.integers(0, 999)), max_size=4
)


def _do(root: Path, steps: Sequence[Step]) -> Iterator[str]:
    """Do what can be done of the steps; yield what the system tells of them at the least."""
    for edit, one, two in steps:
        there = sorted(path.relative_to(root).as_posix() for path in root.rglob("*"))
        every = [*there, *PATHS]
        path, other = every[one % len(every)], every[two % len(every)]
        new = [part for part in (path, *_above(path)) if not (root / part).exists()]
        with suppress(OSError, shutil.Error):
            edit(root / path, root / other)
        yield from (path, other, *new[-1:])


def _above(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(len(parts) - 1, 0, -1)]


def _told(seen: Snapshot) -> tuple[object, ...]:
    listing = seen.listing
    problems = [str(problem) for problem in listing.unreadable]
    files = (dict(listing.files), listing.paths, dict(seen.stamps))
    return *files, listing.links, problems


@given(st.lists(STEPS, min_size=1, max_size=8))
def test_what_was_hinted_is_all_that_changed(rounds: Sequence[Sequence[Step]]) -> None:
    """After any edits, a look at what they touched gives what a look at everything gives."""
    with TemporaryDirectory() as folder:
        root = write_files(Path(folder), BEGINNING)
        seen = snapshot(root, CONFIGURATION)
        for steps in rounds:
            before, hinted = seen, set(_do(root, steps))
            seen = look_again(root, CONFIGURATION, before, hinted)
            clean = snapshot(root, CONFIGURATION)

            assert _told(seen) == _told(clean)
            assert changed_paths(before, seen) == changed_paths(before, clean)


def test_a_look_at_what_was_hinted_looks_at_nothing_else(make_project: MakeProject) -> None:
    """Where only one of two edits was hinted, the other is not seen: nobody looked there."""
    project = make_project({"content/a/x.md": "one", "content/b/y.md": "two"})
    before = snapshot(project, CONFIGURATION)
    (project / "content/a/x.md").write_text("longer")
    (project / "content/b/y.md").write_text("longer")
    after = look_again(project, CONFIGURATION, before, ["content/a/x.md"])

    assert changed_paths(before, after) == ("content/a/x.md",)


def test_where_nothing_changed_nothing_is_made_anew(make_project: MakeProject) -> None:
    """A look that finds all as it was returns what was known before, however much it looks at."""
    project = make_project({"content/a/x.md": "one", "jmsite.yml": "title: T"})
    before = snapshot(project, CONFIGURATION)

    assert look_again(project, CONFIGURATION, before, ["content/a", "jmsite.yml"]) is before
    assert snapshot(project, CONFIGURATION, before) is before


def test_where_no_file_comes_or_goes_the_paths_are_the_same(make_project: MakeProject) -> None:
    """Whoever goes by which files there are sees at a glance that these are the same."""
    project = make_project({"content/a/x.md": "one"})
    before = snapshot(project, CONFIGURATION)
    (project / "content/a/x.md").write_text("longer")
    after = snapshot(project, CONFIGURATION, before)
    (project / "content/a/b.md").write_text("new")

    assert after is not before
    assert after.listing.paths is before.listing.paths
    assert snapshot(project, CONFIGURATION, after).listing.paths == (
        "content/a/b.md",
        "content/a/x.md",
    )


def test_a_look_that_is_over_tells_nothing(make_project: MakeProject) -> None:
    """Half a look would tell that files are gone, so it tells what was known before."""
    project = make_project({"content/a/x.md": "one"})
    before = snapshot(project, CONFIGURATION)
    (project / "content/a/x.md").unlink()

    assert snapshot(project, CONFIGURATION, before, is_over=lambda: True) is before
