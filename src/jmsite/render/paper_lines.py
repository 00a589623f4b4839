"""How many lines a text takes on paper, which has no browser to ask before it is cut."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from jmsite.render.draw.letters import text_width

# Letters are measured to a hair, browsers round: a line is taken to be a little shorter.
_USABLE = 0.98


def lines(text: str, size: float, width: float, extra: float = 0.0) -> int:
    """Return how many lines a text takes, at most, in type of a size; both in pixels.

    ``extra`` is the width of marks beside the text. A word wider than a line is broken.
    """
    room = max(width * _USABLE, size)
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
    return text_width(word, 1.0)
