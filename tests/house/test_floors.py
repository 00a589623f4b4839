"""The house's floors: a room imports only from floors below it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


# `make check` asks the same of lint-imports itself.
@pytest.mark.slow
def test_imports_keep_to_the_floors() -> None:
    """The import contracts of pyproject.toml hold; the report names each import that breaks one."""
    lint = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run(
        [lint, "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
