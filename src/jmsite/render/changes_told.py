"""What a page of changes tells of each journey: in words, by place and by whom it matters to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jmsite.change.change import Change
from jmsite.change.diff import Diff, Group
from jmsite.change.scoring import score_in_words
from jmsite.change.telling import Line, Telling, line_of
from jmsite.change.weight import WEIGHTS, Weight, weight_of
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.render.changes_map import ChangesMap, anchor_of, changes_map
from jmsite.render.changes_marks import Marks, Sign, Signs
from jmsite.words import Words

# So many places are told of at once: what can be read in a minute.
_FIRST = 8
_ON_THE_MAP = frozenset({"phase", "step", "touchpoint", "pain-point"})

_NO_SIGNS: tuple[Signs, Signs] = ({}, {})


@dataclass(frozen=True)
class Spot:
    """The changes of one place; ``anchor`` is where the map shows it, empty where it does not."""

    title: str
    anchor: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class ChangedThing:
    """What changed in a journey or another thing.

    ``sign`` tells that it is new or gone as a whole, ``old`` that it stands in the state before
    alone. ``count`` is how many changes there are, ``other_count`` how many of them customers do
    not feel. ``map`` is None where nothing on it changed.
    """

    ref: Ref
    title: str
    sign: Sign | None
    score: str
    count: int
    other_count: int
    spots: tuple[tuple[Weight, tuple[Spot, ...]], ...]
    map: ChangesMap | None = None
    journeys: tuple[Journey | None, Journey | None] = (None, None)
    signs: tuple[Signs, Signs] = _NO_SIGNS

    @property
    def old(self) -> bool:
        """Tell whether it is gone."""
        return self.sign == "gone"

    @property
    def felt(self) -> tuple[Spot, ...]:
        """Return what customers feel of it."""
        return next((spots for weight, spots in self.spots if weight == "customers"), ())

    @property
    def first(self) -> tuple[Spot, ...]:
        """Return what is read first of what customers feel: what is better or worse, if too many.

        They stand in the order of the map.
        """
        judged = sorted(self.felt, key=lambda spot: all(one.better is None for one in spot.lines))
        return tuple(spot for spot in self.felt if spot in judged[:_FIRST])

    @property
    def rest(self) -> tuple[Spot, ...]:
        """Return what customers feel besides."""
        return tuple(spot for spot in self.felt if spot not in self.first)

    @property
    def others(self) -> tuple[tuple[Weight, tuple[Spot, ...]], ...]:
        """Return what customers do not feel, by whom it matters to."""
        return tuple(each for each in self.spots if each[0] != "customers")


def told(telling: Telling, group: Group, *, mirrored: bool) -> ChangedThing:
    """Return what changed in a journey or another thing, with its map."""
    diff, words = telling.diff, telling.words
    ref, sign = group.thing.ref, _sign(group)
    journeys = _journeys(diff, ref, sign)
    drawn, signs = None, _NO_SIGNS
    if any(journeys) and (sign or any(map(_is_on_map, group.changes))):
        # All of a map that is new or gone is: nothing on it has to say so.
        marks = Marks(() if sign else group.changes, words)
        drawn = changes_map(diff, *journeys, marks, mirrored=mirrored)
        signs = marks.signs(diff, ref)
    anchors = drawn.anchors if drawn else frozenset()
    return ChangedThing(
        ref=ref,
        title=group.thing.title,
        sign=sign,
        score=score_in_words(words, group.scores),
        count=len(group.changes),
        other_count=sum(weight_of(change) != "customers" for change in group.changes),
        spots=tuple(_weighed(telling, group, anchors)),
        map=drawn,
        journeys=journeys,
        signs=signs,
    )


def _sign(group: Group) -> Sign | None:
    whole = (one.what for one in group.changes if one.place.ref == group.thing.ref)
    return next((what for what in whole if what in ("added", "gone")), None)


def _journeys(diff: Diff, ref: Ref, sign: Sign | None) -> tuple[Journey | None, Journey | None]:
    if sign == "gone":
        return diff.before.site.journeys.get(ref.id), None
    old = diff.names.before.get(ref)
    was = diff.before.site.journeys.get(old.id) if old and ref.kind == "journey" else None
    return was, diff.after.site.journeys.get(ref.id) if ref.kind == "journey" else None


def _is_on_map(change: Change) -> bool:
    return change.place.ref.kind in _ON_THE_MAP


def _weighed(
    telling: Telling, group: Group, anchors: frozenset[str]
) -> Iterator[tuple[Weight, tuple[Spot, ...]]]:
    for weight in WEIGHTS:
        mine = tuple(telling.folded(group, (weight,)))
        if mine:
            yield weight, tuple(_spots(mine, telling.words, anchors))


def _spots(
    changes: Iterable[tuple[Change, str]], words: Words, anchors: frozenset[str]
) -> Iterator[Spot]:
    lines: dict[str, list[tuple[Line, str]]] = {}
    for change, who in changes:
        line = line_of(words, change, who)
        lines.setdefault(line.where, []).append((line, _anchor(change, anchors)))
    for where, found in lines.items():
        anchor = next((anchor for _, anchor in found if anchor), "")
        yield Spot(where, anchor, tuple(line for line, _ in found))


def _anchor(change: Change, anchors: frozenset[str]) -> str:
    """Return where the map shows a change: at its thing, else at what that stands in."""
    refs = (change.place.ref, *(named.ref for named in reversed(change.place.within)))
    return next((a for a in map(anchor_of, refs) if a and a in anchors), "")
