"""What a report is made of: the one value that every form of report takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from jmsite.findings import Finding, Location

if TYPE_CHECKING:
    from jmsite.change.ratchet import Fall

Source = Callable[[str], str | None]
Place = Callable[[Finding], Location]

# A finding is shown where it stands, unless somebody knows a better place.
ITS_OWN: Place = attrgetter("location")


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """The scores of a site, its journeys and their phases, in whole per cent.

    Journeys are named by id and phases as ``journey/phase``. A score is None where no check
    applies.
    """

    site: int | None = None
    journeys: Mapping[str, int | None] = field(default_factory=dict)
    phases: Mapping[str, int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RuleText:
    """What a rule is, for forms that carry rules beside findings.

    ``summary`` is one sentence that says when the rule holds; ``help`` is its documentation in
    Markdown.
    """

    summary: str
    help: str


def no_source(_path: str) -> str | None:
    """Give no source: the report is made without code frames."""
    return None


@dataclass(frozen=True, slots=True)
class Since:
    """What a report of a change says beside the findings that it brings.

    ``base`` is what people call the older state. ``older`` findings were there before, ``closed``
    ones are gone, and ``falls`` are the journeys whose score fell, each with the place where a
    pull request shows it.
    """

    base: str
    older: tuple[Finding, ...] = ()
    closed: tuple[Finding, ...] = ()
    falls: tuple[tuple[Fall, Location], ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in a project and how it is to be shown.

    ``source`` gives the text of a file by its path in the project, or None where it cannot be
    read as text. ``rules`` holds the texts of rules by code; a rule without one is named only.
    ``width`` is the number of cells in a line of the terminal, or None where the report does not
    go to one: nothing is wrapped then. ``show_waived`` tells the forms that people read to list
    gaps that the owner accepts; the others always hold them, or never. With ``since`` the findings
    are those that a change brings. ``place`` tells where a pull request shows a finding, and
    ``folder`` is the one of the project in its repository, with ``/`` at its end.
    """

    findings: tuple[Finding, ...]
    scores: ScoreTable = ScoreTable()
    source: Source = no_source
    rules: Mapping[str, RuleText] = field(default_factory=dict)
    color: bool = False
    width: int | None = None
    show_waived: bool = False
    since: Since | None = None
    place: Place = ITS_OWN
    folder: str = ""
