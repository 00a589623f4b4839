"""The icons of a theme: drawn once on a page and used by name."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import Markup, escape

_DRAWING = re.compile(r"<svg\b([^>]*)>(.*)</svg>", re.DOTALL)
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
    inner = re.sub(r">\s+<", "><", drawing[2].strip())
    return Markup('<symbol id="i-{}" viewBox="{}">{}</symbol>').format(
        name,
        escape(view[1] if view else "0 0 24 24"),
        Markup(inner),  # noqa: S704 - the theme's
    )
