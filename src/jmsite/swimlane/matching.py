"""Which things of two journeys are the same: phases, touchpoints and pain points, one by one.

Every rule is symmetric, and a thing that could be two others is neither: whoever swaps the journeys
gets the same pairs, and a doubtful pair is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple, Protocol, TypeVar

from jmsite.model.phase import Phase
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.site import Spot

How = Literal["id", "alias", "title", "order"]
# Titles are alike when at least so many of all their words are in both.
_ALIKE = 0.6


class Called(Protocol):
    """What has an id, perhaps older ones, and a title."""

    @property
    def id(self) -> str:
        """Return the id; empty where there is none."""

    @property
    def title(self) -> str:
        """Return what it is called."""

    @property
    def aliases(self) -> tuple[str, ...] | None:
        """Return the ids that it had before."""


class Pair(NamedTuple):
    """A thing by its place in the list before and in the list after; None where it is in one alone.

    ``how`` tells by what two things were found to be one; None where there is no second.
    """

    before: int | None
    after: int | None
    how: How | None = None


T = TypeVar("T")
Same = Callable[[T, T], bool]
Rule = tuple[How, Same[T]]


def same_id(one: Called, other: Called) -> bool:
    """Tell whether two things have the same id."""
    return bool(one.id) and one.id == other.id


def same_alias(one: Called, other: Called) -> bool:
    """Tell whether one of two things once had the id of the other."""
    return bool(one.id and other.id) and (
        one.id in (other.aliases or ()) or other.id in (one.aliases or ())
    )


def same_title(one: Called, other: Called) -> bool:
    """Tell whether two things have the same words in their titles, in the same order."""
    return words_of(one.title) == words_of(other.title)


# Each title is held against all those of the other side, by several rules.
@lru_cache(maxsize=4096)
def words_of(title: str) -> tuple[str, ...]:
    """Return the words of a title as they are compared."""
    return tuple(re.findall(r"\w+", title.casefold()))


def match(before: Sequence[T], after: Sequence[T], rules: Iterable[Rule[T]]) -> tuple[Pair, ...]:
    """Return pairs of two lists: the surest rule first, each thing once, and what is left alone."""
    pairs: list[Pair] = []
    left, right = list(range(len(before))), list(range(len(after)))
    for how, same in rules:
        found = list(_only(before, after, left, right, same))
        pairs += (Pair(one, other, how) for one, other in found)
        left = [n for n in left if n not in {one for one, _ in found}]
        right = [n for n in right if n not in {other for _, other in found}]
    return in_order([*pairs, *(Pair(n, None) for n in left), *(Pair(None, n) for n in right)])


def _only(
    before: Sequence[T], after: Sequence[T], left: list[int], right: list[int], same: Same[T]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of which each is the only one that the other could be."""
    fits = [(one, other) for one in left for other in right if same(before[one], after[other])]
    ones, others = Counter(one for one, _ in fits), Counter(other for _, other in fits)
    yield from ((one, other) for one, other in fits if ones[one] == others[other] == 1)


