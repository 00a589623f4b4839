"""`jmsite init --ci`: which file it makes and where, and what the file may do."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

import jmsite as package
from jmsite.cli.init import HOSTS
from jmsite.edit.workflow import PLACES, workflow_for
from jmsite.report.changes_markdown import mark
from tests.support.commands import run
from tests.support.repository import Repo

# A commit by its full name, and beside it for people the version that it is.
PINNED = re.compile(r"uses: ([\w.-]+/[\w./-]+)@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand at the top of a new repository."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def place(host: str, suffix: str = "") -> str:
    """Return where the file of a host is, for a project at the top or in a folder."""
    return PLACES[host].format(suffix=suffix)


def text_of(host: str, folder: Path) -> str:
    """Return the file for a project in a folder."""
    return workflow_for(folder, host).output.data.decode()


def parsed(host: str, folder: Path) -> dict[Any, Any]:
    """Return the same, read as YAML."""
    found: dict[Any, Any] = yaml.safe_load(text_of(host, folder))
    return found


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


# What the file for GitHub may do.


def _uses(text: str) -> Iterator[str]:
    return (line.strip().removeprefix("- ") for line in text.splitlines() if "uses:" in line)


def test_every_action_is_pinned_to_a_commit(tmp_path: Path) -> None:
    """What a tag says may change; what a commit holds does not."""
    text = text_of("github", tmp_path)

    assert [line for line in _uses(text) if not PINNED.match(line)] == []
    assert len(list(_uses(text))) >= 8


def test_each_action_is_taken_in_one_version(tmp_path: Path) -> None:
    """The jobs of a workflow use the same commits."""
    uses = set(_uses(text_of("github", tmp_path)))

    assert len(uses) == len({line.partition("@")[0] for line in uses})


def test_jobs_have_the_rights_that_they_need(tmp_path: Path) -> None:
    """Nothing by default; only what runs no content of a change may write."""
    read = parsed("github", tmp_path)

    assert read["permissions"] == {}
    assert {name: job["permissions"] for name, job in read["jobs"].items()} == {
        "check": {"contents": "read"},
        "comment": {"pull-requests": "write"},
        "build": {"contents": "read", "pages": "read"},
        "publish": {"pages": "write", "id-token": "write"},
    }


def test_what_may_write_holds_no_foreign_files(tmp_path: Path) -> None:
    """A job with a right to write checks nothing out and installs nothing."""
    read = parsed("github", tmp_path)

    for job in read["jobs"].values():
        if "write" in job["permissions"].values():
            steps = " ".join(str(step) for step in job["steps"])
            assert "checkout" not in steps
            assert "pip" not in steps
    # PyYAML reads the key `on` as YAML 1.1 does.
    assert "pull_request_target" not in read[True]
    assert "workflow_run" not in read[True]


def test_nothing_that_others_write_stands_in_a_script(tmp_path: Path) -> None:
    """Titles and names of branches reach a shell as variables, never as parts of its text."""
    read = parsed("github", tmp_path)
    scripts = [
        step["run"] for job in read["jobs"].values() for step in job["steps"] if "run" in step
    ]

    assert scripts
    assert [script for script in scripts if "${{" in script] == []


def test_jobs_end(tmp_path: Path) -> None:
    """Each has a limit of time, and a newer push ends the run of an older one."""
    read = parsed("github", tmp_path)

    assert all(job["timeout-minutes"] <= 15 for job in read["jobs"].values())
    assert "pull_request" in read["concurrency"]["cancel-in-progress"]


def test_checkouts_hold_the_history_and_no_credentials(tmp_path: Path) -> None:
    """Comparing and telling of history need all commits; no later step needs the token."""
    read = parsed("github", tmp_path)
    checkouts = [
        step["with"]
        for job in read["jobs"].values()
        for step in job["steps"]
        if "checkout" in step.get("uses", "")
    ]

    assert checkouts == [{"fetch-depth": 0, "persist-credentials": False}] * 2


# What the file for GitLab may do.


def test_gitlab_runs_pinned_images_for_a_limited_time(tmp_path: Path) -> None:
    """An image is named to its last figure, and each job has a limit of time."""
    read = parsed("gitlab", tmp_path)
    own = [job for job in read.values() if isinstance(job, dict) and "image" in job]

    assert all(re.fullmatch(r"python:\d+\.\d+\.\d+-\w+", job["image"]) for job in own)
    assert all(job["timeout"].endswith("minutes") for job in own)
    jobs = [job for job in read.values() if isinstance(job, dict) and "script" in job]
    assert all(job.get("extends") == ".jmsite" or job in own for job in jobs)


def test_gitlab_asks_for_a_token_only_where_one_comments(tmp_path: Path) -> None:
    """Without the token there is no such job, and no other job names it."""
    read = parsed("gitlab", tmp_path)

    assert [name for name, job in read.items() if "JMSITE_TOKEN" in str(job)] == ["comment"]
    assert "$JMSITE_TOKEN" in read["comment"]["rules"][0]["if"]
    assert read["comment"]["variables"]["GIT_STRATEGY"] == "none"
