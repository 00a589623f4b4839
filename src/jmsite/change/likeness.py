"""Which texts of a list were put in other words: nothing but their words tells which is which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

_WORD = re.compile(r"[^\W_]+")
# Words so short say little of what a text is about, in any language.
_SHORT = 3
# So much of two texts must be the same, from 0 to 1, and so much of two words.
_LIKE_TEXTS = 0.6
_LIKE_WORDS = 0.8
# A text is like another too that has all of its words, if it has so many.
_MEANT = 2


def reworded(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of texts of two lists that say the same in other words, the likest first.

    Each text is in one pair at most; one that is like no other is in none.
    """
    olds, news = [_words(text) for text in before], [_words(text) for text in after]
    every = ((_likeness(a, b), i, j) for i, a in enumerate(olds) for j, b in enumerate(news))
    like = [pair for pair in every if pair[0] >= _LIKE_TEXTS]
    taken_before: set[int] = set()
    taken_after: set[int] = set()
    for _, i, j in sorted(like, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if i not in taken_before and j not in taken_after:
            taken_before.add(i)
            taken_after.add(j)
            yield i, j


def _words(text: str) -> list[str]:
    every = _WORD.findall(text.casefold())
    return [word for word in every if len(word) > _SHORT] or every


def _likeness(ones: Sequence[str], others: Sequence[str]) -> float:
    """Return how much of two texts is in both: 0 for nothing, 1 for all."""
    left = list(others)
    for word in ones:
        found = get_close_matches(word, left, 1, _LIKE_WORDS)
        if found:
            left.remove(found[0])
    both, fewer = len(others) - len(left), min(len(ones), len(others))
    share = 2 * both / (len(ones) + len(others)) if both else 0.0
    return max(share, _LIKE_TEXTS) if both == fewer >= _MEANT else share
