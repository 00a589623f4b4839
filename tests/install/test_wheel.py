"""The built wheel, installed in an empty environment without a network, does the work."""

import json
import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

import jmsite

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "jmsite"
WHEELHOUSE = ROOT / ".cache" / "wheelhouse"

# One worker builds and installs, for all of them.
pytestmark = [pytest.mark.install, pytest.mark.xdist_group("install")]

Command = Sequence[str | Path]


def _run(command: Command, cwd: Path) -> str:
    """Run `command` as on a machine without a network or settings of its own."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(cwd),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    run = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, f"{command}\n{run.stdout}{run.stderr}"
    return run.stdout


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution, and the wheel from it, as a release does."""
    folder = tmp_path_factory.mktemp("dist")
    command: Command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT]
    _run(command, folder)
    return folder


@pytest.fixture(scope="session")
def wheel(dist: Path) -> Path:
    """Give the wheel that was built."""
    return next(dist.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in an environment of its own and give its command."""
    assert WHEELHOUSE.is_dir(), f"{WHEELHOUSE} is missing: run make test, which lays it by"
    environment = tmp_path_factory.mktemp("empty") / "venv"
    venv.create(environment, symlinks=True)
    binaries = environment / "bin"
    pip: Command = [sys.executable, "-m", "pip", "--python", binaries / "python"]
    # Only what is run needs to be compiled, and is then.
    offline: Command = ["--quiet", "--no-index", "--no-compile", "--find-links", WHEELHOUSE]
    _run([*pip, "install", *offline, wheel], environment)
    return binaries / "jmsite"


def _files(folder: Path) -> set[str]:
    """List what stands in a folder, without what Python leaves behind."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix() for path in paths if path.parent.name != "__pycache__"
    }


def test_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    """Templates, starters and types ship, not only Python; themes and schema come with them."""
    expected = {f"jmsite/{name}" for name in _files(PACKAGE)}
    for name in ("themes", "schema"):
        expected |= {f"jmsite/_shared/{name}/{path}" for path in _files(ROOT / name)}

    assert expected <= set(zipfile.ZipFile(wheel).namelist())


def test_source_distribution_holds_what_a_wheel_is_made_from(dist: Path) -> None:
    """A wheel can be built from the source distribution alone."""
    archive = next(dist.glob("*.tar.gz"))
    with tarfile.open(archive) as tar:
        held = {name.partition("/")[2] for name in tar.getnames()}
    expected = {f"src/jmsite/{name}" for name in _files(PACKAGE)}
    expected |= {f"{top}/{name}" for top in ("themes", "schema") for name in _files(ROOT / top)}

    assert expected | {"LICENSE", "README.md", "pyproject.toml"} <= held


def test_installed_command_says_its_version(installed: Path, tmp_path: Path) -> None:
    """`jmsite --version` answers with the version of the package."""
    assert jmsite.__version__ in _run([installed, "--version"], tmp_path)


def test_installed_schema_is_that_of_the_checkout(installed: Path, tmp_path: Path) -> None:
    """`jmsite schema journey` prints the contract, away from any checkout."""
    printed = json.loads(_run([installed, "schema", "journey"], tmp_path))
    committed = json.loads((ROOT / "schema" / "journey.schema.json").read_text())

    assert printed == committed


def test_installed_command_starts_a_project_and_builds_it(installed: Path, tmp_path: Path) -> None:
    """What `init` writes comes from the wheel and builds, with the theme that the wheel carries."""
    _run([installed, "init", "mine", "--language", "fr"], tmp_path)
    _run([installed, "build", "mine", "--quiet"], tmp_path)

    site = tmp_path / "mine" / "site"
    assert "journeys/" in (site / "index.html").read_text(encoding="utf-8")
    assert list(site.rglob("*.css"))
