"""The action for workflows of others: it installs its own checkout and runs a command."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jmsite.edit.workflow import workflow_for
from tests.support.runner import Done, Runner
from tests.support.scratch import FOLDER, Repository

ROOT = Path(__file__).resolve().parents[2]

# One worker installs, for all of them.
pytestmark = [pytest.mark.slow, pytest.mark.install, pytest.mark.xdist_group("publish")]

Action = tuple[Runner, Sequence[Mapping[str, Any]]]


def run(action: Action, repository: Repository, **inputs: str) -> Done:
    """Run the command of the action in a repository, with some inputs given."""
    runner, steps = action
    given = {**runner.context["inputs"], "project": FOLDER, **inputs}
    return replace(runner, workspace=repository.top, context={"inputs": given}).run(steps, {})


def test_it_checks_unless_told_otherwise(action: Action, repository: Repository) -> None:
    """A project with a mistake fails the step, and its line is told."""
    repository.write("content/channels.yml", "website: {title: Web shop, medium: digitl}\n")

    done = run(action, repository)

    assert not done.succeeded
    assert "did you mean “digital”" in done.said


def test_it_hands_on_what_is_given(action: Action, repository: Repository) -> None:
    """Arguments are words; what a shell would make of them is not done."""
    done = run(
        action, repository, command="diff", args="HEAD --format markdown\n--output $(touch)*.md"
    )

    assert done.succeeded, done.said
    assert (repository.top / FOLDER / "$(touch)*.md").is_file()


def test_it_uses_others_by_commits() -> None:
    """What it uses is pinned, as workflows are told to pin the action itself."""
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    uses = [line for line in text.splitlines() if "uses: " in line]

    assert uses
    assert all(re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line) for line in uses)


def test_it_uses_the_commits_that_workflows_use(tmp_path: Path) -> None:
    """Whoever raises one version raises it everywhere."""
    used = re.findall(r"uses: (\S+)", (ROOT / "action.yml").read_text(encoding="utf-8"))
    workflow = workflow_for(tmp_path, "github").output.data.decode()

    assert set(used) <= set(re.findall(r"uses: (\S+)", workflow))
