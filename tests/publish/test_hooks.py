"""The hooks, run by pre-commit itself: one keeps a mistake out, one puts fields into order."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.scratch import FOLDER, Repository, done

ROOT = Path(__file__).resolve().parents[2]
JOURNEY = f"{FOLDER}/content/journeys/phone/index.md"

# One worker installs, for all of them.
pytestmark = [pytest.mark.slow, pytest.mark.install, pytest.mark.xdist_group("publish")]


@pytest.fixture(scope="module")
def hooks(sources: Path, machine: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the configuration that takes the hooks from a repository with jmsite and its hooks."""
    top = tmp_path_factory.mktemp("hooks") / "jmsite"
    shutil.copytree(sources, top)
    shutil.copy2(ROOT / ".pre-commit-hooks.yaml", top)
    made = Repository(top, machine)
    made.git("init", "--quiet")
    revision = made.commit("Release")
    return f"""\
        repos:
          - repo: {top}
            rev: {revision}
            hooks:
              - id: jmsite-fmt
              - id: jmsite-check
                args: ["{FOLDER}"]
        """


@pytest.fixture
def hooked(repository: Repository, hooks: str) -> Repository:
    """Give a repository in which each commit goes through the hooks."""
    repository.write("../.pre-commit-config.yaml", hooks)
    repository.commit("Take hooks")
    install: Sequence[str] = [sys.executable, "-m", "pre_commit", "install"]
    done(install, repository.top, repository.machine)
    return repository


def attempt(repository: Repository, message: str) -> subprocess.CompletedProcess[str]:
    """Try to commit everything."""
    repository.git("add", "--all")
    return subprocess.run(
        ["git", "commit", "--message", message],
        cwd=repository.top,
        env=repository.machine,
        capture_output=True,
        text=True,
        check=False,
    )


def test_hooks_keep_mistakes_out_and_fields_in_order(hooked: Repository) -> None:
    """A field too far down is moved up, a word that is none refused; then the commit is made."""
    file = hooked.top / JOURNEY
    good = file.read_text(encoding="utf-8")
    misspelt = good.replace("stage: during", "stage: durng")
    title, personas = "title: Buying a phone\n", "personas: [camille]\n"
    file.write_text(misspelt.replace(title + personas, personas + title), encoding="utf-8")

    refused = attempt(hooked, "Put fields anywhere and misspell")

    assert refused.returncode == 1
    said = refused.stderr + refused.stdout
    assert "files were modified by this hook" in said
    assert f"Formatted {JOURNEY.removeprefix(FOLDER + '/')}" in said
    assert file.read_text(encoding="utf-8") == misspelt
    assert "did you mean “during”" in said

    file.write_text(good.replace("emotion: -1", "emotion: 1"), encoding="utf-8")
    accepted = attempt(hooked, "Mend what hurt")
    assert accepted.returncode == 0, accepted.stderr + accepted.stdout
    assert hooked.git("log", "-1", "--format=%s") == "Mend what hurt"

    (hooked.top / "elsewhere.md").write_text("---\nstage: durng\n---\n")
    assert "Skipped" in attempt(hooked, "Write elsewhere").stderr
