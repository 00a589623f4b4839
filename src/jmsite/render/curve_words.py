"""What the curve of a map says in the words of a site, and which of its marks occur."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jmsite.render.draw.speech import Speech
from jmsite.render.prose import plain
from jmsite.swimlane.curve import Curve, CurveLine
from jmsite.swimlane.map import SwimlaneMap
from jmsite.words import Words
from jmsite.words.typography import inner_quotes


def speech_on(map_: SwimlaneMap, words: Words) -> Speech:
    """Return how the curve of a map is labelled: texts of authors stay in their language."""

    def text(written: str) -> str:
        return plain(written, map_.language)

    def name(line: CurveLine) -> str:
        return text(line.persona.title) if line.persona else ""

    def quoted(said: str) -> str:
        return words("quote", text=inner_quotes(said, words.language))

    return Speech(words("map.worst"), name, text, quoted, words.percent, words.duration)


def marks_of_curve(curve: Curve) -> frozenset[str]:
    """Return the names of the marks that a curve shows; the words of the legend know them."""
    return frozenset(_marks(curve))


def _marks(curve: Curve) -> Iterator[str]:
    for line in curve.lines:
        yield from ("curve-known" if one.validated else "curve-assumed" for one in line.points)
        for segment in line.segments:
            if any(min(one.score, other.score) < 0 for one, other in pairwise(segment)):
                yield "curve-below"
    worst = curve.worst
    if worst is not None and worst.score < 0:
        yield "curve-worst"
    if any(point.drop_off for point in curve.points):
        yield "curve-leaves"
