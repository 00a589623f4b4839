"""``jmsite diff`` as a comment: whether the check passes, and why not."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from jmsite.cli.commands import jmsite
from tests.cli.diffing import PATH, SETTINGS, diff, journey
from tests.support.project import write_files
from tests.support.repository import Repo


@pytest.mark.usefixtures("repo")
def test_a_comment_says_that_the_check_passes() -> None:
    """Whoever merges reads it first; programs are told too, and a terminal has the command."""
    told = json.loads(diff("v1", "--format", "json").stdout)

    assert "\n✓ The check passes.\n" in diff("v1", "--format", "markdown").stdout
    assert told["verdict"] == {"fails": False, "findings": [], "fell": {}}
    assert "The check" not in diff("v1").stdout


def test_a_comment_says_why_the_check_fails(repo: Repo) -> None:
    """Mistakes, gaps and scores that fell, as the check counts them."""
    (repo.root / PATH).write_text("---\ntitle: Order\nphases:\n  - {title: Pay}\n---\n")
    told, checked = _judged("HEAD"), _checked("HEAD")

    assert told["findings"] == json.loads(checked.stdout)["findings"]
    assert told["fell"] == json.loads(checked.stdout)["change"]["fell"]
    assert "\n✗ The check fails: 1" in diff("HEAD", "--format", "markdown").stdout


def test_a_comment_on_a_mistake(repo: Repo) -> None:
    """It fails, though nobody knows what changed."""
    write_files(repo.root, {"content/personas.yml": "ana: {titel: Ana}\n"})

    assert _judged("HEAD")["fails"]
    assert "\n✗ The check fails: 2 mistakes\n" in diff("HEAD", "--format", "markdown").stdout


def test_a_warning_about_the_form_is_no_gap(repo: Repo) -> None:
    """The line of the gaps does not count it either."""
    waiver = "checklist: {waivers: [{rule: JM205, at: content, reason: So}]}\n"
    write_files(repo.root, {"jmsite.yml": f"{SETTINGS}{waiver}"})
    told = diff("HEAD", "--format", "markdown").stdout

    assert "\n✗ The check fails: 1 mistake\n" in told
    assert "no new gap" in told


def test_a_version_that_there_is_not_fails_the_check(repo: Repo) -> None:
    """What only git knows is asked as the check asks it."""
    write_files(repo.root, {"jmsite.yml": f"{SETTINGS}versions: [v9]\n"})

    assert [finding["code"] for finding in _judged("HEAD")["findings"]] == ["JM060"]


def test_a_first_change_is_judged_by_the_settings(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there was no project every gap is new, so what fails is what the settings say."""
    write_files(repo.root / "maps", {"jmsite.yml": SETTINGS, PATH: journey(0)})
    monkeypatch.chdir(repo.root / "maps")
    assert not _judged("HEAD")["fails"]

    write_files(Path(), {"jmsite.yml": f"{SETTINGS}checklist: {{fail_on: info}}\n"})
    assert _judged("HEAD")["fails"]
    assert " new gaps (information or above)" in diff("HEAD", "--format", "markdown").stdout


def _judged(base: str) -> dict[str, Any]:
    return dict(json.loads(diff(base, "--format", "json").stdout)["verdict"])


def _checked(base: str) -> Result:
    return CliRunner().invoke(jmsite, ["check", "--base", base, "--format", "json"])
