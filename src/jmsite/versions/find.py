"""Past states of a project as git has them, by what the settings call them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from jmsite import forms
from jmsite.checked import Checked
from jmsite.files.commit_tree import CommitTree
from jmsite.files.git import GitError, Repository, UnknownRevisionError, find_repository
from jmsite.files.git_commits import moment
from jmsite.files.git_moves import moved_from
from jmsite.files.tree import FolderTree, Tree
from jmsite.findings import Finding, Location
from jmsite.model.settings import Version
from jmsite.site.places import SETTINGS

_FETCH = (
    "name a tag that is there: `git fetch --tags` brings those that were never fetched, and in a "
    "workflow `fetch-depth: 0` does"
)


class Found(NamedTuple):
    """A past state in its commit, the day of that, and where the settings name it."""

    version: Version
    tree: CommitTree
    day: date
    at: Location


class Lost(NamedTuple):
    """A past state that cannot be shown, and why."""

    version: Version
    finding: Finding


def find_versions(checked: Checked, tree: Tree) -> tuple[tuple[Found, ...], tuple[Lost, ...]]:
    """Return the past states that the settings list, and those that git does not give out.

    Git is asked only where there are any.
    """
    listed = checked.loaded.settings.versions
    if not listed:
        return (), ()
    where = checked.loaded.site.where
    repository = _repository(tree, where(SETTINGS, "versions"))
    if isinstance(repository, Finding):
        return (), tuple(Lost(version, repository) for version in listed)
    found: list[Found] = []
    lost: list[Lost] = []
    for index, version in enumerate(listed):
        at = where(SETTINGS, "versions", index)
        one = _found(version, repository, checked.loaded.configuration, at)
        if isinstance(one, Found):
            found.append(one)
        else:
            lost.append(Lost(version, one))
    return tuple(found), tuple(lost)


def with_lost(checked: Checked, lost: Iterable[Lost]) -> Checked:
    """Return a project that tells why past states cannot be shown; what is so of all, once."""
    return checked.with_form(dict.fromkeys(one.finding for one in lost))


def with_names_checked(checked: Checked, tree: Tree) -> Checked:
    """Return a project that tells which past states git does not give out."""
    return with_lost(checked, find_versions(checked, tree)[1])


def _repository(tree: Tree, at: Location) -> Repository | Finding:
    """Return the repository of a project, or that its past states cannot be had without one."""
    said = "the project is in no git repository"
    if isinstance(tree, CommitTree):
        return tree.repository
    try:
        found = find_repository(tree.root) if isinstance(tree, FolderTree) else None
    except GitError as error:
        found, said = None, f"git gives no answer: {error}"
    return found or forms.UNKNOWN_VERSION.at(
        at,
        f"past states cannot be shown, because {said}",
        "build the site in a clone of its repository, or take `versions` out",
    )


def _found(
    version: Version, repository: Repository, configuration: str, at: Location
) -> Found | Finding:
    try:
        commit = repository.commit(version.at)
        there = moved_from(repository, commit, configuration)
        tree = CommitTree(there, commit, configuration)
        seconds = repository.asked("log", "-1", "--format=%ct", commit).decode()
        is_project = configuration in tree.paths()
    except UnknownRevisionError as error:
        return forms.UNKNOWN_VERSION.at(at, str(error), _near(version.at, repository))
    except GitError as error:
        return unread(version, at, error)
    if not is_project:
        return forms.UNKNOWN_VERSION.at(
            at,
            f"the commit “{version.at}” holds no {configuration} in this folder",
            "name a commit that holds the project",
        )
    return Found(version, tree, moment(seconds.strip()).date(), at)


def unread(version: Version, at: Location, error: GitError) -> Finding:
    """Return that git does not give out what a past state holds."""
    return forms.UNKNOWN_VERSION.at(at, f"“{version.at}” cannot be read: {error}", _FETCH)


def _near(name: str, repository: Repository) -> str:
    """Return what may help where there is no commit by a name."""
    tags = repository.asked("tag", "--list").decode("utf-8", "replace").split()
    if name in tags:
        return "this tag is one of a file or of a folder: name one of a commit"
    near = difflib.get_close_matches(name, tags, 1, 0.6)
    return f"did you mean “{near[0]}”? {_FETCH}" if near else _FETCH
