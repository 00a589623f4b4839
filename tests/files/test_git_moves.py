"""The folder of a project is found where it was before it was moved."""

from pathlib import Path

import pytest

from jmsite.files.git import Repository, find_repository
from jmsite.files.git_moves import moved_from, moved_in
from tests.support.repository import Repo, repository

NAME = "jmsite.yml"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository with two projects in one folder."""
    repo = repository(tmp_path / "repo")
    repo.commit({f"maps/{one}/{NAME}": "title: Map\n" for one in ("buy", "rent")})
    return repo


def _at(repo: Repo, folder: str) -> Repository:
    found = find_repository(repo.root / folder)
    assert found is not None
    return found


def test_of_two_that_moved_it_is_the_one_that_is_called_alike(repo: Repo) -> None:
    """As where the folder around both of them was moved."""
    old = repo.commit({})
    (repo.root / "docs").mkdir()
    repo.git("mv", "maps", "docs/maps")
    new = repo.commit({})
    moved = _at(repo, "docs/maps/rent")
    assert moved_from(moved, old, NAME).prefix == "maps/rent/"
    before = moved_in(moved, new, NAME)
    assert before is not None
    assert before.prefix == "maps/rent/"
    assert list(before.files(old)) == [NAME]


def test_where_nobody_can_tell_it_has_not_moved(repo: Repo) -> None:
    """Of two that are gone neither is like this one."""
    old = repo.commit({})
    repo.git("rm", "-rq", "maps")
    new = repo.commit({f"sell/{NAME}": ""})
    here = _at(repo, "sell")
    assert moved_from(here, old, NAME) == here
    assert moved_in(here, new, NAME) is None


def test_another_project_that_is_still_there_is_not_it(repo: Repo) -> None:
    """A second one may begin as a copy of the first."""
    old = repo.commit({})
    new = repo.commit({f"maps/sell/{NAME}": "title: Map\n"})
    here = _at(repo, "maps/sell")
    assert moved_from(here, old, NAME) == here
    assert moved_in(here, new, NAME) is None


def test_a_project_may_come_from_and_go_to_the_root_of_the_repository(tmp_path: Path) -> None:
    """The first commit has none before it."""
    repo = repository(tmp_path / "repo")
    first = repo.commit({NAME: "title: Map\n"})
    assert moved_in(_at(repo, ""), first, NAME) is None
    (repo.root / "map").mkdir()
    repo.git("mv", NAME, "map")
    second = repo.commit({})
    assert moved_from(_at(repo, "map"), first, NAME).prefix == ""
    repo.git("mv", f"map/{NAME}", NAME)
    third = repo.commit({})
    assert moved_from(_at(repo, ""), second, NAME).prefix == "map/"
    before = moved_in(_at(repo, ""), third, NAME)
    assert before is not None
    assert before.prefix == "map/"


def test_a_project_that_a_sparse_work_tree_leaves_out_has_not_moved(repo: Repo) -> None:
    """It is not on the disk, and in the repository all the same."""
    repo.git("rm", "-rq", "maps/rent")
    old = repo.commit({})
    repo.commit({f"sell/{NAME}": "title: Map\n"})
    repo.git("sparse-checkout", "set", "sell")
    here = _at(repo, "sell")
    assert not (repo.root / "maps").exists()
    assert moved_from(here, old, NAME) == here
