"""``jmsite check``: which findings it tells of, and how it ends."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jmsite.cli.commands import jmsite
from tests.support.project import write_file

JOURNEY = "---\ntitle: Buying\nstat: future\n---\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with a mistake in a journey and none in a persona."""
    write_file(tmp_path, "jmsite.yml", "title: X\ntoday: 2026-11-01\n")
    write_file(tmp_path, "content/personas/café.md", "---\ntitle: Café\nsegment: S\n---\n")
    write_file(tmp_path, "content/personas/camille.md", "---\ntitle: Camille\nsegment: S\n---\n")
    write_file(tmp_path, "content/journeys/buying/index.md", JOURNEY)
    return tmp_path


def _check(*arguments: str | Path) -> Result:
    return CliRunner().invoke(jmsite, ["check", *map(str, arguments)])


def _told(result: Result) -> Sequence[str]:
    return [f"{f['code']} {f['path']}" for f in json.loads(result.stdout)["findings"]]


def test_a_file_is_checked_alone(project: Path) -> None:
    """What is wrong elsewhere neither shows nor counts."""
    result = _check(project / "content/personas/camille.md", "--format", "json")

    assert result.exit_code == 0
    assert _told(result) == ["JM102 content/personas/camille.md"]


def test_a_folder_is_checked_with_all_in_it(project: Path) -> None:
    """The mistake in it ends the check with 1."""
    result = _check(project / "content/journeys", "--format", "json")

    assert result.exit_code == 1
    assert {line.partition(" ")[2] for line in _told(result)} == {
        "content/journeys/buying/index.md"
    }


def test_a_file_is_found_however_its_letters_are_composed(project: Path) -> None:
    """A shell on macOS writes é as two characters; findings write it as one."""
    decomposed = project / "content/personas/cafe\u0301.md"
    if not decomposed.exists():
        (project / "content/personas/café.md").rename(decomposed)

    assert "JM018 content/personas/café.md" in _told(_check(decomposed, "--format", "json"))


def test_a_wrong_configuration_is_told_whatever_is_checked(project: Path) -> None:
    """Nobody knows which rules the project asks, so the check of a file is none."""
    write_file(project, "jmsite.yml", "title: X\nchecklist: {profile: strict}\n")
    result = _check(project / "content/personas/camille.md", "--format", "json")

    assert result.exit_code == 2
    assert _told(result) == ["JM013 jmsite.yml"]


def test_a_path_that_is_not_there_is_wrong_usage(project: Path) -> None:
    """It may have been meant as a file or as a folder."""
    result = _check(project / "content/gone.md")

    assert result.exit_code == 2
    assert "there is no file or folder" in " ".join(result.stderr.split())


def test_warnings_fail_where_check_is_strict(project: Path) -> None:
    """They do not by themselves."""
    file = project / "content/personas/camille.md"

    assert _check(file).exit_code == 0
    assert _check(file, "--strict").exit_code == 1


@pytest.mark.parametrize("day", ["20261101", "2026-W01-1", "2026-13-01", "tomorrow"])
def test_today_is_written_in_one_way(project: Path, day: str) -> None:
    """As days are in the sources."""
    assert _check(project, "--today", day).exit_code == 2


def test_the_base_address_is_a_whole_one(project: Path) -> None:
    """On the command line as in the settings."""
    arguments = ["build", str(project), "--base-url", "example.org"]

    assert CliRunner().invoke(jmsite, arguments).exit_code == 2