def in_order(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Return pairs in the order before; what is new stands behind what it follows after."""
    given = list(pairs)
    ordered = sorted(
        (pair for pair in given if pair.before is not None), key=lambda pair: pair.before or 0
    )
    new = sorted((pair for pair in given if pair.before is None), key=lambda pair: pair.after or 0)
    for pair in new:
        ordered.insert(_place(ordered, (pair.after or 0) - 1), pair)
    return tuple(ordered)


def in_later_order(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Return pairs in the order after; what is gone stands behind what it followed before."""
    turned = in_order(Pair(after, before, how) for before, after, how in pairs)
    return tuple(Pair(before, after, how) for after, before, how in turned)


def _place(ordered: list[Pair], follows: int) -> int:
    """Return where something new goes: behind what it follows and what goes away right there."""
    place = next((n + 1 for n, pair in enumerate(ordered) if pair.after == follows), 0)
    while place < len(ordered) and ordered[place].after is None:
        place += 1
    return place


def steady(numbers: Sequence[int]) -> frozenset[int]:
    """Return those of some different numbers that are in each of their longest rising rows."""
    ends = _lengths(numbers)
    begins = _lengths([-number for number in reversed(numbers)])[::-1]
    longest = max(ends, default=0)
    on_one = [place for place, end in enumerate(ends) if end + begins[place] == longest + 1]
    alone = Counter(ends[place] for place in on_one)
    return frozenset(numbers[place] for place in on_one if alone[ends[place]] == 1)


def _lengths(numbers: Sequence[int]) -> list[int]:
    """Return how long the longest rising row is that ends with each number."""
    found: list[int] = []
    for place, number in enumerate(numbers):
        lower = (found[n] for n in range(place) if numbers[n] < number)
        found.append(1 + max(lower, default=0))
    return found


def match_phases(before: Sequence[Phase], after: Sequence[Phase]) -> tuple[Pair, ...]:
    """Return which phases are the same: by id, alias, title, and by order between those."""
    sure = match(before, after, _rules(same_id, same_alias, same_title))
    left = _neighbours(sure, [pair.before for pair in sure], before)
    right = _neighbours(sure, [pair.after for pair in sure], after)
    found = [Pair(left[key], right[key], "order") for key in left if key in right]
    taken = {pair.before for pair in found}, {pair.after for pair in found}
    return in_order(
        [
            *(pair for pair in sure if pair.how),
            *found,
            *(p for p in sure if p.after is None and p.before not in taken[0]),
            *(p for p in sure if p.before is None and p.after not in taken[1]),
        ]
    )


_Key = tuple[frozenset[int], str | None, int]


def _neighbours(
    sure: Sequence[Pair], numbers: list[int | None], phases: Sequence[Phase]
) -> dict[_Key, int]:
    """Return the phases of one side that are alone, by what they stand between.

    That is which pairs stand before them, and how many of the same stage since. ``numbers`` are
    the phases of the pairs on this side.
    """
    met: frozenset[int] = frozenset()
    counts: Counter[tuple[frozenset[int], str | None]] = Counter()
    found: dict[_Key, int] = {}
    for number, phase in enumerate(phases):
        place = numbers.index(number)
        if sure[place].how:
            met |= {place}
            continue
        found[met, phase.stage, counts[met, phase.stage]] = number
        counts[met, phase.stage] += 1
    return found


def match_touchpoints(
    before: Sequence[Touchpoint],
    after: Sequence[Touchpoint],
    aligned: Callable[[Touchpoint, Touchpoint], bool],
) -> tuple[Pair, ...]:
    """Return which touchpoints are the same: by id, alias, and by channel and title.

    Titles that are merely alike count only in phases that are ``aligned``.
    """

    def titled(one: Touchpoint, other: Touchpoint) -> bool:
        return one.channel == other.channel and same_title(one, other)

    def alike(one: Touchpoint, other: Touchpoint) -> bool:
        return one.channel == other.channel and aligned(one, other) and _alike(one, other)

    rules = (*_rules(same_id, same_alias, titled), ("title", alike))
    return match(before, after, rules)


def match_pains(
    before: Sequence[Spot], after: Sequence[Spot], same_holder: Callable[[Spot, Spot], bool]
) -> tuple[Pair, ...]:
    """Return which pain points are the same: by id, alias, and by title, first at the same place.

    A plain text may stand at several places, even twice at one.
    """

    def here(one: Spot, other: Spot) -> bool:
        return titled(one, other) and same_holder(one, other)

    def titled(one: Spot, other: Spot) -> bool:
        return same_title(one.pain, other.pain)

    rules: tuple[Rule[Spot], ...] = (
        ("id", lambda one, other: same_id(one.pain, other.pain)),
        ("alias", lambda one, other: same_alias(one.pain, other.pain)),
        ("title", lambda one, other: one.number == other.number and here(one, other)),
        ("title", here),
        ("title", titled),
    )
    return match(before, after, rules)


def _rules(by_id: Same[T], by_alias: Same[T], by_title: Same[T]) -> tuple[Rule[T], ...]:
    return (("id", by_id), ("alias", by_alias), ("title", by_title))


def _alike(one: Called, other: Called) -> bool:
    mine, theirs = set(words_of(one.title)), set(words_of(other.title))
    return bool(mine and theirs) and len(mine & theirs) / len(mine | theirs) >= _ALIKE
