"""How many lines a text takes on paper, which has no browser to ask before it is cut."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from jmsite.render.draw.letters import ARABIC, text_width

# Letters are measured at their widest. Medium and bold type is a little narrower than that, regular
# type a little more, and Arabic letters are joined: so far narrower as a browser was seen to set
# them, with room to spare.
REGULAR, STRONG = 0.97, 0.99
_JOINED = 0.8
# The sizes of the stylesheet: of type, of a line of it and of an icon.
SMALL, TINY = 13.0 * REGULAR, 12.0 * REGULAR
TITLE = 13.0 * STRONG
LINE, ICON = 20.0, 18.0


@lru_cache(maxsize=1 << 14)
def lines(text: str, size: float, width: float, extra: float = 0.0) -> int:
    """Return how many lines a text takes, at most, in type of a size; both in pixels.

    The size of type counts as so much smaller as its weight is narrower (``REGULAR``, ``STRONG``).
    ``extra`` is the width of marks beside the text. A word wider than a line is broken.
    """
    room = max(width, size)
    space = _width(" ") * size
    count, used = 1, extra
    for word in text.split():
        wide = _width(word) * size
        if used and used + space + wide > room:
            count, used = count + 1, 0.0
        count += max(0, ceil(wide / room) - 1)
        used = (used + space if used else 0.0) + (wide % room if wide > room else wide)
    return count


@lru_cache(maxsize=1 << 15)
def _width(word: str) -> float:
    joined = any(ord(letter) in ARABIC for letter in word)
    return text_width(word, _JOINED if joined else 1.0)
