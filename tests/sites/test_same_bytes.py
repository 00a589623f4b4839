"""The same input gives the same bytes, wherever and by whomever it is built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.project import example_files, read_files, write_files
from tests.support.publish import SMALL
from tests.support.repository import repository

ROOT = Path(__file__).resolve().parents[2]
CARD = "content/journeys/fairphone/30-decision/20-paiement.md"

# Three builds, two of them of the example site, each by a process of its own.
pytestmark = pytest.mark.slow


def _build(project: Path, target: Path, **environment: str) -> dict[str, bytes]:
    """Build a project in a process of its own and return the files of its site."""
    build = [sys.executable, "-m", "jmsite", "build", str(project), "-q", "-d", str(target)]
    subprocess.run(build, check=True, env={**os.environ, **environment}, cwd=project)
    return read_files(target)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with a history: a commit that began it, and one late in a day of the east."""
    files = example_files()
    repo = repository(tmp_path_factory.mktemp("example") / "repo")
    repo.commit(files, "Begin")
    changed = files[CARD].replace(b"effort: ", b"optional: true\neffort: ", 1)
    repo.commit({CARD: changed}, "Ce qui pèse", day="2026-05-02T00:30:00+13:00", author="Zoë")
    return repo.root


@pytest.fixture(scope="module")
def first(example: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The example site, built."""
    return _build(example, tmp_path_factory.mktemp("first") / "site", PYTHONHASHSEED="1")


def test_another_folder_language_time_zone_seed_and_old_site_change_nothing(
    first: dict[str, bytes], example: Path, tmp_path: Path
) -> None:
    """A copy of the project, in a folder with spaces and accents, on another machine's terms.

    Of the site that stood there before no trace is left, and nothing is left undone.
    """
    copy, target = tmp_path / "Une copie à côté", tmp_path / "elsewhere" / "site"
    shutil.copytree(example, copy)
    _build(write_files(tmp_path / "small", SMALL), target)
    again = _build(
        copy,
        target,
        LC_ALL="C",
        LANG="de_DE.UTF-8",
        TZ="Pacific/Kiritimati",
        PYTHONHASHSEED="4711",
        PYTHONUTF8="0",
        SOURCE_DATE_EPOCH="0",
        HOME=str(tmp_path),
    )

    assert sorted(again) == sorted(first)
    assert [path for path in first if again[path] != first[path]] == []


def test_the_history_is_among_it(first: dict[str, bytes]) -> None:
    """What git knows is told, on the day of the commit at the zero meridian."""
    told = first["journeys/fairphone/history/index.html"].decode()
    assert "Ce qui pèse" in told
    assert "1er mai 2026" in told


def test_nothing_tells_of_the_machine(first: dict[str, bytes]) -> None:
    """No file of the site holds a path of the machine that built it."""
    told = [path for path, content in first.items() if str(ROOT).encode() in content]

    assert told == []
