"""Which findings a change brings and which it mends: the same by rule and thing, not by line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from jmsite.change.counterpart import counterpart
from jmsite.change.identity import Identity
from jmsite.change.side import Side
from jmsite.checklist import BY_CODE
from jmsite.content.markdown import plain
from jmsite.findings import Finding
from jmsite.model.ids import Ref
from jmsite.model.kinds import INNER_KINDS
from jmsite.model.pain_point import PainPoint


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

    A gap is the same by its rule and the thing that it is about. Where a thing has more of one rule
    than before, those are new whose words are. A mistake of form is the same by its words too,
    which name what is wrong. A gap that the owner accepted and accepts no more is new. What was
    missing from a thing that is gone has not been mended.
    """
    olds = _grouped(_OldSubjects(before[0], after[0], names), before[1])
    news = _grouped(_Subjects(after[0]), after[1])
    went = (f for key, found in olds.items() for f in _beyond(found, news.get(key, ())))
    return FindingChanges(
        new=tuple(f for key, found in news.items() for f in _new(found, olds.get(key, ()))),
        closed=tuple(f for f in went if all(ref in names.after for ref in things_of(f))),
    )


def thing_of(finding: Finding) -> Ref:
    """Return the innermost thing that a finding is about; raise IndexError where it has none."""
    return things_of(finding)[-1]


def things_of(finding: Finding) -> tuple[Ref, ...]:
    """Return the chain of things that a finding is about, the outermost first."""
    chain = [Ref(*local.split("/", 1)) for local in finding.about]
    home = next((ref.id for ref in chain if ref.kind == "journey"), "")
    return tuple(ref._replace(journey=home) if ref.kind in INNER_KINDS else ref for ref in chain)


_Groups = Mapping[Hashable, list[Finding]]


@dataclass(frozen=True)
class _Subjects:
    """What findings of the state after are about."""

    side: Side

    def thing(self, ref: Ref) -> Ref:
        return ref

    def file(self, path: str) -> str:
        return path

    def of(self, finding: Finding) -> Hashable:
        """Return what a finding is about, by the name that it has in the state after."""
        if not finding.about:
            return self.file(finding.location.path)
        ref = thing_of(finding)
        return self.thing(self._plain_texts.get((ref, finding.words.get("title", "")), ref))

    @cached_property
    def _plain_texts(self) -> Mapping[tuple[Ref | None, str], Ref]:
        """The pain points without an id: findings are about what lists them."""
        return {
            (item.holder, plain(item.thing.title)): item.ref
            for item in self.side.items.values()
            if isinstance(item.thing, PainPoint) and not item.has_name
        }


@dataclass(frozen=True)
class _OldSubjects(_Subjects):
    """What findings of the state before are about."""

    other: Side
    names: Identity

    def thing(self, ref: Ref) -> Ref:
        return self.names.named(ref)

    def file(self, path: str) -> str:
        return counterpart(path, self.side, self.other, self.names.after) or path


def _grouped(subjects: _Subjects, findings: Iterable[Finding]) -> _Groups:
    found: dict[Hashable, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.code, subjects.of(finding), _told_apart(finding)].append(finding)
    return found


def _told_apart(finding: Finding) -> Hashable:
    """Return what tells a finding from others of its rule about the same thing."""
    rule = BY_CODE.get(finding.code)
    return tuple(finding.words.get(word) for word in rule.apart) if rule else finding.message


def _new(found: Sequence[Finding], others: Sequence[Finding]) -> Iterator[Finding]:
    yield from _beyond([f for f in found if f.waived], others)
    yield from _beyond(
        [f for f in found if not f.waived], [other for other in others if not other.waived]
    )


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
