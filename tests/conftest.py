"""What every test may ask for."""

import gc
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support.golden import Golden
from tests.support.project import MakeProject, write_files

# Tests and the programs that they start are compiled once and not for each run, whatever is set
# outside; what is compiled lies beside the other caches and not among the sources.
sys.dont_write_bytecode = False
sys.pycache_prefix = str(Path(__file__).resolve().parents[1] / ".cache" / "bytecode")
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix

# Projects among the sources have no history here: that of jmsite itself is none of theirs, and is
# another one after each commit.
os.environ["GIT_CEILING_DIRECTORIES"] = str(Path(__file__).resolve().parents[1])

# A property holds on a slow machine too: no test fails for the time that it takes.
house = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("house", house)
# What one runs while working tries a property a few times, and the whole suite more often, each
# time with other examples; who changes what properties are about asks for many of them:
# make test ARGS="--hypothesis-profile many".
settings.register_profile("few", house, max_examples=8)
settings.register_profile("many", house, max_examples=400)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that rewrites golden files."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite the expected files with what the code does now, then read the diff",
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Sweep memory seldom, and without thousands of tests that stay until the end.

    Python would go through all of them again and again: a fifth of the time of quick tests.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare with golden files, or rewrite them under --update-golden."""
    return Golden(update=request.config.getoption("--update-golden"))


@pytest.fixture
def make_project(tmp_path: Path) -> MakeProject:
    """Write a project from a mapping of path to content, and return its folder."""
    return lambda files: write_files(tmp_path / "project", files)


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Begin with nothing kept of earlier runs; return the folder of what this one keeps."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder
