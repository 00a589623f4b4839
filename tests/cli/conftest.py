"""The repository in which `jmsite diff` is tried."""

from pathlib import Path

import pytest

from tests.cli.diffing import PATH, SETTINGS, journey
from tests.support.repository import Repo, repository


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Return a repository with three commits on a branch, in which one stands."""
    repo = repository(tmp_path / "repo")
    repo.commit({"jmsite.yml": SETTINGS, PATH: journey(-2)})
    repo.git("tag", "v1")
    repo.commit({PATH: journey(-1)})
    repo.git("checkout", "-q", "-b", "work")
    repo.commit({PATH: journey(0)})
    monkeypatch.chdir(repo.root)
    return repo
