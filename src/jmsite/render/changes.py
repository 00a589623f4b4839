"""The page that shows what changed between two states: one file that needs no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from jmsite.change.telling import Telling
from jmsite.model.journey import Journey
from jmsite.render.changes_told import ChangedThing, told
from jmsite.render.edition import Edition
from jmsite.render.gaps import said
from jmsite.render.making import drawn_with
from jmsite.render.map_view import MapView
from jmsite.render.paper_view import drawn_once, paper_view
from jmsite.render.print_pages import NO_GAPS
from jmsite.render.view import View
from jmsite.words import direction

# Where the page would stand in a site; nothing on it leads anywhere but to itself and to the web.
_PATH = "changes/index.html"
_STYLES = (
    "tokens", "base", "site", "marks", "curve", "charts", "journey", "map", "columns", "lanes",
    "compare", "changes",
)  # fmt: skip
_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
_FILE = re.compile(r"url\((?!\s*[\"']?(?:data:|#))[^)]*\)")
# What stands in the site alone: links into it, and pictures.
_LEADS_AWAY = re.compile(r"(<a\b[^>]*?) href=\"(?!#|https?:)[^\"]*\"")
_PICTURE = re.compile(r"<img\b[^>]*>")


class _Beside(View):
    """Another state of the site as it is seen from a page, which draws the icons of both."""

    def __init__(self, edition: Edition, page: View) -> None:
        super().__init__(edition, page.path)
        self._page = page

    def uses(self, name: str) -> str:
        """Return the link to an icon."""
        return self._page.uses(name)


def changes_page(telling: Telling, before: Edition, after: Edition) -> bytes:
    """Return the page of what changed between two editions; raise PageError for a wrong template.

    It holds its styles and asks for no other file, so that it can be opened from anywhere.
    """
    view = View(after, _PATH)
    html = drawn_with(view, "changes.html", **_context(telling, view, before))
    return _PICTURE.sub("", _LEADS_AWAY.sub(r"\1", html)).encode()


def _context(telling: Telling, view: View, before: Edition) -> dict[str, Any]:
    after, diff = view.edition, telling.diff
    mirrored = direction(after.settings.language) == "rtl"
    every = tuple(told(telling, group, mirrored=mirrored) for group in diff.groups)
    judged = [change.better for change in diff.changes]
    return {
        "telling": telling,
        "mode": "change",
        "was": _Beside(before, view),
        "journeys": tuple(one for one in every if one.ref.kind == "journey"),
        "others": tuple(one for one in every if one.ref.kind != "journey"),
        "counts": {"better": judged.count(True), "worse": judged.count(False)},
        "gaps": {
            "new": said(diff.gaps.new, after.settings.language),
            "closed": said(diff.gaps.closed, after.settings.language),
        },
        "score": tuple(score and score.percent for score in diff.scores),
        "whole": {one.ref: tuple(_wholes(one, before, after)) for one in every},
        "places": NO_GAPS,
        "styles": _styles(after),
    }


def _wholes(one: ChangedThing, before: Edition, after: Edition) -> Iterator[MapView | None]:
    """Yield the whole maps of a journey before and after, where its page shows a map at all."""
    for edition, journey in zip((before, after), one.journeys, strict=True):
        yield _whole(edition, journey) if one.map and journey else None


def _whole(edition: Edition, journey: Journey) -> MapView | None:
    if not journey.phases:
        return None
    drawn = edition.drawn(journey)
    return paper_view(drawn, edition.words)(drawn_once(drawn))


def _styles(edition: Edition) -> Markup:
    """Return the stylesheets of the page, without the files that they name."""
    theme = edition.theme
    names = [f"css/{name}.css" for name in _STYLES] + list(theme.declared.styles)
    names += ["css/rtl.css"] if direction(edition.settings.language) == "rtl" else []
    sheets = [theme.files[f"assets/{name}"]().decode() for name in names]
    written = _FILE.sub("none", _FACE.sub("", "\n".join((*sheets, edition.options))))
    return Markup(written.replace("</", "<\\/"))  # noqa: S704 - no tag can end in it
