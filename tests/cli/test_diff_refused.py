"""``jmsite diff``: what is said where nothing can be compared."""

from pathlib import Path

import pytest

from tests.cli.diffing import SETTINGS, refused, told_by
from tests.support.project import write_files
from tests.support.repository import Repo, repository


@pytest.mark.parametrize("name", ["nowhere", "0" * 40, "v1:content"])
def test_an_unknown_commit(repo: Repo, name: str) -> None:
    """The name is told, and what else it could have been."""
    assert repo.root.is_dir()
    said = refused(name)

    assert f"there is no commit “{name}” in this repository" in said
    assert "holds a jmsite.yml" in said


@pytest.mark.parametrize(
    ("name", "asked"), [("main..HEAD", "main HEAD"), ("v1...main", "v1 main"), ("v1..", "v1")]
)
def test_a_range_as_git_writes_it(repo: Repo, name: str, asked: str) -> None:
    """Whoever knows git is told how the same is asked here; a path with dots is no range."""
    assert repo.root.is_dir()
    assert f"“jmsite diff {asked}”" in refused(name)
    assert "a space between" not in refused("a/../b")


@pytest.mark.parametrize("name", ["--output=x", "--upload-pack=touch x", "-x"])
def test_a_name_that_looks_like_an_option(repo: Repo, name: str) -> None:
    """It is a name and never an option of git."""
    said = refused("--", name)

    assert "there is no commit" in said
    assert not (repo.root / "x").exists()


def test_no_main_line(repo: Repo) -> None:
    """Where nobody knows what to compare with, one is asked to name it."""
    repo.git("branch", "-q", "-D", "main")
    assert "there is no origin/HEAD, main or master to compare with" in refused()


def test_a_repository_without_a_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to compare with yet."""
    empty = repository(tmp_path / "empty")
    write_files(empty.root, {"jmsite.yml": SETTINGS})
    monkeypatch.chdir(empty.root)

    assert "to compare with; name a commit or a folder" in refused()
    assert "there is no commit “HEAD”" in refused("HEAD")


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project outside of every repository has no commits."""
    write_files(tmp_path, {"jmsite.yml": SETTINGS})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    said = refused("main")

    assert "is not in a git repository" in said
    assert "name a folder that holds its older state" in said


def test_a_shallow_clone(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clone that does not reach back says how to bring the rest."""
    repo.git("checkout", "-q", "work")
    clone = tmp_path / "clone"
    repo.git("clone", "-q", "--depth=1", "--no-single-branch", repo.root.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    repo.git("-C", str(clone), "branch", "-q", "main", "origin/main")
    repo.git(
        "-C", str(clone), "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main"
    )

    assert "nobody knows here where the work left origin/HEAD" in refused()
    assert "git fetch --unshallow" in refused()
    assert "git fetch --unshallow" in refused("v1~5")
    assert told_by("origin/main") == ["emotion −1 → 0"]


def test_contents_that_were_never_fetched(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clone without contents says so and ends with 2."""
    repo.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    repo.git("clone", "-q", "--filter=blob:none", repo.root.as_uri(), str(clone))
    monkeypatch.chdir(clone)

    assert "was never fetched" in refused("v1")
