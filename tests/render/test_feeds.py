"""What feeds leave out."""

from pathlib import Path

import pytest

from jmsite.build import Memory, Options, check, look_back, render
from jmsite.files.tree import FolderTree
from tests.support.repository import repository


@pytest.mark.usefixtures("own_cache")
def test_a_feed_tells_no_address(tmp_path: Path) -> None:
    """Programs read it: no e-mail address that somebody wrote into a text goes out with it."""
    repo = repository(tmp_path / "repo")
    repo.commit({
        "jmsite.yml": "title: Maps\n",
        "content/journeys/buy/index.md": "---\ntitle: Ask ann@secret.example\n---\n",
    })  # fmt: skip
    tree, memory = FolderTree(repo.root), Memory()
    checked = check(tree, Options(base_url="https://maps.example.org/"), memory)

    plan = render(checked, tree, memory, look_back(checked, tree, memory))
    for path in ("feed.xml", "journeys/buy/feed.xml"):
        feed = plan.makers[path]().decode()
        assert "Ask …@…" in feed
        assert "secret.example" not in feed
