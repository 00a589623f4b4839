"""What a reader is told first of a difference: a line for each place, and what is alike once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from jmsite.change.alike import Alike, Part, alike, counted, in_many
from jmsite.change.change import Change, Place
from jmsite.change.diff import Group
from jmsite.change.scoring import score_in_words
from jmsite.change.speech import Speech
from jmsite.change.telling import Telling, title_of
from jmsite.change.weight import Weight
from jmsite.words import Words

# At so many places the same is told once.
_ALIKE = 3
# So many lines of what customers do not feel are told, of more only how many changes they are.
_TOLD = 3
# Titles and texts are shorter here than where everything is told.
_LONGEST, _SHORT = 60, 40


@dataclass(frozen=True, slots=True)
class Entry:
    """What is told in one line of a place, or of several of which the same is told."""

    where: str
    parts: tuple[Part, ...]
    is_coming: bool = False

    @property
    def rank(self) -> int:
        """Return how early it is told: what came, went or moved, then worse, better, the rest."""
        signs = {better for _, better in self.parts}
        return 0 if self.is_coming else 1 if False in signs else 2 if True in signs else 3


@dataclass(frozen=True, slots=True)
class Chapter:
    """What is told of a journey, or of the other things of one kind; the title may be empty."""

    title: str
    score: str
    entries: tuple[Entry, ...]
    size: int


@dataclass(frozen=True, slots=True)
class _Told:
    """A change in words, with the journey or thing that it is in."""

    group: Group
    change: Change
    where: str
    part: Part

    @property
    def alike(self) -> Alike:
        """Return what is the same for changes that can be told as one."""
        return alike(self.change, self.part)


@dataclass(frozen=True)
class Brief:
    """The short form of a telling."""

    telling: Telling

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """What changes for customers: what is alike everywhere, then journeys, most change first.

        Things outside of the journeys follow, those of one kind together.
        """
        common = tuple(self._common())
        first = Chapter("", "", common, len(common))
        journeys, others = [], defaultdict[str, list[Group]](list)
        for group in self.telling.diff.groups:
            kind = group.thing.ref.kind
            if kind == "journey":
                journeys.append(self._chapter(self._title(group), (group,), _score(self, group)))
            else:
                others[kind].append(group)
        things = (self._chapter(self._words(f"kinds.{k}"), groups) for k, groups in others.items())
        given = (first, *sorted(journeys, key=lambda one: -one.size), *things)
        return tuple(chapter for chapter in given if chapter.entries)

    def tally(self, entries: Iterable[Entry]) -> str:
        """Return that there are more changes, and how many of them are worse and better."""
        parts = [better for entry in entries for _, better in entry.parts]
        counts = Counter(parts)
        signs = [f"{sign} {counts[b]}" for b, sign in ((False, "▼"), (True, "▲")) if counts[b]]
        more = self._words("changes.more_changes", count=len(parts))
        return f"{more}{self._words('colon')} {' · '.join(signs)}" if signs else more

    def besides(self, weight: Weight) -> tuple[str, ...]:
        """Return what customers do not feel: a line for each place.

        Where those are many, what is alike is told in one line, and of the last how many they are.
        """
        told = sorted(self._told(weight), key=_rank)
        lines = self._lines(told, {})
        if len(lines) > _TOLD:
            lines = self._lines(told, _shared(told))
        every = [(where, [one.part[0] for one in of]) for (where, _), of in lines.items()]
        shown = [f"{where}{' · '.join(dict.fromkeys(words))}" for where, words in every[:_TOLD]]
        left = sum(len(words) for _, words in every[_TOLD:])
        more = [self._words("changes.more_changes", count=left)] if left else []
        return (*shown, *more)

    def _lines(
        self, told: Iterable[_Told], shared: Mapping[str, Counter[str]]
    ) -> dict[tuple[str, str], list[_Told]]:
        """Return what is told in each line, by where that is and what is ``shared`` there."""
        lines = defaultdict[tuple[str, str], list[_Told]](list)
        for one in told:
            what = one.part[0] if one.change.field else ""
            kinds = shared.get(what, {}).items()
            where = ", ".join(counted(self._words, kind, count) for kind, count in kinds)
            place = where or one.where or (self._title(one.group) if what else "")
            of_place = place and f"{place}{self._words('colon')} "
            lines[of_place, what if where else ""].append(one)
        return lines

    def _told(self, weight: Weight) -> Iterator[_Told]:
        speech = Speech(self._words, _LONGEST, _SHORT)
        for group in self.telling.diff.groups:
            for change, who in self.telling.folded(group, (weight,)):
                part = speech.what(change, who), change.better
                # What is told of a thing as a whole stands below its title.
                where = speech.where(change) if change.place.within else ""
                yield _Told(group, change, where, part)

    @cached_property
    def _felt(self) -> tuple[_Told, ...]:
        return tuple(self._told("customers"))

    @cached_property
    def _places(self) -> Mapping[Alike, tuple[Place, ...]]:
        """Where the same is told of fields, where that is at many places."""
        return in_many(((one.change, one.part) for one in self._felt), _ALIKE)

    def _is_common(self, one: _Told) -> bool:
        return len({place.ref.journey for place in self._places.get(one.alike, ())}) > 1

    def _common(self) -> Iterator[Entry]:
        yield from self._joined(one for one in self._felt if self._is_common(one))

    def _chapter(self, title: str, groups: Iterable[Group], score: str = "") -> Chapter:
        of = {group.thing.ref for group in groups}
        told = [one for one in self._felt if one.group.thing.ref in of]
        entries = self._joined(one for one in told if not self._is_common(one))
        size = sum(1 + sum(count for _, count in one.change.holds) for one in told)
        return Chapter(title, score, tuple(sorted(entries, key=lambda one: one.rank)), size)

    def _joined(self, told: Iterable[_Told]) -> list[Entry]:
        """Return the lines: of what is alike one, else of a place one, in the order of the map."""
        lines: dict[tuple[str, str, bool], list[Part]] = {}
        for one in told:
            places = self._places.get(one.alike) if one.change.field else None
            if places:
                where = counted(self._words, one.alike[0], len(places))
                lines[where, one.part[0], False] = [one.part]
                continue
            is_coming = one.change.is_coming
            where = one.where or (self._outside(one) if one.change.field else "")
            # What names itself and has no place is a line of its own.
            lines.setdefault((where, "" if where else one.part[0], is_coming), []).append(one.part)
        return [Entry(where, tuple(parts), new) for (where, _, new), parts in lines.items()]

    def _outside(self, one: _Told) -> str:
        """Return the name of a thing outside of the journeys, whose chapter has another title."""
        return "" if one.group.thing.ref.kind == "journey" else self._title(one.group)

    def _title(self, group: Group) -> str:
        return title_of(self._words, group, _LONGEST)

    @property
    def _words(self) -> Words:
        return self.telling.words


def _shared(told: Iterable[_Told]) -> Mapping[str, Counter[str]]:
    """Return what is told of fields at several places, with how many of each kind they are."""
    found = defaultdict[str, dict[Place, str]](dict)
    for one in told:
        if one.change.field:
            found[one.part[0]][one.change.place] = one.change.place.ref.kind
    return {what: Counter(places.values()) for what, places in found.items() if len(places) > 1}


def _rank(told: _Told) -> int:
    """Return how early it is told: what became an assumption, what came or went, and the rest."""
    return 0 if told.change.what == "unbacked" else 1 if told.change.is_coming else 2


def _score(brief: Brief, group: Group) -> str:
    return score_in_words(brief.telling.words, group.scores)
