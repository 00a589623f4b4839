"""Texts in other words are found among many, and none is taken for one that it is not like."""

from difflib import get_close_matches

import pytest

from jmsite.change import likeness
from jmsite.change.likeness import reworded


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        (["The page is slow"], ["The page is too slow"], [(0, 0)]),
        (["The pages were slow"], ["The page is slow"], [(0, 0)]),
        (["The page is slow"], ["The page is ugly"], []),
        (["Délais de livraison"], ["Délai de livraison"], [(0, 0)]),
        (["التسليم بطيء جدا"], ["التسليم بطيء"], [(0, 0)]),
        (["Costs come late", "Page slow"], ["Page very slow", "Costs are late"], [(0, 1), (1, 0)]),
        (["Slow", "Slow"], ["Slow"], [(0, 0)]),
        ([""], ["Slow"], []),
    ],
)  # fmt: skip
def test_texts_in_other_words(
    before: list[str], after: list[str], same: list[tuple[int, int]]
) -> None:
    """The likest come first, and each is in one pair at most."""
    assert list(reworded(before, after)) == same


def test_few_words_of_many_texts_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a long list, in which each text has a like one, words that are far apart cost nothing."""
    compared = 0

    def counted(word: str, others: list[str], most: int, like: float) -> list[str]:
        nonlocal compared
        compared += len(others)
        return get_close_matches(word, others, most, like)

    monkeypatch.setattr(likeness, "get_close_matches", counted)
    words = [one * 5 + other * 5 for one in "abcdefghij" for other in "klmnop"]
    before, after = [f"The {word} page" for word in words], [f"The {word}s pages" for word in words]

    assert sorted(reworded(before, after)) == [(number, number) for number in range(60)]
    assert compared < 60 * 60
