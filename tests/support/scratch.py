"""A git repository to try things in, on a machine that finds packages in folders only."""

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.support.project import write_file

FOLDER = "our maps"
"""Where the project is in the repository: not at its top, and with a space."""

Environment = Mapping[str, str]
Command = Sequence[str | Path]


def done(command: Command, cwd: Path, environment: Environment) -> str:
    """Run a command that is to succeed and return what it prints."""
    run = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, f"{command}\n{run.stdout}{run.stderr}"
    return run.stdout


@dataclass(frozen=True)
class Repository:
    """A git repository with a small project in it, and branches to propose changes on."""

    top: Path
    machine: Environment

    def git(self, *arguments: str) -> str:
        """Run git in it and return what it prints."""
        return done(["git", *arguments], self.top, self.machine).strip()

    def write(self, path: str, text: str) -> None:
        """Write a file of the project."""
        write_file(self.top / FOLDER, path, text)

    def commit(self, message: str) -> str:
        """Commit everything and return the name of the commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD")
