"""The file by which a host of repositories checks what is proposed and publishes what is merged."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jmsite import __version__
from jmsite.edit.files import already_there, write_new
from jmsite.edit.scalars import flow, scalar
from jmsite.files.git import GitError, find_repository
from jmsite.files.output import Output
from jmsite.files.refusals import Refusal

# Where each host looks for it, from the top of the repository.
PLACES = {"github": ".github/workflows/journeys.yml", "gitlab": ".gitlab-ci.yml"}
# What the main branch is called where nobody knows yet.
_USUAL = ("main", "master")
_TEXTS = Path(__file__).parent / "workflows"


@dataclass(frozen=True)
class Workflow:
    """A file for a host, not written yet: ``top`` is the folder of the repository."""

    top: Path
    output: Output

    @property
    def in_the_way(self) -> Refusal | None:
        """Why it cannot be written: such a file is there already."""
        if os.path.lexists(self.top / self.output.path):
            return already_there(self.top, [self.output.path])
        return None

    def write(self) -> Refusal | None:
        """Write it; return why it was not written, or None."""
        return write_new(self.top, [self.output])


def workflow_for(folder: Path, host: str) -> Workflow:
    """Return the file for a project in a folder, by which its repository uses this jmsite.

    Where the folder is in no repository yet, it is taken for the top of one.
    """
    top = _top(folder.resolve())
    project = folder.resolve().relative_to(top).as_posix()
    text = (_TEXTS / f"{host}.yml").read_text(encoding="utf-8")
    said = {
        "@version@": __version__,
        "@project@": scalar(project),
        "@branches@": flow(list(_branches(top))),
    }
    for name, value in said.items():
        text = text.replace(name, value)
    return Workflow(top, Output(PLACES[host], text.encode()))


def _branches(top: Path) -> Iterable[str]:
    """Return the branches of a repository that are published; one may not be the main one."""
    try:
        repository = find_repository(top) if top.is_dir() else None
    except GitError:
        return _USUAL
    if repository is None:
        return _USUAL
    if known := repository.default_branch():
        return (known,)
    current = repository.current_branch()
    return _USUAL if current is None else dict.fromkeys((*_USUAL, current))


def _top(folder: Path) -> Path:
    """Return the folder of the repository that a folder is in; a home folder is none."""
    for candidate in (folder, *folder.parents):
        if candidate != Path.home() and os.path.lexists(candidate / ".git"):
            return candidate
    return folder
