"""How many cells of a terminal characters take, so that carets stand where they should.

A letter takes one cell, an ideograph or an emoji two, a mark that joins its letter none. What
terminals draw as one picture (a family of emoji, a flag, a hand with a skin tone) is counted so.
"""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"
_AS_EMOJI = "\ufe0f"
_NO_CELL = {"Mn", "Me", "Cf"}
_SYMBOL = "So"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
# Vowels and final consonants of Hangul, which join the consonant before them.
_JOINING_HANGUL = range(0x1160, 0x1200)


def cells_of(text: str) -> list[int]:
    """Return the number of cells that each character of a text takes, 0, 1 or 2."""
    cells: list[int] = []
    before = ""
    for character in text:
        if character == _AS_EMOJI:
            _widen(cells)
        cells.append(0 if _joins(character, before) else _width(character))
        before = character
    return cells


def _widen(cells: list[int]) -> None:
    """Let the last character take two cells: it is shown as an emoji."""
    if cells and cells[-1] == 1:
        cells[-1] = 2


def _joins(character: str, before: str) -> bool:
    if ord(character) in _SKIN_TONES:
        return bool(before) and _width(before) == 2
    return before == _JOINER and unicodedata.category(character) == _SYMBOL


def _width(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in _NO_CELL or ord(character) in _JOINING_HANGUL:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
