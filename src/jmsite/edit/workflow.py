"""The file by which a host of repositories checks what is proposed and publishes what is merged."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path

from jmsite import __version__
from jmsite.edit.files import already_there, write_new
from jmsite.edit.scalars import flow, scalar
from jmsite.files.git import GitError, find_repository
from jmsite.files.output import Output
from jmsite.files.refusals import Refusal
from jmsite.model.ids import id_from_title

# Where each host looks for it, from the top of the repository. GitHub takes a file for each
# project, named by its folder.
PLACES = {"github": ".github/workflows/journeys{suffix}.yml", "gitlab": ".gitlab-ci.yml"}
# What is left out where something else publishes the one site that a host has for a repository.
_PUBLISHING = re.compile(r"^ *#< publish\n(.*?)^ *#> publish\n", re.MULTILINE | re.DOTALL)
_PUBLISHES = b"actions/deploy-pages@"
_BY_HAND = {
    "github": "It is yours; to have it written anew, move it away.",
    "gitlab": "GitLab reads this file alone. Make one outside of the repository (`jmsite init "
    "~/elsewhere --ci gitlab`) and take its jobs over, those of a second project under names of "
    "their own and with the variable `JOURNEYS: {project}`.",
}
# Which project a file is for, where there is one for each.
_FOR = re.compile(r"^ +PROJECT: (.+)$", re.MULTILINE)
_NAMES = ("Journeys", "Check", "Comment", "Build", "Publish")
# What has a meaning in a filter of paths.
_FILTERS = re.compile(r"[*?+!\[\]\\]")
# What the main branch is called where nobody knows yet.
_USUAL = ("main", "master")
_TEXTS = Path(__file__).parent / "workflows"


@dataclass(frozen=True)
class Workflow:
    """A file for a host, not written yet.

    ``top`` is the folder of the repository and ``project`` that of the project in it.
    ``publisher`` is the file there that publishes a site already, where one does: then this one
    publishes none.
    """

    top: Path
    output: Output
    host: str
    project: str
    publisher: str = ""

    @property
    def in_the_way(self) -> Refusal | None:
        """Why it cannot be written: such a file is there already."""
        if os.path.lexists(self.top / self.output.path):
            refusal = already_there(self.top, [self.output.path])
            return replace(refusal, hint=_BY_HAND[self.host].format(project=self.project))
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
    suffix = _suffix(top, host, project)
    path = PLACES[host].format(suffix=suffix)
    publisher = _publisher(top, path) if host == "github" else ""
    text = (_TEXTS / f"{host}.yml").read_text(encoding="utf-8")
    said = {
        "@version@": __version__,
        "@project@": scalar(project),
        "@branches@": flow(list(_branches(top))),
        "@file@": path,
        "@suffix@": suffix,
        "@paths@": _paths(project, path),
        **{f"@{name}@": scalar(f"{name} ({project})" if suffix else name) for name in _NAMES},
    }
    text = _PUBLISHING.sub("" if publisher else r"\1", text)
    for name, value in said.items():
        text = text.replace(name, value)
    return Workflow(top, Output(path, text.encode()), host, project, publisher)


def _suffix(top: Path, host: str, project: str) -> str:
    """Return what tells a project in a folder of a repository from others; empty at its top.

    Folders that differ in signs and capitals alone are numbered. A host that takes one file has
    none.
    """
    if project == "." or "{suffix}" not in PLACES[host]:
        return ""
    plain = f"-{id_from_title(project) or 'project'}"
    numbered = (f"{plain}-{number}" for number in count(2))
    every = chain([plain], numbered)
    return next(
        s for s in every if not _is_of_another(top / PLACES[host].format(suffix=s), project)
    )


def _is_of_another(file: Path, project: str) -> bool:
    """Tell whether a file was written for another project."""
    found = _FOR.search(file.read_text("utf-8", "replace")) if file.is_file() else None
    return found is not None and found[1] != scalar(project)


def _paths(project: str, path: str) -> str:
    """Return the filter by which a change elsewhere in the repository runs nothing.

    GitHub waits forever for a check that is required and filtered out.
    """
    if project == ".":
        return ""
    own = _FILTERS.sub("*", project)
    return f"\n    paths: {flow([f'{own}/**', path])} # not where a branch requires this check"


def _publisher(top: Path, own: str) -> str:
    """Return the file of a repository that publishes a site of its, empty where no other does."""
    for file in sorted(top.glob(".github/workflows/*.y*ml")):
        path = file.relative_to(top).as_posix()
        if path != own and file.is_file() and _PUBLISHES in file.read_bytes():
            return path
    return ""


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
