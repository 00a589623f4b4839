"""What is told of a difference, in words: by journey, by place, and for whom it matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, islice

from jmsite.change.alike import alike, counted, in_many
from jmsite.change.change import Change
from jmsite.change.diff import Diff, Group
from jmsite.change.notes import settings_in_words
from jmsite.change.scoring import score_in_words, site_score_in_words
from jmsite.change.speech import LONGEST, Speech, shortened
from jmsite.change.weight import WEIGHTS, Weight, weight_of
from jmsite.checklist.speech import say
from jmsite.content.markdown import plain
from jmsite.findings import Finding
from jmsite.model.ids import HOME
from jmsite.words import Words

# At so many places the same is told once, and of so many things of a kind together.
_MANY = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One change in words: where it is, empty for the journey or thing itself, and what it is."""

    where: str
    what: str
    better: bool | None


@dataclass(frozen=True)
class Section:
    """What changed in a journey or another thing, in words."""

    title: str
    score: str
    lines: tuple[Line, ...]

    @cached_property
    def by_place(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """The lines by where they are, those of one place together."""
        places = dict.fromkeys(line.where for line in self.lines)
        return tuple(
            (place, tuple(line for line in self.lines if line.where == place)) for place in places
        )


_Told = Sequence[tuple[Change, Line]]


@dataclass(frozen=True)
class Telling:
    """A difference in words."""

    diff: Diff
    words: Words

    @property
    def title(self) -> str:
        """Return which states are compared."""
        before, after = self.names
        return self.words("changes.between", before=before, after=after)

    @property
    def names(self) -> tuple[str, str]:
        """Return what people call the two states."""
        sides = (self.diff.before, self.diff.after)
        before, after = (side.name or self.words("changes.work_tree") for side in sides)
        return before, after

    def sections(self, *weights: Weight) -> tuple[Section, ...]:
        """Return what changed, or of that what matters for some; empty where that is nothing."""
        found: list[Section] = []
        for kind, groups in groupby(self.diff.groups, lambda group: group.thing.ref.kind):
            given = [(group, self._told(group, weights or WEIGHTS)) for group in groups]
            told = [(group, lines) for group, lines in given if lines]
            if kind != "journey" and len(told) >= _MANY:
                every = [line for _, lines in told for line in lines]
                found.append(self._section(self.words(f"kinds.{kind}"), "", every))
            else:
                found += (self._of_group(*each) for each in told)
        return tuple(found)

    @cached_property
    def counts(self) -> Counter[Weight]:
        """How many changes matter for whom."""
        return Counter(map(weight_of, self.diff.changes))

    @property
    def gaps(self) -> str:
        """Return how many gaps came and went, and what the score came to."""
        found, words = self.diff.gaps, self.words
        told = [
            words(f"changes.{key}_gaps", count=len(gaps))
            for key, gaps in (("new", found.new), ("closed", found.closed))
            if gaps
        ] or [words("changes.no_gaps")]
        score = site_score_in_words(words, self.diff.scores, found)
        return " · ".join([*told, score] if score else told)

    @property
    def new_gaps(self) -> tuple[str, ...]:
        """Return the gaps that came, in words, with where they stand."""
        return tuple(gap_in_words(self.words, gap) for gap in self.diff.gaps.new)

    @property
    def closed_gaps(self) -> tuple[str, ...]:
        """Return the gaps that are closed, in words, with where they stood."""
        return tuple(gap_in_words(self.words, gap) for gap in self.diff.gaps.closed)

    @property
    def doubts(self) -> tuple[str, ...]:
        """Return what could not be compared, and what of it may be meant otherwise."""
        return (*self._unread, *islice(self._namesakes(), 1))

    @property
    def is_sure(self) -> bool:
        """Tell whether everything was compared."""
        return not self._unread

    @property
    def _unread(self) -> tuple[str, ...]:
        before, after = self.diff.unread
        counts = (("unread", after), ("unread_before", before))
        told = (self.words(f"changes.{key}", count=count) for key, count in counts if count)
        wrong = self.diff.after.wrong_settings
        return (*told, *([self.words("changes.wrong_settings", path=wrong)] if wrong else ()))

    def _namesakes(self) -> Iterator[str]:
        """Yield what may have another id only."""
        for change in self.diff.changes:
            if change.what == "added" and change.namesake:
                ids = {"was": change.namesake, "now": change.place.ref.id}
                yield self.words("changes.namesake", **ids)

    @property
    def settings(self) -> str:
        """Return in a line what changed in how strictly the maps are judged; empty where nothing.

        A change can silence the checklist: what it accepts or switches off is told first. Where
        there was no project before, or is none after, that is told instead.
        """
        if self.diff.is_last:
            return self.words("review.last", after=self.names[1])
        if self.diff.is_first:
            return self.words("review.first", before=self.names[0])
        return settings_in_words(self.words, self.diff.settings)

    @property
    def nothing(self) -> str:
        """Return that nothing changes, or that nothing is known to where not all can be read."""
        return self.words("changes.none" if self.is_sure else "changes.none_known")

    def folded(self, group: Group, weights: Iterable[Weight]) -> Iterator[tuple[Change, str]]:
        """Yield each change once for all of whom it is told, and who they are if all are alike."""
        journey = self.diff.after.site.journeys.get(group.thing.ref.id)
        people = frozenset((journey.personas or ()) if journey else ())
        alike: dict[Change, list[Change]] = {}
        for change in group.changes:
            if weight_of(change) in weights:
                alike.setdefault(replace(change, who=None), []).append(change)
        for same in alike.values():
            who = {change.who.ref.id for change in same if change.who}
            if len(who) > 1 and who >= people:
                yield same[0], self.words("changes.everyone")
            else:
                yield from ((change, "") for change in same)

    def _told(self, group: Group, weights: Iterable[Weight]) -> _Told:
        given = self.folded(group, weights)
        return [(change, line_of(self.words, change, who)) for change, who in given]

    def _of_group(self, group: Group, told: _Told) -> Section:
        score = score_in_words(self.words, group.scores)
        return self._section(title_of(self.words, group), score, told)

    def _section(self, title: str, score: str, told: _Told) -> Section:
        return Section(title, score, tuple(_joined(self.words, told)))


def _joined(words: Words, told: _Told) -> Iterator[Line]:
    """Yield what is alike at many places once, with their names, then all else."""
    parts = [(change, (line.what, line.better)) for change, line in told]
    many = in_many(parts, _MANY)
    for (kind, (what, better)), places in many.items():
        names = shortened(words.listed(plain(place.title) for place in places))
        count = counted(words, kind, len(places))
        yield Line(words("changes.holds", what=count, held=names), what, better)
    for (change, line), (_, part) in zip(told, parts, strict=True):
        if not change.field or alike(change, part) not in many:
            yield line


def title_of(words: Words, group: Group, longest: int = LONGEST) -> str:
    """Return what a journey or another thing is called, as long as fits into a line."""
    is_home = group.thing.ref == HOME
    return words("kind.home") if is_home else shortened(group.thing.title, longest)


def line_of(words: Words, change: Change, who: str = "") -> Line:
    """Return a change in words; ``who`` are its people, where it is told of others than one."""
    speech = Speech(words)
    return Line(speech.where(change), speech.what(change, who), change.better)


def gap_in_words(words: Words, gap: Finding) -> str:
    """Return a gap of a map in words, with its rule and the file that it is told of."""
    message, _ = say(gap, words.language)
    return f"{gap.code} {message} ({gap.location.path}:{gap.location.line})"
