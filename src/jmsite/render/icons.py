"""The icons of a theme: drawn once on a page and used by name."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import Markup, escape

_DRAWING = re.compile(r"<svg\b([^>]*)>(.*)</svg>", re.DOTALL)
# Lines that are drawn one after the other, and where the first of them begins.
_LINE = re.compile(r'<path d="([^"]*)" ?/>')
_LINES = re.compile(rf"(?:{_LINE.pattern}){{2,}}")
_START = re.compile(r"m ?(-?\d*\.?\d+)[ ,]?(-?\d*\.?\d+) ?(?=(.?))")
_VIEW = re.compile(r'viewBox="([^"]*)"')
# Icons that point along the reading direction turn around where that does.
_DIRECTED = frozenset({"arrow-left", "arrow-right", "chevron-right", "log-in", "log-out",
                       "move-right", "trending-up", "trending-down"})  # fmt: skip


@cache
def use_of(name: str) -> Markup:
    """Return the mark of an icon that ``symbols_of`` defines on the same page."""
    directed = " icon-directed" if name in _DIRECTED else ""
    return Markup('<svg class="icon{1}" aria-hidden="true"><use href="#i-{0}"/></svg>').format(
        name, directed
    )


def symbol_of(name: str, source: str) -> Markup:
    """Return the definition of an icon, given its SVG; raise ValueError for another text."""
    drawing = _DRAWING.search(source)
    if drawing is None:
        raise ValueError(f"the icon {name} is no SVG drawing")
    view = _VIEW.search(drawing[1])
    inner = _LINES.sub(_as_one, re.sub(r">\s+<", "><", drawing[2].strip())).replace(" />", "/>")
    return Markup('<symbol id="i-{}" viewBox="{}">{}</symbol>').format(
        name,
        escape(view[1] if view else "0 0 24 24"),
        Markup(inner),  # noqa: S704 - the theme's
    )


def _as_one(lines: re.Match[str]) -> str:
    """Return lines that stand one after the other as one, which looks the same and is shorter."""
    return f'<path d="{"".join(map(_from_its_start, _LINE.findall(lines[0])))}"/>'


def _from_its_start(line: str) -> str:
    """Return a line that begins at its own place, wherever the one before it ended.

    What follows a relative start without a letter is a relative line, which then has to be said.
    """
    start = _START.match(line)
    if start is None:
        return line
    letter = "l" if start[3] and not start[3].isalpha() else ""
    return f"M{start[1]} {start[2]}{letter}{line[start.end() :]}"
