"""What is kept for the next run in the user's cache."""

import os
from pathlib import Path

import pytest

from jmsite.files import cache


def test_a_thing_is_made_once(tmp_path: Path) -> None:
    """The second time it is read, and what is made by another name is another thing."""
    assert cache.kept(tmp_path, "a", lambda: b"first") == b"first"
    assert cache.kept(tmp_path, "a", lambda: b"second") == b"first"
    assert cache.kept(tmp_path, "b", lambda: b"second") == b"second"


def test_without_a_folder_nothing_is_kept() -> None:
    """Where no cache can be, each run makes its own."""
    assert cache.kept(None, "a", lambda: b"first") == b"first"
    assert cache.kept(None, "a", lambda: b"second") == b"second"


def test_a_folder_that_is_gone_does_no_harm(tmp_path: Path) -> None:
    """Nothing of a cache is ever needed."""
    assert cache.kept(tmp_path / "gone", "a", lambda: b"made") == b"made"


def test_the_oldest_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache does not grow without end."""
    monkeypatch.setattr(cache, "_MOST", 4)
    for number, name in enumerate("abcd"):
        cache.kept(tmp_path, name, name.encode)
        os.utime(tmp_path / name, (number, number))
    cache.kept(tmp_path, "e", b"e".__bytes__)

    assert sorted(file.name for file in tmp_path.iterdir()) == ["c", "d", "e"]
