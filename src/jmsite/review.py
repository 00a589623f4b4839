"""Two states of a project, loaded and compared. This file reads as that sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from jmsite.build import Memory, Options, check
from jmsite.change.diff import Diff, diff
from jmsite.change.ratchet import Brought, Verdict, brought
from jmsite.change.side import Side
from jmsite.checked import Checked
from jmsite.files.by_content import ByContent
from jmsite.files.tree import Tree
from jmsite.files.tree_over import TreeOver
from jmsite.files.walk import UnreadableFile
from jmsite.findings import Finding, in_order
from jmsite.model.settings import Settings
from jmsite.site.project import read_project


@dataclass(frozen=True)
class State:
    """A state of a project as it was asked for: its files, and what people call it.

    The name of the work tree is empty.
    """

    tree: Tree
    name: str


@dataclass(frozen=True)
class Review:
    """Two states of a project, each checked, and what changed between them."""

    before: Checked
    after: Checked
    diff: Diff


def review(before: State, after: State, options: Options) -> Review:
    """Load, check and compare two states.

    Both are judged by the configuration of the newer one and on one day, so that what is told of
    is what changed in the journeys; where the newer state has no project any more, by that of the
    older. A file that is the same in both is read once.
    """
    memory, path = Memory(), options.configuration
    own = _own_settings(before.tree, path)
    is_last = own is not None and not has_project(after.tree, path)
    new: Tree = ByContent(after.tree, before.tree)
    if is_last:
        new = Configured(new, before.tree, path)
    checked = check(new, options, memory)
    same = replace(options, today=checked.loaded.site.today)
    old = Configured(ByContent(before.tree, after.tree), new, path)
    was = check(old, same, memory)
    sides = (_side(was, old, before.name), _side(checked, new, after.name))
    found = replace(diff(*sides, own), is_first=own is None, is_last=is_last)
    return Review(was, checked, found)


def ratchet(found: Review, before: State, options: Options) -> Brought:
    """Return what the newer state brings: findings, and journeys whose score fell.

    What is wrong with the form of the configuration is held against the older configuration; all
    else is judged by the newer one. An error of the configuration counts as new however old it
    is: nothing can be judged then.
    """
    path, was = options.configuration, found.before.findings
    if _text(before.tree, path) != _text(found.diff.after.tree, path):
        day = found.after.loaded.site.today
        own = check(before.tree, replace(options, today=day)).findings
        was = (
            *(finding for finding in was if not _is_of(path, finding)),
            *(finding for finding in own if _is_of(path, finding)),
        )
    came = brought(found.diff, was, found.after.findings)
    stopping = [one for one in came.older if one.is_mistake and one.location.path == path]
    older = tuple(one for one in came.older if one not in stopping)
    return replace(came, new=in_order((*came.new, *stopping)), older=older)


def verdict(found: Review, before: State, options: Options) -> Verdict | None:
    """Return on what a check against the older state fails; None where no project is left to check.

    Where the older state has none, it fails as one without it, by what the settings say.
    """
    if found.diff.is_last:
        return None
    if not found.diff.is_first:
        return ratchet(found, before, options).verdict
    level = found.after.loaded.settings.checklist.fail_on
    return Verdict(found.after.failing(), level=level)


def _own_settings(tree: Tree, path: str) -> Settings | None:
    """Return what the settings of a state say, None where it has none."""
    return read_project(tree, path).settings if has_project(tree, path) else None


def has_project(tree: Tree, path: str) -> bool:
    """Tell whether a state has the project: the file of its settings."""
    return path in tree.paths()


def _text(tree: Tree, path: str) -> bytes:
    try:
        return tree.read(path)
    except (KeyError, UnreadableFile):
        return b""


def _is_of(path: str, finding: Finding) -> bool:
    return finding.is_form and finding.location.path == path


def _side(checked: Checked, tree: Tree, name: str) -> Side:
    loaded, wrong = checked.loaded, checked.mistakes
    at_settings = [one for one in wrong if one.location.path == loaded.configuration]
    settings = loaded.configuration if at_settings else ""
    return Side(
        *(loaded.site, checked.outcome, tree, name), mistakes=wrong, wrong_settings=settings
    )


@dataclass(frozen=True)
class Configured(TreeOver):
    """A project with the configuration of another state of it."""

    other: Tree
    configuration: str

    def _holder(self, path: str) -> Tree:
        return self.other if path == self.configuration else self.under

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        own = (path for path in self.under.paths() if path != self.configuration)
        return tuple(sorted({*own, *self._given}))

    @property
    def _given(self) -> tuple[str, ...]:
        return (self.configuration,) if self.configuration in self.other.paths() else ()
