"""What hosts and auditors say of the files, asked by their own means: schemas, and zizmor."""

import subprocess
import sys
from pathlib import Path

import pytest

from jmsite.edit.workflow import workflow_for

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


def said(*command: str | Path) -> str:
    """Run a program of the environment that is to find nothing, and return what it says."""
    ran = subprocess.run(
        [Path(sys.executable).parent / command[0], *command[1:]],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Write the files for both hosts below a folder."""
    for host in ("github", "gitlab"):
        workflow_for(tmp_path, host).write()
    return tmp_path


def test_hosts_can_read_their_files(project: Path) -> None:
    """Each is valid by the schema of its host, as is the action by that of actions."""
    check = ("check-jsonschema", "--builtin-schema")

    said(*check, "vendor.github-workflows", project / ".github/workflows/journeys.yml")
    said(*check, "vendor.github-actions", ROOT / "action.yml")
    gitlab = ("--data-transform", "gitlab-ci", project / ".gitlab-ci.yml")
    said(*check, "vendor.gitlab-ci", *gitlab)


def test_an_auditor_finds_nothing(project: Path) -> None:
    """Nothing can be injected, no right is too wide, no action may change under its name."""
    asked = ("zizmor", "--offline", "--no-progress", "--pedantic", "--no-config")

    assert "No findings" in said(*asked, project, ROOT / "action.yml")


def test_pre_commit_can_read_the_hooks() -> None:
    """The list of hooks has the form that pre-commit asks for."""
    said("pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml")
