"""New sources are written whole or not at all, and never over something."""

from pathlib import Path

import pytest

from jmsite.edit.files import write_new
from jmsite.files.output import Output

PAIR = [Output("content/a.md", b"a"), Output("content/deep/er/b.md", b"b")]


def listed(folder: Path) -> list[str]:
    """Return the paths of everything in a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    """Folders come by themselves, and nothing but the files is left."""
    assert write_new(tmp_path / "new", PAIR) is None

    assert listed(tmp_path) == [
        "new", "new/content", "new/content/a.md", "new/content/deep", "new/content/deep/er",
        "new/content/deep/er/b.md",
    ]  # fmt: skip


def test_what_is_there_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    """One file that exists already is enough to leave everything as it was."""
    there = tmp_path / "content" / "deep" / "er" / "b.md"
    there.parent.mkdir(parents=True)
    there.write_text("mine")

    refusal = write_new(tmp_path, PAIR)

    assert refusal is not None
    assert refusal.paths == ("content/deep/er/b.md",)
    assert there.read_text() == "mine"
    assert not (tmp_path / "content" / "a.md").exists()


def test_a_dead_link_counts_as_there(tmp_path: Path) -> None:
    """A symbolic link that leads nowhere is somebody's, too."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").symlink_to(tmp_path / "nowhere")

    refusal = write_new(tmp_path, PAIR)

    assert refusal is not None
    assert refusal.paths == ("content/a.md",)


def test_an_error_on_the_way_leaves_the_folder_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the second file cannot be moved to its place, the first is taken back."""
    whole = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name == "b.md":
            raise OSError(28, "No space left on device")
        return whole(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    (tmp_path / "old.txt").write_text("old")

    refusal = write_new(tmp_path, PAIR)

    assert refusal is not None
    assert "no space left" in refusal.message
    assert listed(tmp_path) == ["old.txt"]


def test_an_interruption_leaves_the_folder_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C between two files takes the first one back."""
    whole = Path.rename

    def interrupted(self: Path, target: Path) -> Path:
        if self.name == "b.md":
            raise KeyboardInterrupt
        return whole(self, target)

    monkeypatch.setattr(Path, "rename", interrupted)

    with pytest.raises(KeyboardInterrupt):
        write_new(tmp_path / "new", PAIR)

    assert listed(tmp_path) == []


def test_a_file_in_the_way_of_a_folder_is_an_answer(tmp_path: Path) -> None:
    """Where the system refuses, its reason is said and nothing is changed."""
    (tmp_path / "content").write_text("a file")

    refusal = write_new(tmp_path, PAIR)

    assert refusal is not None
    assert "cannot be written" in refusal.message
    assert listed(tmp_path) == ["content"]
