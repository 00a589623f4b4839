"""`jmsite init --ci`: which file it makes, where, and for which project."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

import jmsite as package
from jmsite.cli.init import HOSTS
from jmsite.edit.workflow import PLACES, workflow_for
from jmsite.report.changes_markdown import mark
from tests.publish.workflows import parsed, place
from tests.support.commands import run
from tests.support.repository import Repo


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand at the top of a new repository."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_hosts_are_those_that_there_is_a_workflow_for() -> None:
    """The option offers them, and none."""
    assert {*PLACES, "none"} == set(HOSTS)


@pytest.mark.parametrize("host", PLACES)
def test_a_new_project_gets_a_workflow(repository: Path, host: str) -> None:
    """Beside the project stands the file of the host, which installs the jmsite that wrote it."""
    said = run("init", "--ci", host)

    assert (repository / "jmsite.yml").is_file()
    assert f"Made {place(host)} in {repository}" in said
    text = (repository / place(host)).read_text(encoding="utf-8")
    assert f"JMSITE: jmsite=={package.__version__}\n" in text
    assert re.findall(r"@[a-z]+@", text) == []
    assert mark().removesuffix(" -->") in text


def test_no_workflow_without_being_asked(repository: Path) -> None:
    """A project by itself is for any host."""
    run("init")

    assert not [host for host in PLACES if os.path.lexists(repository / place(host))]


@pytest.mark.parametrize("host", PLACES)
def test_a_project_that_is_there_gets_the_workflow_only(repository: Path, host: str) -> None:
    """No file of it is touched, and the workflow knows in which folder the project is."""
    run("init", "docs/our maps")
    before = {path: path.stat().st_mtime_ns for path in repository.rglob("*") if path.is_file()}

    run("init", "docs/our maps", "--ci", host)

    after = {path: path.stat().st_mtime_ns for path in repository.rglob("*") if path.is_file()}
    made = repository / place(host, "-docs-our-maps")
    assert {path: day for path, day in after.items() if path != made} == before
    read = yaml.safe_load(made.read_text(encoding="utf-8"))
    assert "docs/our maps" in _folders(host, read)


@pytest.mark.parametrize("host", PLACES)
def test_a_workflow_is_not_written_over(repository: Path, host: str) -> None:
    """Where the file is there already nothing is written, no project either: exit code 2."""
    there = repository / place(host)
    there.parent.mkdir(parents=True, exist_ok=True)
    there.write_text("ours\n")

    said = run("init", "--ci", host, code=2)

    assert place(host) in said
    assert there.read_text() == "ours\n"
    assert not (repository / "jmsite.yml").exists()


def test_a_second_project_gets_a_workflow_of_its_own(repository: Path) -> None:
    """The two share no name and no artefact, and a change in one folder runs one of them."""
    run("init", "docs/one", "--ci", "github")
    said = " ".join(run("init", "docs/t[w]o", "--ci", "github").split())
    one, two = (
        yaml.safe_load((repository / place("github", f"-docs-{name}")).read_text(encoding="utf-8"))
        for name in ("one", "t-w-o")
    )

    assert one["name"] != two["name"]
    assert not {job["name"] for job in one["jobs"].values()} & {
        job["name"] for job in two["jobs"].values()
    }
    assert two[True]["pull_request"]["paths"] == [
        "docs/t*w*o/**",
        ".github/workflows/journeys-docs-t-w-o.yml",
    ]
    assert "github.workflow" in one["concurrency"]["group"]
    assert not _artefacts(one) & _artefacts(two)
    # One site for a repository: the second is published by hand, and is told how.
    assert {"build", "publish"} & {*two["jobs"]} == set()
    assert "push" not in two[True]
    assert ".github/workflows/journeys-docs-one.yml publishes it" in said
    assert 'jmsite build --base-url "$ADDRESS/docs-t-w-o"' in said


def test_folders_that_make_one_name_get_two_workflows(repository: Path) -> None:
    """Each is asked once: the file of the same project is not written over."""
    for project in ("docs/map", "docs-map", "Docs map"):
        said = run("init", project, "--ci", "github")

    assert "journeys-docs-map-3.yml" in said
    assert '"$ADDRESS/docs-map-3"' in " ".join(said.split())
    for number, project in (("", "docs/map"), ("-2", "docs-map"), ("-3", "Docs map")):
        path = repository / place("github", f"-docs-map{number}")
        assert yaml.safe_load(path.read_text())["name"] == f"Journeys ({project})"
    for project in ("docs/map", "Docs map"):
        assert "nothing is written over" in run("init", project, "--ci", "github", code=2)


def test_a_project_at_the_top_is_looked_at_at_each_change(tmp_path: Path) -> None:
    """It has no filter, so its check can be required."""
    read = parsed("github", tmp_path)

    assert read[True]["pull_request"] is None
    assert "paths" not in read[True]["push"]
    assert read["name"] == "Journeys"
    assert _artefacts(read) == {"changes", "preview"}


def test_gitlab_reads_one_file(repository: Path) -> None:
    """What to do for a second project is told by its folder."""
    run("init", "one", "--ci", "gitlab")

    refused = run("init", "two", "--ci", "gitlab", code=2)
    assert "`JOURNEYS: two`" in refused
    assert "outside of the repository" in refused
    assert not (repository / "two").exists()


def test_a_gitlab_file_of_others_with_a_variable_like_ours(repository: Path) -> None:
    """There is one file, whatever it says: no other name is looked for, and nothing is made."""
    (repository / place("gitlab")).write_text("variables:\n  PROJECT: shop\n", "utf-8")

    assert "`JOURNEYS: maps`" in run("init", "maps", "--ci", "gitlab", code=2)


def test_a_folder_in_no_repository_is_the_top_of_one(tmp_path: Path) -> None:
    """Its repository is made afterwards; that of a home folder is not meant."""
    run("init", str(tmp_path / "maps"), "--ci", "github")

    assert (tmp_path / "maps" / place("github")).is_file()


def test_a_home_folder_in_git_is_not_taken_for_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """People who keep their settings in git find no workflow among them."""
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".git").mkdir()

    assert workflow_for(tmp_path / "maps", "github").top == tmp_path / "maps"


@pytest.mark.parametrize(
    ("told", "branches"),
    [
        ([], ["main", "master", "trunk"]),
        (["symbolic-ref", "HEAD", "refs/heads/main"], ["main", "master"]),
        (["symbolic-ref", "HEAD", "refs/heads/a,b#1"], ["main", "master", "a,b#1"]),
        (["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/live/x"], ["live/x"]),
    ],
)
def test_what_is_pushed_to_the_main_branch_is_published(
    tmp_path: Path, told: list[str], branches: list[str]
) -> None:
    """It is the one that the host told the clone, else the one that is checked out may be it."""
    repo = Repo(tmp_path)
    repo.git("init", "--quiet", "--initial-branch", "trunk")
    if told:
        repo.git(*told)

    # YAML 1.1 reads the key `on` as yes.
    assert parsed("github", tmp_path)[True]["push"]["branches"] == branches


def _artefacts(read: Mapping[Any, Any]) -> set[str]:
    """Return the names of what a workflow keeps."""
    steps = (step for job in read["jobs"].values() for step in job["steps"])
    return {step["with"]["name"] for step in steps if "upload-artifact@" in step.get("uses", "")}


def _folders(host: str, read: Mapping[Any, Any]) -> set[str]:
    """Return the folders that a workflow works in."""
    if host == "gitlab":
        return {read["variables"]["JOURNEYS"]}
    return {
        job["defaults"]["run"]["working-directory"]
        for job in read["jobs"].values()
        if "defaults" in job
    }
