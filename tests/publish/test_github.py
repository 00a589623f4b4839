"""The workflow for GitHub, its steps run as they are written: check, comment, build, publish."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from jmsite.edit.workflow import workflow_for
from jmsite.report.changes_markdown import mark
from tests.publish.github_host import JOURNEY, GitHub, commands, proposal, propose, queued
from tests.support.commands import run
from tests.support.scratch import FOLDER, Repository

MARK = mark(FOLDER)

# One worker installs, for all of them.
pytestmark = [pytest.mark.slow, pytest.mark.install, pytest.mark.xdist_group("publish")]

LINK = (
    "[The maps before and after, and a preview]"
    "(https://github.example.org/acme/maps/actions/runs/77#artifacts)"
)
WORSE = """\
    ---
    title: Buying a phone
    personas: [camille]
    phases:
      - title: Decision
        stage: during
        emotion: -2
        pain_points: [{title: The price is told too late, severity: high}]
        touchpoints: [{title: Order page, channel: website}]
    ---
    """


STRICT = "title: Maps\nchecklist: {fail_on: info}\n"


@pytest.fixture
def github(repository: Repository, python: Path, tmp_path: Path) -> GitHub:
    """Give a host with the repository, whose main line has the workflow."""
    workflow_for(repository.top / FOLDER, "github").write()
    repository.commit("Check and publish with the host")
    folder = tmp_path / "host"
    folder.mkdir()
    return GitHub(repository, python, folder)


def test_a_pull_request_is_checked_told_and_kept(github: GitHub) -> None:
    """A worse journey fails the check on its line; it is told, and can be looked at, all the same.

    The preview is built although gaps fail a build of this project. The next push writes the
    comment anew, and that of somebody else stays as it is.
    """
    github.repository.write("jmsite.yml", STRICT)
    propose(github.repository, WORSE)
    first = github.runner(proposal(), "refs/pull/7/merge")
    checked = github.do("check", first)
    assert checked.outcome("told") == "success", checked.said
    assert not checked.succeeded
    assert any(
        line.startswith("::warning file=our maps/content/journeys/phone/index.md,line=8")
        for line in commands(checked)
    ), checked.said
    assert first.summary.startswith(f"{MARK}\n")
    assert "The price is told too late" in first.summary
    kept = github.artefacts
    assert (kept / "changes-our-maps/changes.md").read_text(encoding="utf-8") == first.summary
    assert "<html" in (kept / "changes-our-maps/changes.html").read_text(encoding="utf-8")
    preview = (kept / "preview-our-maps/journeys/phone/index.html").read_text(encoding="utf-8")
    assert "The price is told too late" in preview

    github.comments.write_text(
        json.dumps([{"id": 1, "user": {"login": "eve"}, "body": f"{MARK}\nA copy of it"}])
    )
    assert github.do("comment", github.runner(proposal(), "main")).succeeded
    assert github.said() == [f"{MARK}\nA copy of it", f"{first.summary}\n{LINK}\n"]

    newer = f"{MARK}\nAnother text\n"
    (kept / "changes-our-maps/changes.md").write_text(newer, encoding="utf-8")
    assert github.do("comment", github.runner(proposal(), "main")).succeeded
    assert github.said() == [f"{MARK}\nA copy of it", f"{newer}\n{LINK}\n"]


def test_a_place_in_a_merge_queue_is_checked(github: GitHub) -> None:
    """So a queue can require the check: it asks for what comes after those that wait before."""
    propose(github.repository, WORSE)
    before = github.repository.git("rev-parse", "refs/pull/7/merge")
    github.repository.git("checkout", "--quiet", "--detach", before)
    github.repository.write(JOURNEY, WORSE.replace("Buying a phone", "Getting a phone"))
    github.repository.commit("Another change, queued after it")
    github.repository.git("update-ref", "refs/heads/gh-readonly-queue/main/pr-7", "HEAD")
    runner = github.runner(queued(before), "refs/heads/gh-readonly-queue/main/pr-7")

    asked = {name for name, job in github.workflow["jobs"].items() if runner.is_asked(job)}
    checked = github.do("check", runner)

    assert "merge_group" in github.workflow[True]
    assert asked & {"check", "comment", "build"} == {"check"}
    assert checked.succeeded, checked.said
    assert "Getting a phone" in runner.summary
    assert "The price is told too late" not in runner.summary


def test_a_change_that_takes_the_project_away(github: GitHub) -> None:
    """A folder that is not there any more is named, and what to do; nothing else is run in it."""
    shutil.rmtree(github.repository.top / FOLDER)
    github.repository.commit("Take it away")
    github.repository.git("update-ref", "refs/pull/7/merge", "HEAD")

    checked = github.do("check", github.runner(proposal(), "refs/pull/7/merge"))

    assert not checked.succeeded
    (said,) = commands(checked)
    assert said.startswith("::error::there is no our maps/jmsite.yml; if it is gone for good")
    assert checked.outcome("told") == "skipped"


def test_a_checkout_that_was_cut(github: GitHub) -> None:
    """Where nobody knows what to compare with that is said, and the job ends."""
    propose(github.repository, WORSE)
    runner = github.runner(proposal(), "refs/pull/7/merge")
    runner.environment = {**runner.environment, "GITHUB_BASE_REF": "nowhere/else"}

    checked = github.do("check", runner)

    assert "::error::this checkout does not reach to where the change left nowhere/else" in list(
        commands(checked)
    )
    assert checked.outcome("told") == "skipped"


@pytest.mark.parametrize(
    ("event", "told", "asked"),
    [
        (proposal(), "success", True),
        (proposal(), "skipped", False),
        (proposal("eve/maps"), "success", False),
        (proposal(actor="dependabot[bot]"), "success", False),
    ],
    ids=["own", "untold", "fork", "robot"],
)
def test_who_is_answered_with_a_comment(
    github: GitHub, event: dict[str, Any], told: str, *, asked: bool
) -> None:
    """A fork has no right to write here: its change is told in the summary of the run alone."""
    needed = {"check": {"outputs": {"told": told}}}
    runner = github.runner(event, "main")

    assert runner.is_asked(github.workflow["jobs"]["check"])
    assert runner.is_asked(github.workflow["jobs"]["comment"], needed) is asked
    assert not runner.is_asked(github.workflow["jobs"]["build"])


@pytest.mark.parametrize(("branch", "asked"), [("main", True), ("change", False)])
def test_which_branch_is_published(github: GitHub, branch: str, *, asked: bool) -> None:
    """A branch that is not the default one is not, also where somebody asks for a run of it."""
    event = {
        "event_name": "workflow_dispatch",
        "ref_name": branch,
        "event": {"repository": {"default_branch": "main"}},
    }
    runner = github.runner(event, branch)

    assert runner.is_asked(github.workflow["jobs"]["build"]) is asked
    assert not runner.is_asked(github.workflow["jobs"]["check"])


def test_what_is_merged_is_published(github: GitHub) -> None:
    """The site is built for the address that the host gives it, below a path, and handed over.

    The step that the author of a second project is told to add builds that below the first.
    """
    said = run("init", str(github.repository.top / "docs/others"), "--ci", "github")
    github.repository.commit("Begin another")
    steps = github.workflow["jobs"]["build"]["steps"]
    steps[-1:-1] = yaml.safe_load(said[said.index("      - name: Build") :])
    event = {"event_name": "push", "ref_name": "main"}

    built = github.do("build", github.runner(event, "main"))
    published = github.do("publish", github.runner(event, "main"))

    assert built.succeeded, built.said
    site = github.artefacts / "site"
    assert "Buying a phone" in (site / "index.html").read_text(encoding="utf-8")
    missing = (site / "404.html").read_text(encoding="utf-8")
    assert 'href="/maps/' in missing
    assert published.steps["published"]["outputs"]["page_url"].endswith("/maps/")
    missing = (site / "docs-others/404.html").read_text(encoding="utf-8")
    assert 'href="/maps/docs-others/' in missing
    # Whoever serves it is another user than the one who built it.
    assert all(path.stat().st_mode & 0o004 for path in site.rglob("*"))
