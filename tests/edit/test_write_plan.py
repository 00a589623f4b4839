"""A plan is made real as a whole, or nothing of it is."""

import unicodedata
from pathlib import Path

import pytest

from jmsite.edit.changes import Edit, Plan
from jmsite.edit.write_plan import write_plan
from tests.support.project import MakeProject, read_files, write_files

FILES = {"content/a.md": b"\xef\xbb\xbfone\r\ntwo", "content/b/c.md": b"three"}
PLAN = Plan(
    (Edit("content/a.md", 0, 3, "1"), Edit("content/b/c.md", 5, 5, "!")),
    (("content/b", "content/d"),),
    FILES,
)


def test_files_change_and_folders_move(make_project: MakeProject) -> None:
    """The mark at the beginning stays, and so do rights and whatever else is in a folder."""
    root = make_project({**FILES, "content/b/.hidden": "x"})
    (root / "content/a.md").chmod(0o640)

    assert write_plan(root, PLAN) is None

    assert read_files(root) == {
        "content/a.md": b"\xef\xbb\xbf1\r\ntwo",
        "content/d/c.md": b"three!",
        "content/d/.hidden": b"x",
    }
    assert (root / "content/a.md").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("content/b/c.md", "`content/b/c.md` has changed in the meantime."),
        ("content/d", "`content/d` is there already"),
    ],
)
def test_what_somebody_else_changed_is_left_to_them(
    make_project: MakeProject, path: str, words: str
) -> None:
    """A file that is no longer as the plan saw it, and a place that was taken since."""
    root = write_files(make_project(FILES), {path: "mine"})
    before = read_files(root)

    refusal = write_plan(root, PLAN)

    assert refusal is not None
    assert words in refusal.message
    assert read_files(root) == before


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("failing", [1, 2, 3])
def test_a_failure_in_between_takes_everything_back(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch, error: BaseException, failing: int
) -> None:
    """Whichever of the three steps it is that fails, and whether by error or by interruption."""
    root = make_project(FILES)
    steps = 0

    def counted(self: Path, target: Path) -> Path:
        nonlocal steps
        steps += 1
        if steps == failing:
            raise error
        return real(self, target)

    real = Path.replace
    monkeypatch.setattr(Path, "replace", counted)
    monkeypatch.setattr(Path, "rename", counted)

    if isinstance(error, OSError):
        refusal = write_plan(root, PLAN)
        assert refusal is not None
        assert "no space left on device" in refusal.message
    else:
        with pytest.raises(KeyboardInterrupt):
            write_plan(root, PLAN)
    assert read_files(root) == FILES


def test_a_name_is_found_however_the_disk_composes_its_letters(tmp_path: Path) -> None:
    """Projects name files in composed letters; some disks do not."""
    apart = unicodedata.normalize("NFD", "équipe")
    write_files(tmp_path, {f"content/{apart}/a.md": "one", f"content/{apart}/b.md": "two"})
    plan = Plan(
        (Edit("content/équipe/a.md", 0, 3, "1"),),
        (("content/équipe/b.md", "content/équipe/c.md"),),
        {"content/équipe/a.md": b"one"},
    )

    assert write_plan(tmp_path, plan) is None

    assert read_files(tmp_path) == {f"content/{apart}/a.md": b"1", f"content/{apart}/c.md": b"two"}
