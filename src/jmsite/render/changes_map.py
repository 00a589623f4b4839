"""Two states of a journey as one map: that after, with what is gone left in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from jmsite.change.diff import Diff
from jmsite.change.side import Item, Side
from jmsite.model.channel import Channel
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.touchpoint import Touchpoint
from jmsite.render.changes_marks import Mark, Marks
from jmsite.render.draw.overlay import Lift, Overlay, Panel, overlay_of
from jmsite.site.site import phase_ref, touchpoint_ref
from jmsite.swimlane.aligned import aligned_by
from jmsite.swimlane.compare import Comparison, JourneyInSite, PhasePair, TouchpointRow, compare

# How wide the words at a curve are, in per cent of the narrowest column.
_LABEL = 45
_LANES = ("step", "touchpoint", "pain-point")


@dataclass(frozen=True)
class Shown:
    """A thing on a map of changes.

    ``old`` tells that it stands in the state before alone, where its name is looked up. ``at`` is
    the touchpoint where a pain point hurts. ``anchor`` is empty where a thing stands elsewhere too.
    """

    ref: Ref
    title: str
    mark: Mark
    anchor: str = ""
    old: bool = False
    channel: Channel | None = None
    at: Ref | None = None


@dataclass(frozen=True)
class Column:
    """A phase of a map of changes, and what stands in it by lane."""

    phase: Shown
    stage: str | None
    cells: Mapping[str, tuple[Shown, ...]]


@dataclass(frozen=True)
class ChangesMap:
    """A map of what changes; ``overlay`` are both curves, None where no feeling is known."""

    columns: tuple[Column, ...]
    overlay: Overlay | None

    @property
    def steady(self) -> tuple[Panel, ...]:
        """Return the curves that are the same in both states."""
        return tuple(p for p in self.overlay.panels if not _differs(p)) if self.overlay else ()

    def labelled(self, panel: Panel) -> tuple[Lift, ...]:
        """Return where a curve says by how much it rises or falls: where its words have room."""
        room = _LABEL / len(self.columns)
        kept: list[Lift] = []
        for lift in sorted(panel.lifts, key=lambda lift: -abs(lift.end - lift.start)):
            if all(abs(lift.x - other.x) > room for other in kept):
                kept.append(lift)
        return tuple(kept)

    @property
    def lanes(self) -> tuple[str, ...]:
        """Return the lanes in which anything stands, by the kinds of things."""
        return tuple(lane for lane in _LANES if any(one.cells[lane] for one in self.columns))

    @property
    def anchors(self) -> frozenset[str]:
        """Return what a link can lead to."""
        every = (thing for one in self.columns for cell in one.cells.values() for thing in cell)
        return frozenset(thing.anchor for thing in (*every, *(one.phase for one in self.columns)))


def anchor_of(ref: Ref) -> str:
    """Return the anchor of a thing of a journey on a page of changes; empty without an id."""
    return f"{ref.journey}:{ref.kind}:{ref.id}" if ref.id else ""


def changes_map(
    diff: Diff, before: Journey | None, after: Journey | None, marks: Marks, *, mirrored: bool
) -> ChangesMap | None:
    """Return what changes in a journey as a map; None where it has no phase before or after."""
    there = after or before
    assert there is not None, "a journey is in one of the states"
    nothing = type(there)(id=there.id, title=there.title)
    sides = (
        JourneyInSite(diff.before.site, before or nothing),
        JourneyInSite(diff.after.site, after or nothing),
    )
    aligned = aligned_by(sides[0].journey, sides[1].journey, diff.names.after)
    compared = _same_people(compare(*sides, aligned), diff)
    if not compared.phases:
        return None
    columns = tuple(map(_Reader(diff, compared, marks).column, compared.phases))
    return ChangesMap(columns, _telling(overlay_of(compared, mirrored=mirrored, by_persona=True)))


def _same_people(compared: Comparison, diff: Diff) -> Comparison:
    """Return a comparison whose curve before is of people by the names that they have after."""
    before, after = compared.curves
    lines = (
        replace(line, persona=line.persona._replace(ref=diff.names.meant(line.persona.ref)))
        if line.persona
        else line
        for line in before.lines
    )
    return replace(compared, curves=(replace(before, lines=tuple(lines)), after))


def _telling(overlay: Overlay | None) -> Overlay | None:
    """Return the curves of those who feel otherwise than before; all where nobody does."""
    if overlay is None:
        return None
    differ = tuple(panel for panel in overlay.panels if _differs(panel))
    return replace(overlay, panels=differ or overlay.panels)


def _differs(panel: Panel) -> bool:
    courses = [[(dot.x, dot.y) for dot in line.dots] for line in panel.lines]
    return len(courses) != 2 or courses[0] != courses[1]


@dataclass(frozen=True)
class _Reader:
    """Reads the columns of a map from the phases of two journeys."""

    diff: Diff
    compared: Comparison
    marks: Marks

    def column(self, pair: PhasePair) -> Column:
        """Return a phase with all that stands in it in either state."""
        phase = pair.after or pair.before
        assert phase is not None, "a phase is in one of the states"
        cells = {lane: tuple(self._others(pair, lane)) for lane in _LANES}
        cells["touchpoint"] = tuple(self._touchpoint(row) for row in pair.rows)
        return Column(self._shown(*self._refs(pair)), phase.stage, cells)

    def _refs(self, pair: PhasePair) -> tuple[Ref | None, Ref | None]:
        before, after = self.compared.before, self.compared.after
        return (
            phase_ref(before, pair.before) if pair.before else None,
            phase_ref(after, pair.after) if pair.after else None,
        )

    def _touchpoint(self, row: TouchpointRow) -> Shown:
        was = touchpoint_ref(self.compared.before, row.before) if row.before else None
        now = touchpoint_ref(self.compared.after, row.after) if row.after else None
        shown = self._shown(was, now)
        if now or not row.moved or was is None:
            return shown
        home = self.diff.after.holders(self.diff.names.after[was])[-1]
        to = str(getattr(self.diff.after.items[home].thing, "title", home.id))
        return replace(shown, mark=self.marks.left(to), anchor="")

    def _others(self, pair: PhasePair, kind: str) -> Iterator[Shown]:
        was, now = self._refs(pair)
        for item in self._inside[1].get((now, kind), ()):
            yield self._shown(None, item.ref)
        for item in self._inside[0].get((was, kind), ()):
            alone = item.ref not in self.diff.names.after
            # What is not read after a mistake may be there all the same.
            if alone and (now is None or self.marks.before(self.diff.before, item).signs):
                yield self._shown(item.ref, None)

    def _shown(self, was: Ref | None, now: Ref | None) -> Shown:
        """Return a thing as it is after; where it is not there, as it was."""
        if now:
            item = self.diff.after.items[now]
            return _shown(self.diff.after, item, self.marks.after(self.diff.after, item))
        assert was is not None, "a thing is in one of the states"
        item = self.diff.before.items[was]
        mark = self.marks.before(self.diff.before, item)
        return replace(_shown(self.diff.before, item, mark), old=True)

    @cached_property
    def _inside(self) -> tuple[_Inside, _Inside]:
        return (
            _inside(self.diff.before, self.compared.before),
            _inside(self.diff.after, self.compared.after),
        )


_Inside = Mapping[tuple[Ref | None, str], Sequence[Item]]


def _inside(side: Side, journey: Journey) -> _Inside:
    """Return what stands in each phase of a journey, by its kind."""
    found: dict[tuple[Ref | None, str], list[Item]] = defaultdict(list)
    for item in side.items.values():
        if item.ref.journey == journey.id and item.ref.kind in _LANES:
            found[side.holders(item.ref)[1], item.ref.kind].append(item)
    return found


def _shown(side: Side, item: Item, mark: Mark) -> Shown:
    thing, holder = item.thing, item.holder
    ref = item.ref if item.has_name else item.ref._replace(id="")
    channel = side.site.channels.get(thing.channel) if isinstance(thing, Touchpoint) else None
    hurts = item.ref.kind == "pain-point" and holder is not None and holder.kind == "touchpoint"
    return Shown(
        ref=ref,
        title=str(getattr(thing, "title", "")),
        mark=mark,
        anchor=anchor_of(ref),
        channel=channel,
        at=holder if hurts else None,
    )
