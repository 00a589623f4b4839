"""Text from a project made fit to be shown: what would steer a terminal is spelt out.

A source file may hold anything: escape sequences that recolour or overwrite the terminal, marks
that turn the direction of text, halves of surrogate pairs that no encoding can write.
"""

from __future__ import annotations

import unicodedata

# Control characters, marks of direction and other formats, separators of lines and paragraphs.
_STEERING = {"Cc", "Cf", "Zl", "Zp", "Cs"}
# Formats that letters need: joiners make Persian words and families of emoji.
_KEPT = {"\u200c", "\u200d"}


def spelt(character: str) -> str:
    r"""Return a character, or its escape such as ``\x1b`` where showing it would do harm."""
    if character in _KEPT or unicodedata.category(character) not in _STEERING:
        return character
    return character.encode("unicode_escape").decode("ascii")


def harmless(text: str) -> str:
    """Return a text in one line, with all that would steer a terminal spelt out."""
    return text if text.isascii() and text.isprintable() else "".join(map(spelt, text))


def encodable(text: str) -> str:
    """Return a text that can be written as UTF-8: halves of surrogate pairs are spelt out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
