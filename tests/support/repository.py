"""Repositories made for one test: each commit on a day and by an author of its own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.support.project import write_files

# Nothing that the machine or a surrounding repository has set is heard of.
_ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "LC_ALL": "C"}


@dataclass(frozen=True)
class Repo:
    """A repository in a folder, on the branch ``main``."""

    root: Path

    def git(self, *said: str, author: str = "Ana", at: str = "2026-05-01T12:00:00Z") -> str:
        """Run git as somebody at a time, and return what it says."""
        mail = author if "@" in author else f"{author.lower()}@example.org"
        who = {
            f"GIT_{role}_{key}": value
            for role in ("AUTHOR", "COMMITTER")
            for key, value in (("NAME", author), ("EMAIL", mail), ("DATE", at))
        }
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(
            ("git", *said),
            cwd=self.root,
            env=kept | _ALONE | who,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    def commit(
        self,
        files: Mapping[str, str | bytes],
        subject: str = "Change",
        *,
        day: str = "2026-05-01",
        author: str = "Ana",
    ) -> str:
        """Write files, commit everything that changed and return the name of the commit."""
        write_files(self.root, files)
        at = day if "T" in day else f"{day}T12:00:00Z"
        self.git("add", "--all", at=at)
        self.git("commit", "--allow-empty", "-m", subject, author=author, at=at)
        return self.git("rev-parse", "HEAD").strip()


def repository(root: Path) -> Repo:
    """Return a new repository in a folder, which is made."""
    root.mkdir(parents=True, exist_ok=True)
    repo = Repo(root)
    repo.git("init", "--quiet", "--initial-branch=main")
    return repo
