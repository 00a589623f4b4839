"""What a curve says in words: the texts of its labels, in the language of a site."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate, takewhile

from jmsite.model.units import Duration, Ratio
from jmsite.render.draw.letters import text_width
from jmsite.swimlane.curve import CurveLine, Point

# The size of all texts on a curve, in pixels.
SIZE = 12.0
# A quote that is longer, in pixels, says its beginning; the row below says the whole.
_LONGEST = 340.0
_SENTENCE = re.compile(r"^.+?[.!?…](?=\s)")


def _name_of(line: CurveLine) -> str:
    return line.persona.title if line.persona else ""


@dataclass(frozen=True)
class Speech:
    """How a curve is labelled: each function returns a text without marks.

    ``worst`` names the worst moment. ``name`` returns what a line is called, empty for a line that
    needs no name. ``plain`` and ``quoted`` turn what somebody said into a text and put that into
    quotation marks.
    """

    worst: str = "Worst moment"
    name: Callable[[CurveLine], str] = _name_of
    plain: Callable[[str], str] = str
    quoted: Callable[[str], str] = "“{}”".format
    share: Callable[[Ratio], str] = "{:.0%}".format
    time: Callable[[Duration], str] = str

    def quote(self, point: Point) -> str:
        """Return what is said at a point, in quotation marks, shortened where it is long."""
        return self.quoted(shortened(self.plain(point.quote)))


def shortened(text: str) -> str:
    """Return a text that has room on a curve: all of it, its first sentence or its first words."""
    if text_width(text, SIZE) <= _LONGEST:
        return text
    sentence = _SENTENCE.match(text)
    if sentence and text_width(sentence[0], SIZE) <= _LONGEST:
        return sentence[0]
    words = text.split(" ")
    widths = accumulate(text_width(f" {word}", SIZE) for word in words)
    room = _LONGEST - text_width("…", SIZE) + text_width(" ", SIZE)
    count = sum(1 for _ in takewhile(lambda width: width <= room, widths))
    return f"{' '.join(words[: max(count, 1)]).rstrip(' ,;:.–-')}…"
