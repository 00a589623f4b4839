"""GitHub with one repository, so that the steps of its workflow run as they are written."""

import json
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from jmsite.edit.workflow import workflow_for
from tests.support.runner import Done, Inputs, Outputs, Runner
from tests.support.scratch import FOLDER, Repository

JOURNEY = "content/journeys/phone/index.md"


class GitHub:
    """A host with one repository: what it knows of a run, and what stays when a run ends."""

    def __init__(self, repository: Repository, python: Path, folder: Path) -> None:
        """Begin with no comments and no artefacts; programs are found in ``folder``/bin first."""
        self.repository = repository
        self.python = python
        self.folder = folder
        self.runs = 0
        self.artefacts = folder / "artefacts"
        self.comments = folder / "comments.json"
        self.comments.write_text("[]")
        text = workflow_for(repository.top / FOLDER, "github").output.data.decode()
        self.workflow: dict[Any, Any] = yaml.safe_load(text)
        (folder / "bin").mkdir()
        gh = folder / "bin" / "gh"
        fake = Path(__file__).parents[1] / "support" / "fake_gh.py"
        gh.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{fake}" "$@"\n')
        gh.chmod(0o755)

    def runner(self, event: Mapping[str, Any], ref: str) -> Runner:
        """Give a machine for one job, told of an event."""
        self.runs += 1
        place = self.folder / str(self.runs)
        workspace = place / "workspace"
        workspace.mkdir(parents=True)
        context = {"github": {"repository": "acme/maps", "token": "secret", **event}}
        jobs = self.workflow["env"]
        environment = {
            **self.repository.machine,
            "PATH": f"{self.folder / 'bin'}:{self.repository.machine['PATH']}",
            "GITHUB_REPOSITORY": "acme/maps",
            "GITHUB_SERVER_URL": "https://github.example.org",
            "GITHUB_RUN_ID": "77",
            "GITHUB_BASE_REF": "main" if event["event_name"] == "pull_request" else "",
            "FAKE_GITHUB": str(self.comments),
            **jobs,
        }
        made = Runner(place, workspace, environment, {}, context)
        made.actions = {
            "actions/checkout": lambda given: self._checkout(workspace, ref, given),
            "actions/setup-python": lambda given: self._python(made, given),
            "actions/upload-artifact": self._keep,
            "actions/download-artifact": self._fetch,
            "actions/configure-pages": lambda _: {"base_url": "https://acme.example.org/maps"},
            "actions/upload-pages-artifact": lambda given: self._keep({"name": "site", **given}),
            "actions/deploy-pages": lambda _: {"page_url": "https://acme.example.org/maps/"},
        }
        return made

    def do(self, name: str, runner: Runner) -> Done:
        """Run a job of the workflow."""
        job = self.workflow["jobs"][name]
        return runner.run(job["steps"], job.get("defaults", {}).get("run", {}))

    def said(self) -> list[str]:
        """Return the comments that there are."""
        return [comment["body"] for comment in json.loads(self.comments.read_text())]

    def _checkout(self, workspace: Path, ref: str, given: Inputs) -> Outputs:
        assert given["fetch-depth"] == "0"
        git = Repository(workspace, self.repository.machine).git
        git("init", "--quiet")
        git("remote", "add", "origin", str(self.repository.top))
        git("fetch", "--quiet", "origin", "+refs/heads/*:refs/remotes/origin/*")
        git("fetch", "--quiet", "origin", ref)
        git("checkout", "--quiet", "--detach", "FETCH_HEAD")
        return {}

    def _python(self, runner: Runner, given: Inputs) -> Outputs:
        # What the key of the cache is made from has to be there.
        assert (self.repository.top / given["cache-dependency-path"]).is_file()
        runner.add_path(self.python)
        return {}

    def _keep(self, given: Inputs) -> Outputs:
        goal = self.artefacts / given["name"]
        shutil.rmtree(goal, ignore_errors=True)
        shutil.copytree(given["path"], goal)
        return {}

    def _fetch(self, given: Inputs) -> Outputs:
        shutil.copytree(self.artefacts / given["name"], given["path"])
        return {}


def proposal(repository: str = "acme/maps", actor: str = "ada") -> dict[str, Any]:
    """Return what GitHub tells of a pull request from a repository."""
    head = {"repo": {"full_name": repository}}
    return {
        "event_name": "pull_request",
        "actor": actor,
        "event": {"pull_request": {"number": 7, "head": head}},
    }


def queued(base: str) -> dict[str, Any]:
    """Return what GitHub tells of the place of a pull request in a merge queue, after a commit."""
    return {
        "event_name": "merge_group",
        "actor": "ada",
        "ref_name": "gh-readonly-queue/main/pr-7",
        "event": {"merge_group": {"base_sha": base}, "repository": {"default_branch": "main"}},
    }


def propose(repository: Repository, text: str) -> None:
    """Change the journey on a branch and merge it as GitHub does to look at a pull request."""
    repository.git("checkout", "--quiet", "-B", "change")
    repository.write(JOURNEY, text)
    repository.commit("Change")
    repository.git("checkout", "--quiet", "--detach", "main")
    repository.git("merge", "--quiet", "--no-ff", "--message", "Merge", "change")
    repository.git("update-ref", "refs/pull/7/merge", "HEAD")
    repository.git("checkout", "--quiet", "change")


def commands(done: Done) -> Iterator[str]:
    """Yield the workflow commands of a job: what stands beside the lines of a pull request."""
    return (line for line in done.said.splitlines() if line.startswith("::"))
