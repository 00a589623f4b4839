"""The desk of somebody who writes: the files of a project on disk, and what they know of it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jmsite.model.fields import REFERENCE, Fields
from jmsite.model.kinds import BY_NAME, BY_PLURAL
from jmsite.model.settings import Settings

# Git without the settings of whoever runs the tests, and without anybody to wait for.
GIT = {
    "PATH": os.environ["PATH"],
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_TERMINAL_PROMPT": "0",
}


@dataclass
class Desk:
    """A project that is written on. ``sound`` is how its files were when nothing was wrong."""

    root: Path
    sound: Mapping[str, bytes] = field(default_factory=dict)

    def paths(self, *endings: str, under: str = "") -> list[str]:
        """Return the paths of the files with some endings, sorted."""
        found = (path for path in self.root.rglob("*") if path.is_file())
        paths = sorted(path.relative_to(self.root).as_posix() for path in found)
        return [p for p in paths if p.startswith(under) and p.endswith(endings or "") and _own(p)]

    def folders(self) -> list[str]:
        """Return the paths of all folders below content/, sorted."""
        found = (path for path in (self.root / "content").rglob("*") if path.is_dir())
        return sorted(path.relative_to(self.root).as_posix() for path in found)

    def text(self, path: str) -> str:
        """Return a file as text; bytes that are none are kept as they are."""
        return (self.root / path).read_bytes().decode(errors="surrogateescape")

    def write(self, path: str, text: str) -> None:
        """Write a file in place."""
        self.put(path, text.encode(errors="surrogateescape"))

    def put(self, path: str, data: bytes) -> None:
        """Write bytes in place; what stands in the way of the path is removed."""
        target = self.root / path
        for above in reversed(target.relative_to(self.root).parents):
            if (self.root / above).is_file():
                (self.root / above).unlink()
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_dir():
            shutil.rmtree(target)
        target.write_bytes(data)

    def move(self, old: str, new: str) -> None:
        """Rename a file or folder; nothing happens where the new name is taken."""
        source, target = self.root / old, self.root / new
        if not target.exists() and source not in target.parents:
            target.parent.mkdir(parents=True, exist_ok=True)
            source.rename(target)

    def remove(self, path: str) -> None:
        """Delete a file, or a folder with all that is in it."""
        target = self.root / path
        shutil.rmtree(target) if target.is_dir() else target.unlink()

    def files(self) -> Mapping[str, bytes]:
        """Return every file with its bytes."""
        return {path: (self.root / path).read_bytes() for path in self.paths()}

    def restore(self, files: Mapping[str, bytes]) -> None:
        """Make the files what they were; what is so already is not touched."""
        now = self.files()
        for path in now.keys() - files.keys():
            self.remove(path)
        for path, data in files.items():
            if now.get(path) != data:
                self.put(path, data)

    def git(self, *arguments: str) -> None:
        """Run git here; that it refuses what it is asked is an edit without effect."""
        command = ["git", "-c", "advice.detachedHead=false", *arguments]
        subprocess.run(command, cwd=self.root, env=GIT, capture_output=True, check=False)

    def head(self) -> str:
        """Return the commit that is checked out."""
        asked = ("git", "rev-parse", "HEAD")
        return subprocess.run(
            asked, cwd=self.root, env=GIT, capture_output=True, check=True, text=True
        ).stdout

    def repository_of(self, other: Desk, head: str) -> None:
        """Take over the repository of another desk, at a commit of it."""
        shutil.copytree(other.root / ".git", self.root / ".git", dirs_exist_ok=True)
        (self.root / ".git" / "HEAD").write_text(head)

    def ids(self, role: str) -> list[str]:
        """Return the ids that a field of a role may refer to, as the names of files tell them."""
        kind = BY_NAME.get(role.removeprefix(REFERENCE))
        if kind is None or kind.parent:
            return [_id(path) for path in self.paths(".md", under="content/journeys/")]
        folder = f"content/{kind.plural}"
        files = [_id(path) for path in self.paths(".md", under=f"{folder}/")]
        inline = f"{folder}.yml"
        keys = re.findall(r"(?m)^([a-z-]+):", self.text(inline)) if inline in self.paths() else []
        return files + keys


def _own(path: str) -> bool:
    return not path.startswith(".git/")


def _id(path: str) -> str:
    names = [re.sub(r"^\d{1,3}-", "", name) for name in path.removesuffix(".md").split("/")]
    return names[-2] if names[-1] == "index" else names[-1]


def fields_at(path: str) -> type[Fields] | None:
    """Return the type whose fields a file holds, by its place; None for any other file."""
    if path == "jmsite.yml":
        return Settings
    names = path.removeprefix("content/").split("/")
    kind = BY_PLURAL.get(names[0].removesuffix(".yml"))
    if kind is None or not path.endswith((".md", ".yml")):
        return None
    if kind.name != "journey":
        return kind.type
    inner = ("journey", "phase", "touchpoint")
    depth = len(names) - 2 - (names[-1] == "index.md")
    return BY_NAME[inner[min(depth, 2)]].type
