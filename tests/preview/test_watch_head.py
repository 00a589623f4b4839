"""The watch sees that a repository moved on, though no source changed."""

import pytest

from jmsite.preview.watch import MOVED, Watch
from tests.support.project import MakeProject


def test_a_commit_is_seen(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no hint the head is looked at, and told of once."""
    monkeypatch.setattr("jmsite.preview.watch.IDLE", 0.05)
    root = make_project({"jmsite.yml": "title: Maps\n"})
    heads = ["one"]
    watch = Watch(root, "jmsite.yml", lambda _: None, lambda: heads[-1])
    changes = watch.changes()
    heads.append("two")
    assert next(changes).changed == (MOVED,)
    (root / "content").mkdir()
    (root / "content/a.md").write_text("a\n")
    assert next(changes).changed == ("content/a.md",)
    watch.stop()
