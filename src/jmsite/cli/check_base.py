"""``jmsite check --base``: what a change brings, and whether that fails."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import rich_click as click

from jmsite.build import Options
from jmsite.change.ratchet import Brought, Verdict
from jmsite.change.shown_at import ShownAt
from jmsite.cli.check import check_all, is_within, stops, within
from jmsite.cli.output import report
from jmsite.cli.project import ProjectFolder
from jmsite.cli.revisions import WORK_TREE, left_at
from jmsite.cli.say import say
from jmsite.files.git import GitError
from jmsite.files.tree import Tree
from jmsite.findings import Finding
from jmsite.report import Since
from jmsite.review import Review, State, has_project, ratchet, review
from jmsite.versions.find import with_names_checked

if TYPE_CHECKING:
    from jmsite.cli.outside import Outside


def check_since(
    project: ProjectFolder,
    base: str,
    inside: tuple[str, ...],
    options: Options,
    form: str,
    *,
    quiet: bool,
    verbose: bool,
    outside: Outside | None = None,
) -> int:
    """Say what has come since an older state, and return the exit code of the command.

    Ends the command where there is no such state. ``inside`` are the paths that are asked about,
    and ``outside`` asks the addresses on the web that the change brings. Where the older state has
    no project, all of it is judged as without one: who begins has gaps.
    """
    before, after = left_at(project, base), State(project.tree, WORK_TREE)
    try:
        if not has_project(before.tree, options.configuration):
            if not quiet:
                say(f"{before.name} has no project here: all of it is checked, and fails by "
                    "`fail_on`", error=True)  # fmt: skip
            return check_all(
                *(project, inside, options, form),
                strict=False, quiet=quiet, verbose=verbose, outside=outside,
            )  # fmt: skip
        found = review(before, after, options)
        found = replace(found, after=with_names_checked(found.after, after.tree))
        brought = ratchet(found, before, options)
        if outside is not None:
            brought = outside.brought(brought, before.tree, after.tree)
        answer = _Answer(found, _inside(brought, found, inside, options), after.tree, before.name)
        listed = answer.verdict.failing if quiet else answer.brought.new
        if not quiet or answer.verdict.fails or form != "text":
            say(answer.report(listed, form, show_waived=verbose))
    except GitError as error:
        raise click.UsageError(str(error)) from error
    return answer.exit_code(options.configuration)


def _inside(brought: Brought, found: Review, inside: tuple[str, ...], options: Options) -> Brought:
    """Return of what a change brings what is in the files and folders that are asked about."""
    site = found.after.loaded.site
    new, older, closed = (
        tuple(within(findings, inside, options.configuration))
        for findings in (brought.new, brought.older, brought.closed)
    )
    falls = (fall for fall in brought.falls if is_within(site.where(fall.journey).path, inside))
    return Brought(new, older, closed, tuple(falls))


@dataclass(frozen=True)
class _Answer:
    """What is said of what a change brings."""

    found: Review
    brought: Brought
    tree: Tree
    base: str

    @property
    def verdict(self) -> Verdict:
        """Return what the check fails on."""
        return self.brought.verdict

    def exit_code(self, configuration: str) -> int:
        """Return 2 where the configuration is wrong, 1 where the change fails, else 0."""
        if any(stops(finding, configuration) for finding in self.brought.new):
            return 2
        return int(self.verdict.fails)

    def report(self, listed: Iterable[Finding], form: str, *, show_waived: bool) -> str:
        """Return what is said of a change, in the form that was asked for."""
        shown_at, site = ShownAt(self.found.diff), self.found.after.loaded.site
        falls = (
            (fall, shown_at.near(site.where(fall.journey), fall.journey))
            for fall in self.brought.falls
        )
        return report(
            self.found.after,
            self.tree,
            listed,
            form,
            show_waived=show_waived,
            since=Since(self.base, self.brought.older, self.brought.closed, tuple(falls)),
            place=shown_at.of,
        )
