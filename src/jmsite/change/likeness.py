"""Which texts of a list were put in other words: nothing but their words tells which is which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import reduce
from operator import or_

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
    vocabulary = {word: _letters(word) for words in news for word in words}
    near = {word: _near(word, vocabulary) for words in olds for word in words}
    every = ((_likeness(a, b, near), i, j) for i, a in enumerate(olds) for j, b in enumerate(news))
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


def _near(word: str, vocabulary: Mapping[str, int]) -> Sequence[str]:
    """Return the words of a vocabulary that are like one, the likest first."""
    own, most = _letters(word), 2 * len(word)
    # What lacks too many letters is passed over at once, as nearly all words are: to compare two
    # letter by letter takes a hundred times as long.
    like = [
        other
        for other, letters in vocabulary.items()
        if most - 2 * (own & ~letters).bit_count() >= _LIKE_WORDS * (len(word) + len(other))
    ]
    return get_close_matches(word, like, len(like) or 1, _LIKE_WORDS)


def _letters(word: str) -> int:
    """Return a bit for each letter of a word; few letters share one."""
    return reduce(or_, (1 << ord(letter) % 64 for letter in word))


def _likeness(
    ones: Sequence[str], others: Sequence[str], near: Mapping[str, Sequence[str]]
) -> float:
    """Return how much of two texts is in both: 0 for nothing, 1 for all."""
    left = list(others)
    for word in ones:
        found = next((like for like in near[word] if like in left), None)
        if found:
            left.remove(found)
    both, fewer = len(others) - len(left), min(len(ones), len(others))
    share = 2 * both / (len(ones) + len(others)) if both else 0.0
    return max(share, _LIKE_TEXTS) if both == fewer >= _MEANT else share
