"""The Dockerfile: what it takes, who runs in it, and that its command works as it stands."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.support.scratch import FOLDER, Repository

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
LINES = [line for line in TEXT.splitlines() if line and not line.startswith("#")]
COPIED = [line.split()[1:-1] for line in LINES if line.startswith("COPY ") and "--" not in line]


def said(instruction: str) -> list[str]:
    """Return what follows each instruction of a kind."""
    return [line.removeprefix(instruction + " ") for line in LINES if line.startswith(instruction)]


def test_stages_have_one_small_pinned_base() -> None:
    """The environment is made with the very Python that it runs with."""
    bases = [line.split()[0] for line in said("FROM")]

    assert len(bases) == 2
    assert len(set(bases)) == 1
    assert re.fullmatch(r"python:\d+\.\d+\.\d+-slim-\w+", bases[0])


def test_nobody_is_root_in_it() -> None:
    """The user is a number, so that a cluster can see it, and all that follows is theirs."""
    last = max(number for number, line in enumerate(LINES) if line.startswith("USER"))

    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", LINES[last].removeprefix("USER "))
    assert not [line for line in LINES[last:] if line.startswith(("RUN", "COPY", "ADD"))]


def test_it_holds_nothing_but_what_it_is_made_from() -> None:
    """What is copied is named, is there, and is all that the builder is sent."""
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    sent = {line.removeprefix("!") for line in ignored if line.startswith("!")}
    copied = {name for names in COPIED for name in names}

    assert next(line for line in ignored if not line.startswith("#")) == "*"
    assert copied == sent
    assert all((ROOT / name).exists() for name in copied)
    assert not said("ADD")


def test_installing_leaves_nothing_behind() -> None:
    """Lists and caches of package managers stay out of the image."""
    (packages,) = (line for line in said("RUN") if "apt-get install" in line)
    (own,) = (line for line in said("RUN") if "pip" in line and " install " in line)

    assert "--no-install-recommends" in packages
    assert "rm -rf /var/lib/apt/lists" in packages
    assert "--no-cache-dir" in own


@pytest.mark.slow
@pytest.mark.install
@pytest.mark.xdist_group("publish")
def test_its_command_builds_and_writes_only_the_site(
    repository: Repository, python: Path, tmp_path: Path
) -> None:
    """In the folder of a project it writes the site elsewhere, without a home and a cache."""
    site, project = tmp_path / "site", repository.top / FOLDER
    site.mkdir()
    before = {path: path.stat().st_mtime_ns for path in repository.top.rglob("*")}
    command = [*json.loads(said("ENTRYPOINT")[-1]), *json.loads(said("CMD")[-1])]
    assert command[-1] == "/site"

    ran = subprocess.run(
        [*command[:-1], site],
        cwd=project,
        env={"PATH": f"{python}:{repository.machine['PATH']}", "HOME": "/nonexistent"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert (site / "index.html").is_file()
    assert {path: path.stat().st_mtime_ns for path in repository.top.rglob("*")} == before
