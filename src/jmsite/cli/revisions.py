"""The states of a project that an argument can name: a commit, a folder, the work tree."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from jmsite.cli.project import NoProjectError, ProjectFolder, find_project
from jmsite.files.tree import DEFAULT_CONFIGURATION

if TYPE_CHECKING:
    from jmsite.files.git import Repository
    from jmsite.review import State

# Each language has words of its own for it.
WORK_TREE = ""
_SHORT = 10


def base_of(project: ProjectFolder, named: str | None) -> State:
    """Return the older state: the one that is named, else where the work left the main line.

    That is the merge base with origin/HEAD, else with main, else with master. Ends the command
    with exit code 2 where there is no such commit.
    """
    if named is not None:
        return state_of(project, named)
    repository = _repository(project)
    main = repository.main()
    if main is None:
        raise click.UsageError(
            "there is no origin/HEAD, main or master to compare with; name a commit or a folder"
            + _deeper(repository)
        )
    base = repository.merge_base(main, "HEAD")
    if base is None and repository.is_shallow:
        raise click.UsageError(f"nobody knows here where the work left {main}{_deeper(repository)}")
    return _at(project, repository, base or repository.commit(main), main)


def left_at(project: ProjectFolder, named: str) -> State:
    """Return the state in which the work left what is named: a line of commits may have gone on.

    A folder, and a commit that shares none with the work, is the state itself.
    """
    from jmsite.files.commit_tree import CommitTree

    state = state_of(project, named)
    if not isinstance(state.tree, CommitTree):
        return state
    repository = state.tree.repository
    shared = repository.merge_base(state.tree.commit, "HEAD")
    return _at(project, repository, shared, named) if shared else state


def state_of(project: ProjectFolder, named: str | None) -> State:
    """Return the state that is named, else the work tree; end the command where there is none.

    A name is a commit where there is one by it, else the folder of a project.
    """
    from jmsite.files.git import UnknownRevisionError
    from jmsite.review import State

    if named is None:
        return State(project.tree, WORK_TREE)
    folder = Path(named)
    is_project = (folder / project.configuration).is_file()
    if is_project and named.startswith((".", "/", "~")):
        return _folder(project, folder)
    try:
        repository = _repository(project)
    except click.UsageError:
        if is_project:
            return _folder(project, folder)
        raise
    try:
        return _at(project, repository, repository.commit(named), named)
    except UnknownRevisionError as error:
        if is_project:
            return _folder(project, folder)
        hint = f", and no folder “{named}” that holds a {project.configuration}"
        raise click.UsageError(f"{error}{hint}{_apart(named)}{_deeper(repository)}") from error


def project_around(configuration: Path | None, *named: str | None) -> ProjectFolder:
    """Return the project that one is in, else the last of the folders that are named.

    Two commits need no project at hand: it stood here in one of them. Ends the command where there
    is none.
    """
    try:
        return find_project(None, configuration)
    except NoProjectError as error:
        for name in reversed(named):
            if name and configuration is None and (Path(name) / DEFAULT_CONFIGURATION).is_file():
                return ProjectFolder(Path(name))
        if configuration is None and _stood_here(named):
            return ProjectFolder(Path())
        raise click.UsageError(str(error)) from error


def _stood_here(named: tuple[str | None, ...]) -> bool:
    """Tell whether all names are of commits, one of which has a project in the folder one is in."""
    from jmsite.files.git import GitError, find_repository

    try:
        repository = find_repository(Path())
        if repository is None:
            return False
        path = f"{repository.prefix}{DEFAULT_CONFIGURATION}"
        commits = [repository.commit(name or "") for name in named]
    except GitError:
        return False
    return any(repository.has(commit, path) for commit in commits)


def _deeper(repository: Repository) -> str:
    """Return what to do where the history was cut, empty where it is whole."""
    if not repository.is_shallow:
        return ""
    return "; this clone has not the whole history, “git fetch --unshallow” brings it"


def _apart(named: str) -> str:
    """Return how a range of commits is asked for here, empty where none is meant."""
    base, between, head = named.partition("..")
    if not (base and between) or "/" in (base[-1], head[:1]):
        return ""
    asked = " ".join(("jmsite diff", base, head.lstrip("."))).rstrip()
    return f"; two commits have a space between them: “{asked}”"


def _folder(project: ProjectFolder, folder: Path) -> State:
    from jmsite.files.tree import FolderTree
    from jmsite.review import State

    return State(FolderTree(folder, project.configuration), str(folder))


def _at(project: ProjectFolder, repository: Repository, commit: str, named: str) -> State:
    from jmsite.files.commit_tree import CommitTree
    from jmsite.files.git_moves import moved_from
    from jmsite.review import State

    shown = named if commit.startswith(named) else f"{named} ({commit[:_SHORT]})"
    there = moved_from(repository, commit, project.configuration)
    return State(CommitTree(there, commit, project.configuration), shown)


def _repository(project: ProjectFolder) -> Repository:
    from jmsite.files.git import GitError, find_repository

    try:
        found = find_repository(project.root)
    except GitError as error:
        raise click.UsageError(str(error)) from error
    if found is None:
        raise click.UsageError(
            f"the project in {project.root.resolve()} is not in a git repository, so it has no"
            " commits to compare with; name a folder that holds its older state"
        )
    return found
