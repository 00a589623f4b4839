"""What the files that `jmsite init --ci` makes may do, and for how long."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.publish.workflows import parsed, text_of

# A commit by its full name, and beside it for people the version that it is.
PINNED = re.compile(r"uses: ([\w.-]+/[\w./-]+)@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


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
    writing = [job for job in read["jobs"].values() if "write" in job["permissions"].values()]

    assert len(writing) == 2
    for job in writing:
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


def test_gitlab_runs_pinned_images_for_a_limited_time(tmp_path: Path) -> None:
    """An image is named to its last figure, and each job has a limit of time."""
    read = parsed("gitlab", tmp_path)
    parts = {name: job for name, job in read.items() if isinstance(job, dict)}
    own = {name: job for name, job in parts.items() if "image" in job}
    jobs = {name: job for name, job in parts.items() if "script" in job}

    assert {".jmsite", "comment"} == own.keys()
    assert all(re.fullmatch(r"python:\d+\.\d+\.\d+-\w+", job["image"]) for job in own.values())
    assert all(job["timeout"].endswith("minutes") for job in own.values())
    assert {"check", "preview", "comment", "pages"} == jobs.keys()
    assert all(job.get("extends") == ".jmsite" or name in own for name, job in jobs.items())


def test_gitlab_asks_for_a_token_only_where_one_comments(tmp_path: Path) -> None:
    """Without the token there is no such job, and no other job names it."""
    read = parsed("gitlab", tmp_path)

    assert [name for name, job in read.items() if "JMSITE_TOKEN" in str(job)] == ["comment"]
    assert "$JMSITE_TOKEN" in read["comment"]["rules"][0]["if"]
    assert read["comment"]["variables"]["GIT_STRATEGY"] == "none"
