"""What a change brings and what it costs, and whether a check against an older state fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jmsite.change.diff import Diff
from jmsite.change.gaps import finding_changes
from jmsite.change.side import Side
from jmsite.findings import Finding, Severity
from jmsite.model.ids import Ref

_Findings = tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Fall:
    """A journey whose score fell: its scores before and after, in whole per cent."""

    journey: Ref
    title: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """On what a check fails: findings of ``level`` or above, and journeys whose score fell."""

    failing: _Findings
    falls: tuple[Fall, ...] = ()
    level: str = Severity.WARNING.word

    @property
    def fails(self) -> bool:
        """Return whether there is anything that it fails on."""
        return bool(self.failing or self.falls)


@dataclass(frozen=True)
class Brought:
    """What a change brings.

    ``new`` are the findings that came with it, ``older`` those that were there before or that a
    mistake had hidden, ``closed`` those that are mended (what they are about is there, and no
    mistake hides it now), and ``falls`` the journeys whose score fell.
    Gaps that the owner accepts are among the new ones, and else left out.
    """

    new: _Findings
    older: _Findings
    closed: _Findings
    falls: tuple[Fall, ...]

    @property
    def verdict(self) -> Verdict:
        """Return on what a check fails, whatever the settings say."""
        counts = (f for f in self.new if f.severity >= Severity.WARNING and not f.waived)
        return Verdict(tuple(counts), self.falls)


def brought(diff: Diff, before: _Findings, after: _Findings) -> Brought:
    """Return what the newer state brings, given all findings of both."""
    changes = finding_changes((diff.before, before), (diff.after, after), diff.names)
    was, now = diff.hiding
    new = tuple(finding for finding in changes.new if not was.gap(finding))
    known = frozenset(map(id, new))
    return Brought(
        new=tuple(finding for finding in after if id(finding) in known),
        older=tuple(f for f in after if id(f) not in known and not f.waived),
        closed=tuple(f for f in changes.closed if not (f.waived or now.gap(f))),
        falls=tuple(_falls(diff)),
    )


def _falls(diff: Diff) -> Iterator[Fall]:
    """Yield the journeys whose score fell.

    Where mistakes hide something in one state alone, what is asked differs, so none is told.
    """
    if diff.before.left_out != diff.after.left_out:
        return
    for new, journey in diff.after.site.journeys.items():
        ref = Ref("journey", new)
        was, now = _percent(diff.before, diff.names.before.get(ref)), _percent(diff.after, ref)
        if was is not None and now is not None and now < was:
            yield Fall(ref, journey.title, was, now)


def _percent(side: Side, ref: Ref | None) -> int | None:
    score = side.outcome.score_of(ref) if ref else None
    return score.percent if score else None
