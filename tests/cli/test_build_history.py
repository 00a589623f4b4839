"""`jmsite build` says what pages cannot tell of the history of a project."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from jmsite.cli.commands import jmsite
from tests.support.project import write_files
from tests.support.repository import Repo, repository

PROJECT = {
    "jmsite.yml": "title: Maps\n",
    "content/index.md": "",
    "content/journeys/buy/index.md": "---\ntitle: Buy\n---\n",
}


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A project with a commit."""
    repo = repository(tmp_path / "repo")
    repo.commit(PROJECT)
    return repo


def _said(project: Path, *more: str) -> str:
    result = CliRunner().invoke(jmsite, ["build", str(project), *more])
    assert result.exit_code == 0, result.output
    return result.stderr


def test_a_whole_history_is_nothing_to_speak_of(repo: Repo) -> None:
    """Nothing is said where all is known."""
    assert _said(repo.root) == ""


def test_where_a_clone_is_cut_its_reader_is_told(repo: Repo, tmp_path: Path) -> None:
    """What to do about it is said for a desk and for a workflow; who wants quiet has it."""
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.root}", str(tmp_path / "cut"))
    assert _said(tmp_path / "cut") == (
        "The history on the pages begins on 2026-05-01: this clone is shallow. "
        "“git fetch --unshallow” brings the rest; in a workflow, “fetch-depth: 0”.\n"
    )
    assert _said(tmp_path / "cut", "--quiet") == ""


def test_where_contents_were_never_fetched_that_is_told(repo: Repo, tmp_path: Path) -> None:
    """A build fetches nothing, so a clone without old contents cannot say what changed in them."""
    repo.git("config", "uploadpack.allowFilter", "true")
    repo.commit({"content/journeys/buy/index.md": "---\ntitle: Buying\n---\n"})
    clone = ("clone", "--quiet", "--filter=blob:none", f"file://{repo.root}")
    repo.git(*clone, str(tmp_path / "part"))
    said = _said(tmp_path / "part")
    assert said.startswith("Pages do not tell what changed when, for git says: there is no ")
    assert said.endswith("was never fetched; clone it without “--filter”\n")


def test_a_repository_that_git_does_not_read_is_told_of(repo: Repo) -> None:
    """The words of git say why there is no history."""
    (repo.root / ".git/config").write_text("[core\n")
    said = _said(repo.root)
    assert said.startswith("Pages tell nothing of the history, for git says: bad config line 1")


def test_who_has_no_git_hears_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A project in no repository is built as ever; one in a repository misses its history."""
    project = write_files(tmp_path / "project", PROJECT)
    monkeypatch.setenv("PATH", "/nowhere")
    assert _said(project) == ""
    (project / ".git").mkdir()
    shutil.rmtree(project / "site")
    assert "git is not installed" in _said(project)
