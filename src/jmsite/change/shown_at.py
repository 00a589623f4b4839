"""Where among the lines that changed a finding is best shown, as in a pull request."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from jmsite.change.counterpart import counterpart
from jmsite.change.diff import Diff
from jmsite.change.gaps import thing_of
from jmsite.change.side import Side
from jmsite.files.tree import Tree
from jmsite.files.walk import UnreadableFile
from jmsite.findings import Finding, Location
from jmsite.model.ids import Ref

_LINE_END = re.compile(r"\r\n|\n|\r")


_Refs = Mapping[Ref, Sequence[Ref]]


@dataclass(frozen=True)
class _Around:
    """What is around each thing of a state, found once for all findings."""

    side: Side

    @cached_property
    def inside(self) -> _Refs:
        """What stands inside each thing."""
        found: dict[Ref, list[Ref]] = defaultdict(list)
        for ref in self.side.items:
            for holder in self.side.holders(ref):
                found[holder].append(ref)
        return found

    @cached_property
    def beside(self) -> _Refs:
        """What refers to each thing, then what the thing refers to."""
        every = [(m.by, ref) for ref, ms in self.side.site.mentions.items() for m in ms]
        found: dict[Ref, dict[Ref, None]] = defaultdict(dict)
        for pairs in (((ref, by) for by, ref in every), every):
            for thing, other in pairs:
                found[thing][other] = None
        return {thing: tuple(others) for thing, others in found.items()}


@dataclass(frozen=True)
class ShownAt:
    """Tells of what came with a change at which changed line it is best shown.

    That is its own line where that changed, else the nearest that did in its file. Where the file
    is as it was, it is one in the file of something inside the thing, or of something that it
    refers to or that refers to it: there stands what was changed. Else it stays where it is.
    """

    diff: Diff
    _known: dict[str, Collection[int]] = field(default_factory=dict, compare=False, repr=False)

    def of(self, finding: Finding) -> Location:
        """Return where to show a finding."""
        return self.near(finding.location, thing_of(finding) if finding.about else None)

    def near(self, at: Location, thing: Ref | None) -> Location:
        """Return where to show what stands at a place and is about a thing."""
        for place in chain([at], self._causes(at, thing)):
            lines = self._changed(place.path)
            if place.line in lines:
                return place
            if lines:
                return Location(place.path, _nearest(place.line, lines))
        return at

    def _causes(self, at: Location, thing: Ref | None) -> Iterator[Location]:
        if thing and not self._changed(at.path):
            yield from self._likely(thing)

    def _likely(self, thing: Ref) -> Iterator[Location]:
        """Yield the places that a finding about a thing may come from, the likeliest first."""
        before, after = self._around
        names = self.diff.names
        was = names.before.get(thing, thing)
        for now, then in ((after.inside, before.inside), (after.beside, before.beside)):
            yield from _places(after.side, now.get(thing, ()))
            for at in _places(before.side, then.get(was, ())):
                path = counterpart(at.path, before.side, after.side, names.after)
                if path:
                    yield Location(path, at.line)

    @cached_property
    def _around(self) -> tuple[_Around, _Around]:
        return _Around(self.diff.before), _Around(self.diff.after)

    def _changed(self, path: str) -> Collection[int]:
        """Return the lines of a file of the state after that are new or another, or lost one."""
        if path not in self._known:
            self._known[path] = self._compared(path)
        return self._known[path]

    def _compared(self, path: str) -> Collection[int]:
        before, after = self.diff.before, self.diff.after
        was = counterpart(path, after, before, self.diff.names.before)
        now = _lines(after.tree, path)
        return changed_lines(_lines(before.tree, was) if was else (), now)


def changed_lines(before: Sequence[str], after: Sequence[str]) -> Collection[int]:
    """Return the numbers, from 1, of the lines that changed; of lines that went, the next ones."""
    found: set[int] = set()
    blocks = difflib.SequenceMatcher(None, before, after).get_opcodes()
    for tag, _, _, first, end in blocks:
        if tag == "delete":
            found |= {first, first + 1} & set(range(1, len(after) + 1))
        elif tag != "equal":
            found.update(range(first + 1, end + 1))
    return found


def _nearest(line: int, others: Collection[int]) -> int:
    return min(others, key=lambda other: abs(other - line))


def _lines(tree: Tree, path: str) -> tuple[str, ...]:
    try:
        text = tree.read(path).decode("utf-8-sig", "replace")
    except (KeyError, UnreadableFile):
        return ()
    return tuple(_LINE_END.split(text))


def _places(side: Side, refs: Iterable[Ref]) -> Iterator[Location]:
    for ref in refs:
        item = side.items.get(ref)
        if item and item.has_name:
            yield side.site.where(ref)
