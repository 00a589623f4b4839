"""The difference between two states of a project, thing by thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from jmsite.change.backing import with_backing
from jmsite.change.change import Change
from jmsite.change.comings import Comings, items_in_both
from jmsite.change.fields import of_fields
from jmsite.change.gaps import FindingChanges, finding_changes
from jmsite.change.hiding import Hiding
from jmsite.change.identity import Identity, identity
from jmsite.change.order import MapOrder
from jmsite.change.pairing import Pairing, Seen, named
from jmsite.change.settings import SettingChange, setting_changes
from jmsite.change.side import Side
from jmsite.change.values import Named, Nothing
from jmsite.checklist.score import Score
from jmsite.content.document import Unread
from jmsite.findings import Finding
from jmsite.model.ids import HOME, Ref
from jmsite.model.kinds import KINDS
from jmsite.model.settings import Settings

# An order in which the kinds that are unique in the site are told of.
_KINDS = (*(kind.name for kind in KINDS if not kind.parent), HOME.kind)


@dataclass(frozen=True)
class Group:
    """What changed in a journey and all that stands in it, or in another thing of the site.

    ``states`` are the sides, each with the thing as it is called there.
    """

    thing: Named
    changes: tuple[Change, ...]
    states: tuple[tuple[Side, Ref], tuple[Side, Ref]] = field(repr=False)

    @property
    def scores(self) -> tuple[Score | None, Score | None]:
        """Return those of a journey before and after, None where it is not there.

        Where mistakes hide something in one state alone, what is asked differs, so both are None.
        """
        # A history asks for none, and to judge each of its states would take longer than the rest.
        (before, was), (after, now) = self.states
        if before.left_out != after.left_out:
            return None, None
        return _score(before, was), _score(after, now)


@dataclass(frozen=True)
class Diff:
    """What changed between two states, in the order of the project: journeys first.

    ``settings`` are what changed in how strictly they are judged, which is as the newer one says.
    ``is_first`` tells that there was no project before, ``is_last`` that there is none after.
    """

    before: Side
    after: Side
    names: Identity
    settings: tuple[SettingChange, ...] = ()
    is_first: bool = False
    is_last: bool = False

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """What changed, by journey or other thing; a group without changes is left out."""
        order = MapOrder(self.before, self.after, self.names)
        found: dict[Ref, list[Change]] = defaultdict(list)
        for change in order.sorted(_changes(self)):
            outermost = change.place.within[0].ref if change.place.within else change.place.ref
            is_gone = change.what == "gone"
            found[self.names.named(outermost) if is_gone else outermost].append(change)
        return tuple(self._group(ref, found[ref]) for ref in sorted(found, key=self._rank))

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return every change."""
        return tuple(change for group in self.groups for change in group.changes)

    @cached_property
    def gaps(self) -> FindingChanges:
        """The gaps of the maps that came and those that are closed; accepted ones are none.

        A gap of a thing that is gone is not closed, and one that a mistake hides is neither.
        """
        found = finding_changes(
            (self.before, _open_gaps(self.before)), (self.after, _open_gaps(self.after)), self.names
        )
        was, now = self.hiding
        return FindingChanges(
            new=tuple(gap for gap in found.new if not was.gap(gap)),
            closed=tuple(gap for gap in found.closed if not now.gap(gap)),
        )

    @cached_property
    def hiding(self) -> tuple[Hiding, Hiding]:
        """What the mistakes of the state before hide, and those of the state after."""
        names = self.names
        return Hiding(self.before, names.before), Hiding(self.after, names.after)

    @cached_property
    def comings(self) -> tuple[tuple[Ref, Change, tuple[Unread, ...]], ...]:
        """What is on one side alone, with the pieces of the other in which it may be hidden."""
        was, now = self.hiding
        found = Comings(self.before, self.after, self.names).one_sided()
        return tuple(
            (ref, change, (now if change.what == "gone" else was).of_change(change))
            for ref, change in found
        )

    @cached_property
    def unread(self) -> tuple[int, int]:
        """How many mistakes of the state before hide a part of it, and how many of that after.

        A file that no kind claims hides something where it names what is missing.
        """
        hidden = {"gone": set[Unread](), "added": set[Unread]()}
        for _, change, pieces in self.comings:
            hidden[change.what].update(piece for piece in pieces if not piece.claimed)
        was, now = self.hiding
        return was.mistakes + len(hidden["added"]), now.mistakes + len(hidden["gone"])

    @property
    def scores(self) -> tuple[Score | None, Score | None]:
        """Return how complete the site was and is, None as for a journey."""
        if self.before.left_out != self.after.left_out:
            return None, None
        return self.before.outcome.scores.site, self.after.outcome.scores.site

    def _group(self, ref: Ref, changes: Iterable[Change]) -> Group:
        was = self.names.before.get(ref, ref)
        side, own = (self.after, ref) if ref in self.after.items else (self.before, was)
        states = (self.before, was), (self.after, ref)
        return Group(named(side, own), tuple(changes), states)

    def _rank(self, ref: Ref) -> tuple[int, int]:
        return _KINDS.index(ref.kind), self._places.get(ref, len(self._places))

    @cached_property
    def _places(self) -> Mapping[Ref, int]:
        return {ref: place for place, ref in enumerate(self.after.items)}


def diff(before: Side, after: Side, own: Settings | None = None) -> Diff:
    """Return what changed from one state of a project to another.

    ``own`` are the settings of the state before as it wrote them; None where nobody asks for what
    changed in them.
    """
    settings = setting_changes(own, after.site.settings) if own else ()
    return Diff(before, after, identity(before, after), settings)


def _score(side: Side, ref: Ref) -> Score | None:
    return side.outcome.score_of(ref) if ref.kind == "journey" else None


def _open_gaps(side: Side) -> Iterator[Finding]:
    for finding in side.outcome.findings:
        if finding.is_open_gap:
            yield finding


def _changes(found: Diff) -> Iterator[tuple[Ref, Change]]:
    """Yield every change with the thing that it is of."""
    yield from ((ref, change) for ref, change, hidden in found.comings if not hidden)
    comings = Comings(found.before, found.after, found.names)
    sides = (found.before, found.after)
    for old, item in items_in_both(found.after, found.names):
        if item.ref == HOME and any(side.has_mistake_at(HOME) for side in sides):
            continue  # nobody knows what it would say
        before = Seen(found.before, found.before.items[old], found.names)
        pair = Pairing(before, Seen(found.after, item, None))
        of_thing = (comings.of_pair(pair), with_backing(pair, of_fields(pair)), _none_found(pair))
        yield from ((item.ref, change) for change in chain(*of_thing))


def _none_found(pair: Pairing) -> Iterator[Change]:
    """Yield that somebody looked for pain points and found none, or does not say so any more."""
    was = getattr(pair.before.item.thing, "pain_points", None)
    now = getattr(pair.after.item.thing, "pain_points", None)
    if now == () and was is None:
        yield pair.change("said", field="pain_points", now=Nothing())
    if was == () and now is None:
        yield pair.change("unsaid", field="pain_points", was=Nothing())
