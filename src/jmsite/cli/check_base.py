"""``jmsite check --base``: what a change brings, and whether that fails."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import rich_click as click

from jmsite.build import Options
from jmsite.change.landing import Landing
from jmsite.change.ratchet import Brought, Fall
from jmsite.cli.check import check_all, is_within, stops, within
from jmsite.cli.output import report
from jmsite.cli.project import ProjectFolder
from jmsite.cli.revisions import WORK_TREE, left_at
from jmsite.cli.say import say
from jmsite.files.git import GitError
from jmsite.files.tree import Tree
from jmsite.findings import Finding, Location, Severity, in_order
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
        verdict = _Verdict(found, brought, after.tree, before.name, inside, options.configuration)
        listed = verdict.failing if quiet else verdict.new
        if not quiet or listed or verdict.since.falls or form != "text":
            say(verdict.report(listed, form, show_waived=verbose))
    except GitError as error:
        raise click.UsageError(str(error)) from error
    return verdict.exit_code


@dataclass(frozen=True)
class _Verdict:
    """What a change brings to some files and folders of a project, or to all of it."""

    found: Review
    brought: Brought
    tree: Tree
    base: str
    inside: tuple[str, ...]
    configuration: str

    @cached_property
    def new(self) -> tuple[Finding, ...]:
        """What came with the change; an error of the configuration counts however old it is."""
        old = (f for f in self.brought.older if stops(f, self.configuration))
        return in_order((*self._asked(self.brought.new), *old))

    @property
    def failing(self) -> tuple[Finding, ...]:
        """Of what came what fails the check."""
        return tuple(f for f in self.new if f.severity >= Severity.WARNING and not f.waived)

    @cached_property
    def since(self) -> Since:
        """What there is to say beside."""
        older = (f for f in self._asked(self.brought.older) if f not in self.new)
        return Since(self.base, tuple(older), tuple(self._asked(self.brought.closed)), self._falls)

    @property
    def exit_code(self) -> int:
        """Return 2 where the configuration is wrong, 1 where the change fails, else 0."""
        if any(stops(finding, self.configuration) for finding in self.new):
            return 2
        return int(bool(self.failing or self.since.falls))

    @cached_property
    def landing(self) -> Landing:
        """Where to show what came."""
        return Landing(self.found.diff)

    def report(self, listed: Iterable[Finding], form: str, *, show_waived: bool) -> str:
        """Return what is said of a change, in the form that was asked for."""
        return report(
            self.found.after,
            self.tree,
            listed,
            form,
            show_waived=show_waived,
            since=self.since,
            place=self.landing.of,
        )

    @property
    def _falls(self) -> tuple[tuple[Fall, Location], ...]:
        site = self.found.after.loaded.site
        places = ((fall, site.where(fall.journey)) for fall in self.brought.falls)
        return tuple(
            (fall, self.landing.near(at, fall.journey))
            for fall, at in places
            if is_within(at.path, self.inside)
        )

    def _asked(self, findings: Iterable[Finding]) -> Iterable[Finding]:
        return within(findings, self.inside, self.configuration)
