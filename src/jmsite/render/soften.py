"""Soft hyphens in long words: where a narrow column may part them, for browsers that cannot."""

from __future__ import annotations

import re

from markupsafe import Markup

SOFT_HYPHEN = "\u00ad"
_VOWELS = frozenset("aeiouyäöüéèêëàâîïôûœæáíóúìòùãõåø")
# Two letters that are one sound are not parted.
_JOINED = re.compile("[cpts]h|qu|ck|gn|sc|[bcfgp][lr]|[dtv]r")
_BEFORE, _AFTER = 4, 3
_TAG = re.compile(r"(<[^>]*>)")
_VERBATIM = re.compile(r"</?(code|kbd|samp|svg)\b")
# An entity looks like a word: `&nbsp` must stay whole.
_WORD = re.compile(r"&[^;\s]+;|[^\W\d_]+")


def soften(html: str, shortest: int = 13) -> Markup:
    """Return HTML in which words of ``shortest`` letters or more may be parted.

    Tags, code and drawings stay as they are.
    """
    parts = _TAG.split(str(html))
    depth = 0
    for number, part in enumerate(parts):
        if number % 2 == 0:
            parts[number] = part if depth else _soften_text(part, shortest)
        elif _VERBATIM.match(part) and not part.endswith("/>"):
            depth += -1 if part.startswith("</") else 1
    return Markup("".join(parts))  # noqa: S704 - letters alone are added between letters


def _soften_text(text: str, shortest: int) -> str:
    if len(text) < shortest:
        return text
    return _WORD.sub(lambda match: soften_word(match[0], shortest), text)


def soften_word(word: str, shortest: int = 13) -> str:
    """Return a word with soft hyphens before the consonants that begin its syllables."""
    if len(word) < shortest or not word.isalpha():
        return word
    # A capital may have two small letters (İ); the places of letters must stay.
    small = "".join(letter.lower()[0] for letter in word)
    return "".join(
        SOFT_HYPHEN + letter if _begins_syllable(small, place) else letter
        for place, letter in enumerate(word)
    )


def _begins_syllable(word: str, place: int) -> bool:
    """Tell whether a syllable begins here: a consonant before a vowel, not inside one sound."""
    if not _BEFORE <= place < len(word) - _AFTER:
        return False
    if word[place] in _VOWELS or word[place + 1] not in _VOWELS:
        return False
    return not _JOINED.match(word, place - 1)
