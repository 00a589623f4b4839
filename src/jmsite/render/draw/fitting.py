"""Texts set into the room that a picture has for them: in lines, smaller, at last shortened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from jmsite.render.draw.letters import text_width

_MORE = "…"


@dataclass(frozen=True)
class Setting:
    """A text in type of a size, in pixels, and in lines; none where there is no text."""

    size: float
    lines: tuple[str, ...]

    @property
    def width(self) -> float:
        """Return how wide the widest line is, at most, in pixels."""
        return max((text_width(line, self.size) for line in self.lines), default=0.0)


def set_in(text: str, width: float, ways: Iterable[tuple[float, int]]) -> Setting:
    """Return a text in the first of some sizes, each with its most lines, that has room for all.

    The last way has what there is room for.
    """
    setting = Setting(0.0, ())
    for size, most in ways:
        lines = tuple(_lines(text, size, width))
        setting = Setting(size, lines)
        if len(lines) <= most and setting.width <= width:
            return setting
        shown = (*lines[: most - 1], " ".join(lines[most - 1 :]))
        setting = Setting(size, tuple(shortened(line, size, width) for line in shown if line))
    return setting


def shortened(text: str, size: float, width: float) -> str:
    """Return a text that is no wider than so many pixels, its end left out where it is."""
    if text_width(text, size) <= width:
        return text
    room = width - text_width(_MORE, size)
    fronts = (text[:count] for count in range(len(text)))
    kept = [*takewhile(lambda front: text_width(front, size) <= room, fronts)]
    front = kept[-1] if kept else ""
    whole = front.rpartition(" ")[0]
    # A word is cut where what stands before it would say too little.
    shown = whole if 2 * len(whole) > len(front) else front
    return f"{shown.rstrip(' ,;:–-')}{_MORE}"


def _lines(text: str, size: float, width: float) -> Iterator[str]:
    """Yield lines as full as their words allow; a word wider than a line is a line."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size) > width:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line
