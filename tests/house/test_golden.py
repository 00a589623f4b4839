"""The golden files' own helper: what it holds to, and what the switch rewrites."""

from pathlib import Path

import pytest

from tests.support.golden import Golden


def test_another_text_fails(tmp_path: Path) -> None:
    """A text that differs from its file fails and names the file."""
    (tmp_path / "words.txt").write_text("expected\n")

    with pytest.raises(AssertionError, match=r"words\.txt expects other words"):
        Golden(update=False).check(tmp_path / "words.txt", "actual\n")


def test_a_missing_file_names_the_switch(tmp_path: Path) -> None:
    """A new case tells how its golden file is written."""
    with pytest.raises(AssertionError, match="--update-golden"):
        Golden(update=False).check(tmp_path / "new.txt", "actual\n")


def test_a_file_too_many_fails(tmp_path: Path) -> None:
    """A folder is held to its list of files, not only to their content."""
    (tmp_path / "left.html").write_text("")

    with pytest.raises(AssertionError, match="expects other files"):
        Golden(update=False).check_folder(tmp_path, {})


def test_the_switch_rewrites_a_folder(tmp_path: Path) -> None:
    """Under the switch stale files go, new ones come, and the comparison holds after."""
    (tmp_path / "stale.html").write_text("")

    Golden(update=True).check_folder(tmp_path, {"a/index.html": b"<p>", "logo.png": b"\x89\xff"})

    assert not (tmp_path / "stale.html").exists()
    Golden(update=False).check_folder(tmp_path, {"a/index.html": b"<p>", "logo.png": b"\x89\xff"})
