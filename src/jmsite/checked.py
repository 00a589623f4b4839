"""A checked project: what a check, a build and a preview go on with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import msgspec

from jmsite.checklist import Outcome
from jmsite.findings import FailOn, Finding, Severity, in_order
from jmsite.load import Loaded


@dataclass(frozen=True)
class Checked:
    """A project that was loaded and asked the checklist, with all that was found.

    ``form`` is what is wrong with the form of the sources, in order.
    """

    loaded: Loaded
    outcome: Outcome
    form: tuple[Finding, ...]

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was found, in order; the whole checklist is asked for it."""
        # Where the settings are wrong there, nobody knows which rules the project asks.
        gaps = self.outcome.findings if self.loaded.rules_known else ()
        return in_order((*self.form, *gaps))

    @property
    def mistakes(self) -> tuple[Finding, ...]:
        """Return the errors of form: what they are about is not read."""
        return tuple(finding for finding in self.form if finding.is_mistake)

    def with_form(self, findings: Iterable[Finding]) -> Checked:
        """Return the project with more that is wrong with its form."""
        return replace(self, form=in_order((*self.form, *findings)))

    def failing_on(self, severity: FailOn | None) -> Checked:
        """Return the project as one whose gaps fail from this severity; None is as it says."""
        if severity is None:
            return self
        site, settings = self.loaded.site, self.loaded.settings
        checklist = msgspec.structs.replace(settings.checklist, fail_on=severity)
        settings = msgspec.structs.replace(settings, checklist=checklist)
        return replace(self, loaded=replace(self.loaded, site=replace(site, settings=settings)))

    def exit_code(self, *, strict: bool = False, findings: Iterable[Finding] | None = None) -> int:
        """Return 0 where all is fine, 1 where findings fail the run, 2 for a wrong configuration.

        An error of form always fails; gaps fail from the severity that the settings name.
        ``strict`` fails on every warning. ``findings`` are those that count, else all.
        """
        failing = self.failing(strict=strict, findings=findings)
        path = self.loaded.configuration
        at_settings = (f.location.path == path for f in failing if f.is_mistake)
        return 2 if any(at_settings) else int(bool(failing))

    def failing(
        self, *, strict: bool = False, findings: Iterable[Finding] | None = None
    ) -> tuple[Finding, ...]:
        """Return the findings that fail a run; ``findings`` are those that count, else all."""
        counted = self.findings if findings is None else findings
        return tuple(finding for finding in counted if self._fails(finding, strict=strict))

    def pressing(self, *, strict: bool = False) -> tuple[Finding, ...]:
        """Return what an author should hear of even when all goes well.

        That is what fails the run, and every warning about the form of a file.
        """
        return tuple(
            finding
            for finding in self.findings
            if self._fails(finding, strict=strict)
            or (finding.is_form and finding.severity >= Severity.WARNING)
        )

    def _fails(self, finding: Finding, *, strict: bool) -> bool:
        if finding.waived:
            return False
        if strict and finding.severity >= Severity.WARNING:
            return True
        if finding.is_form:
            return finding.is_mistake
        fail_on = self.loaded.settings.checklist.fail_on
        return fail_on != "never" and finding.severity >= Severity[fail_on.upper()]
