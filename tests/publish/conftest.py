"""What it takes to run workflows here: jmsite installed without a network, and a repository.

The wheels of everything else come from the wheelhouse that `make test` lays by.
"""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pip
import pytest
import yaml

from tests.support.publish import SMALL
from tests.support.runner import Runner
from tests.support.scratch import Environment, Repository

ROOT = Path(__file__).resolve().parents[2]
WHEELHOUSE = ROOT / ".cache" / "wheelhouse"


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy what the Dockerfile copies, so that all that follows is made from it alone."""
    folder = tmp_path_factory.mktemp("sources")
    for line in (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines():
        if line.startswith("COPY ") and "--from" not in line:
            *copied, goal = line.split()[1:]
            for name in copied:
                _copy(ROOT / name, folder / goal)
    return folder


def _copy(source: Path, goal: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, goal, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy2(source, goal)


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Give the variables of a machine that finds packages in the wheelhouse only."""
    assert WHEELHOUSE.is_dir(), f"{WHEELHOUSE} is missing: run make test, which lays it by"
    home = tmp_path_factory.mktemp("home")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(WHEELHOUSE),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        # Only what is run needs to be compiled, and is then.
        "PIP_NO_COMPILE": "1",
        "GIT_CONFIG_GLOBAL": str(home / "gitconfig"),
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
    (home / "gitconfig").write_text(
        "[user]\n\tname = Ada\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n"
    )
    return environment


@pytest.fixture(scope="session")
def action(
    sources: Path, machine: Environment, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Runner, Sequence[Mapping[str, Any]]]:
    """Install jmsite as the action does, from its own checkout; give what is left to run.

    That is a machine on which it is installed, and the steps of the action after that.
    """
    folder = tmp_path_factory.mktemp("action")
    read = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    inputs = {name: given["default"] for name, given in read["inputs"].items()}
    runner = Runner(
        folder,
        folder,
        {**machine, "GITHUB_ACTION_PATH": str(sources)},
        {"actions/setup-python": lambda _: {"python-path": sys.executable}},
        {"inputs": inputs},
    )
    *steps, last = read["runs"]["steps"]
    done = runner.run(steps, {})
    assert done.succeeded, done.said
    return runner, [last]


@pytest.fixture(scope="session")
def python(action: tuple[Runner, object]) -> Path:
    """Give the programs of an environment that jmsite is installed in, pip among them."""
    environment = action[0].temp / "jmsite"
    ours = Path(pip.__file__).parent
    next(environment.glob("lib/*/site-packages")).joinpath("pip").symlink_to(ours)
    return environment / "bin"


@pytest.fixture
def repository(tmp_path: Path, machine: Environment) -> Repository:
    """Make a repository whose main line holds a project."""
    top = tmp_path / "repository"
    top.mkdir()
    made = Repository(top, machine)
    made.git("init", "--quiet")
    for path, text in SMALL.items():
        made.write(path, text)
    made.commit("Begin")
    return made
