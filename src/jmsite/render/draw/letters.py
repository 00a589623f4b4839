"""How wide a text is in Inter, without a browser: so that labels of a drawing can keep clear.

The widths are those of the font of the default theme, each letter at its widest from weight 400
to 600; what the font leaves to the reader's system is taken for as wide as scripts are on average.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

# Hundredths of the size of the type, and the letters that are so wide. Accents add no width but
# where they stand beside their letter.
_LETTERS_OF_WIDTH: dict[int, str] = {
    27: "ijlıł⁄′",
    29: "I \u00a0\u202f\u2009‚",
    32: ",.:¦·‘’‛",
    34: "!';¡¹¸ſ",
    38: "()/[\\]`t|´ŧ˚ľ",
    40: "rf",
    47: "{}°²-_ª³1‐‑‹›ŀƒť",
    50: "^º–“”„¯",
    57: 'Lkxz?s¿¥§ĸ•"*†‡ĳ″',
    59: "Jcvy¢7aĿ",
    61: "EFoeð¶øŁ",
    63: "2bdgpq£þđ5hnuµħŋ",
    66: "$0BRSZÞ#8Pß369«»™ư",
    68: "+<=>~¬±×÷€−≈≤≥&4TŦ®",
    73: "ADVẞKXY",
    77: "OØCGHUƏNÐĐŊ¤ď",
    80: "QĦ↗↘",
    84: "w",
    93: "mM¾æ©½¼Ĳ↑↓",
    103: "W@œÆŒ%—―…←→\u2003",
    138: "№‰",
}
_WIDTHS = {letter: width for width, letters in _LETTERS_OF_WIDTH.items() for letter in letters}
_UNKNOWN = 75
_WIDE = 105
# Accents, and marks that tell how to read or break what stands beside them.
_NO_WIDTH = ("Mn", "Me", "Cf")
# Which kinds of letters run from right to left; others run as what stands around them.
_WAYS = {"L": False, "R": True, "AL": True}
ARABIC = range(0x600, 0x700)


def text_width(text: str, size: float) -> float:
    """Return how wide a text is, at most, in pixels, given the size of its type in pixels."""
    return sum(map(_width, text)) * size / 100


def can_draw(text: str) -> bool:
    """Tell whether the fonts that come along have every letter of a text, so that it can be drawn.

    They have the letters of Latin and of Arabic script.
    """
    return all(map(_is_drawn, text))


def runs_from_right(text: str, *, usually: bool) -> bool:
    """Tell whether a text runs from right to left: as is usual beside it, if any letter does."""
    ways = {_WAYS[way] for way in map(unicodedata.bidirectional, text) if way in _WAYS}
    return usually if usually in ways or not ways else not usually


def wrapped(text: str, size: float, lines: int) -> tuple[str, ...]:
    """Return a text in at most so many lines, as even in width as its words allow."""
    words = text.split(" ")
    if lines == 1 or len(words) == 1:
        return (text,)
    fronts = (" ".join(words[:count]) for count in range(1, len(words)))
    wanted = text_width(text, size) / lines
    first = min(fronts, key=lambda front: abs(text_width(front, size) - wanted))
    return (first, *wrapped(text[len(first) + 1 :], size, lines - 1))


def widest(lines: Sequence[str], size: float) -> float:
    """Return how wide the widest of some lines is."""
    return max(text_width(line, size) for line in lines)


def _is_drawn(letter: str) -> bool:
    base = unicodedata.normalize("NFD", letter)[0]
    is_mark = unicodedata.category(letter) in _NO_WIDTH
    return base in _WIDTHS or letter in _WIDTHS or is_mark or ord(letter) in ARABIC


def _width(letter: str) -> int:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if unicodedata.category(letter) in _NO_WIDTH:
        return 0
    base = unicodedata.normalize("NFD", letter)[0]
    if base != letter:
        return _width(base)
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _UNKNOWN
