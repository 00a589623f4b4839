"""What changed in the journeys, commit by commit: each is compared with the one before it.

Nothing is judged here, so what is told of a commit stays as it is, whatever the project's settings
say later: it is compared on its own day, by what was in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from operator import is_

from jmsite.change.diff import diff
from jmsite.change.history_cache import HistoryCache
from jmsite.change.side import Side
from jmsite.change.states import NOTHING, PastState, States
from jmsite.change.told import Told, told_of
from jmsite.checklist import run
from jmsite.files.git import Repository
from jmsite.files.git_commits import Commit
from jmsite.files.git_log import Landing, Log
from jmsite.files.tree import Tree
from jmsite.files.walk import CONTENT, DATA
from jmsite.site.site import Site
from jmsite.site.vocabulary import Vocabulary
from jmsite.words import Words

# Where a change can be one of the journeys, and the files of which only the text counts.
_FOLDERS = (CONTENT, DATA)
_TEXTS = (".md", ".yml", ".yaml", ".csv")
# What journeys say by other words where these change, and what names things inside of journeys.
_TOLD_WITH = ("sources", "goals", "opportunities")


@dataclass(frozen=True)
class Entry:
    """What a commit of the published line changed in the journeys.

    ``landings`` are that commit and those before it whose states were wrong, the oldest first.
    """

    landings: tuple[Landing, ...]
    told: tuple[Told, ...]

    @property
    def commit(self) -> Commit:
        """Return the commit that is told of."""
        return self.landings[-1].commit

    @property
    def subjects(self) -> tuple[str, ...]:
        """Return what the commits are called, each once."""
        return tuple(dict.fromkeys(filter(None, (one.subject for one in self.landings))))

    @property
    def authors(self) -> tuple[str, ...]:
        """Return who wrote what changed, each once."""
        return tuple(dict.fromkeys(name for one in self.landings for name in one.authors))


@dataclass(frozen=True)
class Walk:
    """A walk over the states of a project, from the oldest that is told of to the newest."""

    repository: Repository
    configuration: str
    language: str
    vocabulary: Callable[[Tree], Vocabulary]

    def entries(self, log: Log, most: int) -> tuple[Entry, ...]:
        """Return what the newest commits changed, so many (``most``) at most, the newest first.

        A state with errors of form is passed over: what it changed is told with the next that has
        none. Raises GitError where a part of the repository was never fetched.
        """
        stations = [landing for landing in log.landings if _may_tell(landing)][:most]
        if not stations:
            return ()
        known = HistoryCache(self._name(log))
        states = States(self.repository, log, self.configuration, self.vocabulary)
        found = tuple(_Steps(states, known, Words(self.language)).taken(stations, log))
        known.keep()
        return tuple(entry for entry in reversed(found) if entry.told)

    def _name(self, log: Log) -> str:
        """Return what the history is kept by: the project, wherever it was cloned to."""
        first = log.landings[-1].commit.name
        return f"{first}\n{self.repository.prefix}\n{self.configuration}\n{self.language}"


def is_older(log: Log, most: int) -> bool:
    """Tell whether there are older commits than those that are told of."""
    return sum(map(_may_tell, log.landings)) > most


def _may_tell(landing: Landing) -> bool:
    return any(change.path.startswith(_FOLDERS) for change in landing.commit.changed)


@dataclass(frozen=True)
class _Steps:
    """The steps from each state that is right to the next."""

    states: States
    known: HistoryCache
    words: Words

    def taken(self, stations: list[Landing], log: Log) -> Iterator[Entry]:
        """Yield each station whose state is right with what it changed, the oldest first."""
        before = self._before(stations[-1], log)
        passed: list[Landing] = []
        for landing in reversed(stations):
            passed.append(landing)
            if not self._is_broken(landing.commit):
                if before is not None:
                    yield Entry(tuple(passed), self._told(before, landing.commit))
                before = landing.commit.name
                passed.clear()

    def _before(self, oldest: Landing, log: Log) -> str | None:
        """Return the state that the oldest station changed; None where that cannot be told."""
        older = log.landings[log.landings.index(oldest) + 1 :]
        begun = older[0].commit if older else log.cut
        if begun is None:
            return NOTHING
        return None if self._is_broken(begun) else begun.name

    def _is_broken(self, commit: Commit) -> bool:
        known = self.known.is_broken(commit.name)
        if known is None:
            known = self.states.at(commit.name, commit.day).is_broken
            self.known.judge(commit.name, is_broken=known)
        return known

    def _told(self, before: str, commit: Commit) -> tuple[Told, ...]:
        step = f"{before}..{commit.name}"
        told = self.known.told(step)
        if told is None:
            was = self.states.at(before, commit.day)
            told = tuple(told_of(diff(*_sides(was, self._now(commit), commit)), self.words))
            self.known.add(step, told)
        return told

    def _now(self, commit: Commit) -> PastState:
        return self.states.at(commit.name, commit.day)


def _sides(was: PastState, now: PastState, commit: Commit) -> tuple[Side, Side]:
    """Return two states as they are compared: both on the day of the commit."""
    sites = [replace(state.site, today=commit.day) for state in (was, now)]
    changed = dict(was.tree.objects.items() ^ now.tree.objects.items())
    only_texts = all(path.endswith(_TEXTS) for path in changed)
    untouched = _untouched(*sites) if only_texts else frozenset()
    side = partial(Side, name="", untouched=untouched)
    before, after = (
        side(site, run(site), state.tree) for site, state in zip(sites, (was, now), strict=True)
    )
    return before, after


def _untouched(was: Site, now: Site) -> frozenset[str]:
    """Return the journeys that are the very same on two sites, and are told of in the same words.

    What loading found unchanged is the same object.
    """
    for kind in _TOLD_WITH:
        before, after = getattr(was, kind), getattr(now, kind)
        if before.keys() != after.keys() or not all(map(is_, before.values(), after.values())):
            return frozenset()
    return frozenset(id_ for id_, one in now.journeys.items() if was.journeys.get(id_) is one)
