"""Where the folder of a project stood in its repository before it was moved.

No commit tells of folders. This one is known by the file that configures the project: where that
has gone from one place and stands in another, its folder was moved.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from jmsite.files.git import GitError, Repository


def moved_from(repository: Repository, commit: str, name: str) -> Repository:
    """Return a repository as it is asked of where its folder was in a commit.

    ``name`` is the file that the folder is known by. Where the commit has that elsewhere alone, in
    a folder that has it no longer, the folder was moved. Raises GitError.
    """
    # A large repository is only looked through where the folder is not where it was.
    if repository.has(commit, f"{repository.prefix}{name}"):
        return repository
    asked = ("ls-tree", "-r", "-z", "--full-tree", "--name-only", commit)
    named = _folders_with(name, repository.asked(*asked))
    left = _left_out(repository, name) if named else []
    top = Path(repository.folder.resolve(), repository.way_up)
    gone = (folder for folder in named if not (top / folder / name).exists())
    return _moved(repository, (folder for folder in gone if folder not in left)) or repository


def moved_in(repository: Repository, commit: str, name: str) -> Repository | None:
    """Return a repository as it is asked of where its folder was before a commit moved it.

    None where the commit did not.
    """
    only_gone = ("--no-renames", "--diff-filter=D", "--name-only")
    asked = ("diff-tree", "-r", "-z", *only_gone, "--end-of-options", f"{commit}^1", commit)
    try:
        return _moved(repository, _folders_with(name, repository.asked(*asked)))
    except GitError:
        # It is the first of all, or the oldest that was fetched.
        return None


def _left_out(repository: Repository, name: str) -> list[str]:
    """Return the folders with a file that a sparse work tree leaves out: they are there still."""
    told = repository.asked("-C", repository.way_up, "ls-files", "-z", "-t").split(b"\0")
    return _folders_with(name, b"\0".join(one[2:] for one in told if one.startswith(b"S ")))


def _folders_with(name: str, told: bytes) -> list[str]:
    paths = map(os.fsdecode, told.split(b"\0"))
    return [path.removesuffix(name) for path in paths if f"/{path}".endswith(f"/{name}")]


def _moved(repository: Repository, gone: Iterable[str]) -> Repository | None:
    """Return the repository at the folder that is called most alike; None where two are."""
    ranked = sorted((_alike(repository.prefix, folder), folder) for folder in gone)
    if not ranked or (len(ranked) > 1 and ranked[-1][0] == ranked[-2][0]):
        return None
    return replace(repository, prefix=ranked[-1][1])


def _alike(one: str, other: str) -> int:
    """Return how many names at the ends of two folders are the same."""
    ends = (reversed(Path(folder).parts) for folder in (one, other))
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*ends, strict=False)))
