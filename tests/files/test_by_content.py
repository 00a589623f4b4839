"""Stamps by content: the same for the same bytes, wherever they are read from."""

from pathlib import Path

import pytest

from jmsite.files.by_content import ByContent
from jmsite.files.commit_tree import CommitTree
from jmsite.files.git import find_repository
from jmsite.files.tree import DictTree, FolderTree, Tree
from tests.support.repository import Repo, repository

FILES = {"jmsite.yml": "title: X\n", "content/a.md": "One.\n", "content/b.md": ""}


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Return a repository with a project."""
    repo = repository(tmp_path)
    repo.commit(FILES)
    return repo


def _commit(folder: Path) -> CommitTree:
    found = find_repository(folder)
    assert found is not None
    return CommitTree(found, found.commit("HEAD"))


def _stamps(tree: Tree, like: Tree) -> dict[str, object]:
    by_content = ByContent(tree, like)
    return {path: by_content.stamp(path) for path in by_content.paths()}


def test_a_file_that_is_the_same_has_the_same_stamp(repo: Repo) -> None:
    """In a commit, in a folder and in memory."""
    commit, folder, memory = _commit(repo.root), FolderTree(repo.root), DictTree(FILES)

    told = [_stamps(tree, commit) for tree in (commit, folder, memory)]

    assert told[0] == told[1] == told[2]
    assert len(set(told[0].values())) == len(FILES)


def test_another_content_has_another_stamp(repo: Repo) -> None:
    """A change that leaves the length as it was is seen too."""
    commit = _commit(repo.root)
    (repo.root / "content/a.md").write_text("Two.\n")
    folder = FolderTree(repo.root)

    before, after = _stamps(commit, folder), _stamps(folder, commit)

    assert [path for path in before if before[path] != after[path]] == ["content/a.md"]


def test_a_repository_with_long_names(tmp_path: Path) -> None:
    """A repository may name contents by the longer hash."""
    Repo(tmp_path).git("init", "-q", "--object-format=sha256", "--initial-branch=main")
    Repo(tmp_path).commit(FILES)
    commit, folder = _commit(tmp_path), FolderTree(tmp_path)

    assert _stamps(commit, folder) == _stamps(folder, commit)


def test_what_is_read_is_what_is_there(repo: Repo) -> None:
    """Whether a file was looked at before or not, and whichever was looked at last."""
    tree = ByContent(FolderTree(repo.root), _commit(repo.root))
    tree.stamp("content/a.md")

    assert tree.read("content/a.md") == b"One.\n"
    assert tree.read("content/b.md") == b""
    with pytest.raises(KeyError):
        tree.stamp("content/c.md")
