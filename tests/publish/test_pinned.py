"""The libraries that jmsite needs can be pinned where a workflow names the version of jmsite."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from jmsite.edit.workflow import workflow_for
from tests.publish.conftest import WHEELHOUSE
from tests.support.scratch import Environment

INSTALL = 'python -m pip install --quiet "$JMSITE"'

pytestmark = [pytest.mark.slow, pytest.mark.install, pytest.mark.xdist_group("publish")]


@pytest.mark.parametrize(("left_out", "fails"), [("", False), ("markupsafe", True)])
def test_digests_take_the_place_of_the_version(
    machine: Environment, tmp_path: Path, left_out: str, *, fails: bool
) -> None:
    """What is listed is installed, and nothing that is not: the guide says how."""
    wheels = [path for name in ("jinja2", "markupsafe") for path in WHEELHOUSE.glob(f"{name}-*")]
    pinned = [_pinned(wheel) for wheel in wheels if not left_out or left_out not in wheel.name]
    (tmp_path / "requirements.txt").write_text("\n".join(pinned))
    programs = f"{Path(sys.executable).parent}:{machine['PATH']}"
    given = {"PATH": programs, "JMSITE": "--requirement=requirements.txt", "PIP_TARGET": "there"}

    done = subprocess.run(
        ["bash", "-c", INSTALL],
        cwd=tmp_path,
        env={**machine, **given},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ("--require-hashes" in done.stderr) is fails, done.stderr
    assert (tmp_path / "there" / "jinja2").is_dir() is not fails


@pytest.mark.parametrize("host", ["github", "gitlab"])
def test_workflows_install_so(tmp_path: Path, host: str) -> None:
    """What is tried here is what they do."""
    assert INSTALL in workflow_for(tmp_path, host).output.data.decode()


def _pinned(wheel: Path) -> str:
    name, version, *_ = wheel.name.split("-")
    return f"{name}=={version} --hash=sha256:{sha256(wheel.read_bytes()).hexdigest()}"
