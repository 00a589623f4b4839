"""What jmsite says of a project: findings, where they stand and what to do about them.

A finding is a value. Stages collect findings and hand them on; only the command line
prints them and only it decides on an exit code.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

FailOn = Literal["info", "warning", "error", "never"]


class Severity(enum.IntEnum):
    """How much a finding weighs; a higher number weighs more."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """Return the name that reports and ``jmsite.yml`` use: ``error``, ``warning``, ``info``."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a source file.

    The path is relative to the project, with forward slashes. Line and column count from 1,
    in characters; ``length`` is the number of characters that a code frame underlines.
    """

    path: str
    line: int = 1
    column: int = 1
    length: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that one has to know to mend a finding, and what stands there."""

    location: Location
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with a project or missing from it.

    ``message`` is English and one phrase; the remedy stands in ``hint``. ``about`` is the chain
    of things that the finding is about, the outermost first, each as ``kind/id``. ``words``
    holds the values inside the message, by name, so that a site can say it in its own
    language. ``waived`` is the reason why the owner accepts a gap, or empty.
    """

    code: str
    name: str
    severity: Severity
    message: str
    location: Location
    hint: str = ""
    related: tuple[Related, ...] = ()
    about: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict, compare=False)
    waived: str = ""

    @property
    def is_form(self) -> bool:
        """Tell whether the finding is about the form of a file (JM0xx) and not a gap of the map."""
        return self.code.startswith("JM0")

    @property
    def is_mistake(self) -> bool:
        """Tell whether it is an error of form: what it is about is not read."""
        return self.is_form and self.severity is Severity.ERROR

    @property
    def is_open_gap(self) -> bool:
        """Tell whether it is a gap of a map that nobody accepts."""
        return not self.is_form and not self.waived


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings by place, then code; what is said twice is kept once."""
    once = {(f.code, f.location, f.message): f for f in findings}
    return tuple(sorted(once.values(), key=lambda f: (f.location, f.code, f.message)))
