"""Sites that several tests look at, built once in a run, whichever worker comes first."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Container
from pathlib import Path

import pytest

from jmsite.build import Options, check, render, write
from jmsite.files.target import Written
from jmsite.files.tree import FolderTree


def built_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder `name` of this run, which `make` has filled.

    Workers share it: the first one that asks fills it, and the others wait for that.
    """
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    folder, done = base / f"built-{name}", base / f"built-{name}.done"
    with (base / f"built-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


def build(source: Path, target: Path) -> str:
    """Build the project in `source` into `target`; return what that said, fail where it fails."""
    command = [sys.executable, "-m", "jmsite", "build", str(source), "-q", "-d", str(target)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout + run.stderr


def build_some(source: Path, target: Path, wanted: Container[str]) -> set[str]:
    """Write the pages at some addresses, with all files that are no pages.

    Returns the codes of what there is to say of the project; fails where that keeps it from a site.
    """
    tree = FolderTree(source)
    checked = check(tree, Options())
    assert checked.exit_code() == 0, checked.findings
    pages = [p for p in render(checked, tree) if p.path in wanted or not p.path.endswith(".html")]
    assert isinstance(write(pages, target), Written)
    return {finding.code for finding in checked.findings}
