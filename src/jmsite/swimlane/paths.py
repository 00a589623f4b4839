"""The path of a scenario as it is drawn: stops in a row, and forks where ways part and meet again.

It says the same as the path that an author wrote, in the simplest form: choices within choices
are one fork, what can never be walked is gone, and an alternative without stops makes its fork one
that may be skipped. It is no longer than what was written, however many ways it describes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from typing import ClassVar

from jmsite.model.path import Option, PathItem, Sequence, Visit
from jmsite.swimlane.items import Named
from jmsite.swimlane.totals import Totals, added


@dataclass(frozen=True, slots=True)
class Stop:
    """A touchpoint on the way."""

    look: ClassVar[str] = "stop"
    place: Named


@dataclass(frozen=True, slots=True)
class Fork:
    """Ways that part and meet again: one of the ``branches`` is taken, or none if ``optional``."""

    look: ClassVar[str] = "fork"
    branches: tuple[Chain, ...]
    optional: bool


Part = Stop | Fork
# Parts one after the other.
Chain = tuple[Part, ...]


def chain_of(item: PathItem, named: Callable[[str], Named | None]) -> Chain | None:
    """Return a path as it is drawn, or None where no way leads through it.

    ``named`` gives the touchpoint of an id; None where it is left out, as its file is wrong.
    """
    if isinstance(item, Visit):
        place = named(item.touchpoint)
        return (Stop(place),) if place else ()
    if isinstance(item, Sequence):
        parts = [chain_of(one, named) for one in item.items]
        return None if None in parts else tuple(chain.from_iterable(filter(None, parts)))
    if isinstance(item, Option):
        return _fork([(), chain_of(item.item, named)])
    return _fork([chain_of(one, named) for one in item.items])


def totals_of_chain(parts: Chain, costs: Callable[[Named], Totals]) -> Totals:
    """Return what the ways of a chain cost, from the least to the most, without listing them."""
    return added(_totals_of_part(part, costs) for part in parts)


def on_every_way(parts: Chain) -> frozenset[Named]:
    """Return the touchpoints that no way of a chain goes without."""
    return frozenset[Named]().union(*map(_always, parts))


def _fork(branches: list[Chain | None]) -> Chain | None:
    possible = [branch for branch in branches if branch is not None]
    if not possible:
        return None
    apart = [one for branch in possible for one in _alternatives(branch)]
    stops = tuple(branch for branch in dict.fromkeys(apart) if branch)
    if not stops:
        return ()
    optional = () in apart
    return stops[0] if len(stops) == 1 and not optional else (Fork(stops, optional),)


def _alternatives(branch: Chain) -> tuple[Chain, ...]:
    """Return what a branch chooses between, where it is nothing but a choice."""
    match branch:
        case (Fork(branches, optional),):
            return (*branches, ()) if optional else branches
    return (branch,)


def _totals_of_part(part: Part, costs: Callable[[Named], Totals]) -> Totals:
    if isinstance(part, Stop):
        return costs(part.place)
    branches = [totals_of_chain(branch, costs) for branch in part.branches]
    either = reduce(Totals.either, branches)
    return either.maybe() if part.optional else either


def _always(part: Part) -> frozenset[Named]:
    if isinstance(part, Stop):
        return frozenset((part.place,))
    if part.optional:
        return frozenset()
    return frozenset.intersection(*map(on_every_way, part.branches))
