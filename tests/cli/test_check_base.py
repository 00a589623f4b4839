"""``jmsite check --base``: how it ends, and what it says of a change."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jmsite.cli.commands import jmsite
from tests.support.project import write_file

ORDER = "content/journeys/buying/20-decision/10-order.md"
FILES = {
    "jmsite.yml": "title: X\ntoday: 2026-11-15\n",
    "content/channels.yml": "web: {title: Web shop, medium: digital}\n",
    "content/personas.yml": "camille: {title: Camille, segment: S}\n",
    "content/journeys/buying/index.md": "---\ntitle: Buying a bike\n---\n",
    "content/journeys/buying/20-decision/index.md": "---\ntitle: Decision\nstage: during\n---\n",
    ORDER: "---\ntitle: Order page\nchannel: web\ninitiator: customer\nemotion: 1\n---\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return an unfinished project in a folder of a repository, as it is on its line main."""
    folder = tmp_path / "maps"
    for path, text in FILES.items():
        write_file(folder, path, text)
    _git(tmp_path, "init", "--quiet", "--initial-branch=main")
    _commit(tmp_path)
    return folder


def _git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgSign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True)


def _commit(folder: Path) -> None:
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message=x")


def _check(project: Path, *arguments: str, base: str = "main") -> Result:
    at = ("-f", str(project / "jmsite.yml"))
    return CliRunner().invoke(jmsite, ["check", *arguments, "--base", base, *at])


def _new(result: Result) -> Sequence[str]:
    return [finding["code"] for finding in json.loads(result.stdout)["findings"]]


def test_an_unfinished_project_adopts_the_checklist_today(project: Path) -> None:
    """A stricter configuration that fails on everything fails on nothing old."""
    write_file(project, "jmsite.yml", f"{FILES['jmsite.yml']}checklist: {{fail_on: info}}\n")
    result = _check(project, "--strict")

    assert result.exit_code == 0
    assert "Nothing new since main" in result.stdout
    assert "older findings" in result.stdout


def test_a_new_gap_fails_whatever_the_settings_say(project: Path) -> None:
    """It is a warning, and settings that never fail do not matter."""
    write_file(project, "jmsite.yml", f"{FILES['jmsite.yml']}checklist: {{fail_on: never}}\n")
    write_file(project, ORDER, FILES[ORDER].replace("initiator: customer\n", ""))
    result = _check(project, "--format", "json")

    assert result.exit_code == 1
    assert _new(result) == ["JM202"]


def test_information_does_not_fail(project: Path) -> None:
    """It is listed, and quiet is quiet about it."""
    write_file(project, ORDER, f"{FILES[ORDER]}Some <b>words</b>.\n")

    assert _new(_check(project, "--format", "json")) == ["JM036"]
    assert _check(project).exit_code == 0
    assert _check(project, "--quiet").output == ""


def test_a_score_that_falls_fails(project: Path) -> None:
    """No finding is new where what was right is taken away."""
    (project / ORDER).write_text("---\ntitle: Order page\nchannel: web\ninitiator: customer\n---\n")
    write_file(project, "content/journeys/buying/20-decision/index.md",
           "---\ntitle: Decision\nstage: during\nemotion: 1\n---\n")  # fmt: skip
    _commit(project)
    (project / ORDER).unlink()
    write_file(project, "content/journeys/buying/20-decision/index.md",
           "---\ntitle: Decision\nstage: during\ntouchpoints: [{title: Order page, id: order, "
           "channel: web, initiator: customer}]\n---\n")  # fmt: skip
    result = _check(project)

    assert result.exit_code == 1
    assert "the score of “Buying a bike” falls from" in result.stdout


def test_paths_narrow_it(project: Path) -> None:
    """What is new elsewhere neither shows nor counts."""
    write_file(project, ORDER, FILES[ORDER].replace("initiator: customer\n", ""))
    personas = str(project / "content" / "personas.yml")

    assert _check(project, personas).exit_code == 0
    assert _check(project, str(project / "content" / "journeys")).exit_code == 1


def test_a_wrong_configuration_is_told_however_old_it_is(project: Path) -> None:
    """Nobody knows which rules the project asks."""
    write_file(project, "jmsite.yml", "title: X\nchecklist: {profile: lax}\n")
    _commit(project)
    result = _check(project, "--format", "json")

    assert result.exit_code == 2
    assert _new(result) == ["JM013"]


def test_what_others_mend_meanwhile_is_not_held_against_the_work(project: Path) -> None:
    """The work is held against the commit where it left the branch."""
    _git(project, "branch", "work")
    write_file(project, "content/journeys/buying/index.md", "---\ntitle: Buying\nowner: Us\n---\n")
    _commit(project)
    _git(project, "switch", "--quiet", "work")

    assert _check(project).exit_code == 0
    assert _check(project, base="HEAD").exit_code == 0


def test_a_version_that_there_is_not_is_a_wrong_configuration(project: Path) -> None:
    """A change to the configuration is looked at as ever."""
    write_file(project, "jmsite.yml", f"{FILES['jmsite.yml']}versions: [v9]\n")
    result = _check(project, "--format", "json")

    assert result.exit_code == 2
    assert _new(result) == ["JM060"]


def test_a_commit_that_there_is_not(project: Path) -> None:
    """It is wrong usage."""
    result = _check(project, base="nope")

    assert result.exit_code == 2
    assert "there is no commit" in " ".join(result.stderr.split())


def test_a_commit_without_the_project(project: Path) -> None:
    """All of it is new, and it fails as it would without one: who begins has gaps."""
    _git(project, "switch", "--quiet", "--orphan", "bare")
    _git(project.parent, "commit", "--quiet", "--allow-empty", "--message=x")
    _git(project.parent, "switch", "--quiet", "main")
    result = _check(project, base="bare")

    assert result.exit_code == 0
    assert "has no project here" in result.stderr
    write_file(project, "jmsite.yml", f"{FILES['jmsite.yml']}checklist: {{fail_on: info}}\n")
    assert _check(project, base="bare").exit_code == 1


def test_a_base_that_cannot_be_read(project: Path) -> None:
    """Its mistakes are closed, and what they hid is old."""
    write_file(project, ORDER, "---\ntitle: [\n---\n")
    _git(project, "switch", "--quiet", "--create", "broken")
    _commit(project)
    write_file(project, ORDER, FILES[ORDER])
    result = _check(project, base="broken")

    assert result.exit_code == 0
    assert "1 closed" in result.stdout


def test_a_folder_is_a_base_too(project: Path, tmp_path: Path) -> None:
    """It needs no git."""
    for path, text in FILES.items():
        write_file(tmp_path / "old", path, text)
    write_file(project, ORDER, FILES[ORDER].replace("initiator: customer\n", ""))

    assert _check(project, base=str(tmp_path / "old")).exit_code == 1


def test_a_pull_request_shows_it_at_the_changed_line(project: Path) -> None:
    """Under the path that the file has in the repository."""
    write_file(project, ORDER, FILES[ORDER].replace("initiator: customer\n", ""))
    result = _check(project, "--format", "github")

    assert f"::warning file=maps/{ORDER},line=3," in result.stdout
