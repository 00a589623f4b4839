"""Which findings a change brings and which it mends: the same by rule and thing, not by line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from jmsite.change.identity import Identity
from jmsite.change.side import Side
from jmsite.findings import Finding
from jmsite.model.ids import Ref
from jmsite.model.kinds import INNER_KINDS

_NUMBER = re.compile(r"(^|/)\d{1,3}-")


@dataclass(frozen=True)
class FindingChanges:
    """The findings that came with the state after, and those of the state before that are gone."""

    new: tuple[Finding, ...]
    closed: tuple[Finding, ...]


def finding_changes(
    before: tuple[Side, Iterable[Finding]],
    after: tuple[Side, Iterable[Finding]],
    names: Identity,
) -> FindingChanges:
    """Return what came and what went among the findings of two sides.

    A finding is the same by its rule and the thing that it is about. Where a thing has more of one
    rule than before, those are new whose words are.
    """
    olds = _grouped(before[0], before[1], names)
    news = _grouped(after[0], after[1], None)
    return FindingChanges(
        new=tuple(f for key, found in news.items() for f in _beyond(found, olds.get(key, ()))),
        closed=tuple(f for key, found in olds.items() for f in _beyond(found, news.get(key, ()))),
    )


_Groups = Mapping[Hashable, list[Finding]]


def _grouped(side: Side, findings: Iterable[Finding], names: Identity | None) -> _Groups:
    found: dict[Hashable, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.code, _subject(side, finding, names)].append(finding)
    return found


def _subject(side: Side, finding: Finding, names: Identity | None) -> Hashable:
    """Return what a finding is about, by the name that it has after."""
    if not finding.about:
        return _file(side, finding.location.path, names)
    ref = thing_of(finding)
    return names.named(ref) if names else ref


def thing_of(finding: Finding) -> Ref:
    """Return the innermost thing that a finding is about; raise IndexError where it has none."""
    chain = [Ref(*local.split("/", 1)) for local in finding.about]
    last = chain[-1]
    home = next((ref.id for ref in chain if ref.kind == "journey"), "")
    return last._replace(journey=home) if last.kind in INNER_KINDS else last


def _file(side: Side, path: str, names: Identity | None) -> Hashable:
    """Return a file by the thing that it holds, else by its path without the numbers in it."""
    refs = side.things_at.get(path, ())
    if not refs:
        return _NUMBER.sub(r"\1", path)
    return names.named(refs[0]) if names else refs[0]


def _beyond(found: Iterable[Finding], others: Iterable[Finding]) -> list[Finding]:
    """Return as many findings as the other side lacks: those that are not in its words."""
    messages = [other.message for other in others]
    left, surplus = [], 0
    for finding in found:
        if finding.message in messages:
            messages.remove(finding.message)
        else:
            left.append(finding)
    surplus = len(messages)
    return left[surplus:]
