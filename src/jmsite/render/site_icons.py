"""The sign of a site, as browsers show it on a tab and phones among their programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jmsite.render.edition import Edition
from jmsite.render.links import place_of_file
from jmsite.site.paths import find_path

# What a project may put in place of the sign of its theme, and what the theme has. A browser that
# knows several takes the last, so the drawing comes last.
_OWN = ("static/favicon.ico", "static/favicon.png", "static/favicon.svg")
_THEME = ("assets/icon.png", "assets/icon.svg")
_TOUCH, _THEME_TOUCH = "static/apple-touch-icon.png", "assets/icon-touch.png"
_SIZES = {"assets/icon.png": "48x48", "static/favicon.ico": "32x32"}


class SiteIcon(NamedTuple):
    """A file that shows the sign; ``sizes`` is empty where any size does or none is known."""

    rel: str
    path: str
    sizes: str = ""


def site_icons(edition: Edition) -> Iterator[SiteIcon]:
    """Yield the files that show the sign of a site, by their places in it.

    Those of the project come before its logo, and that before the sign of the theme.
    """
    files = edition.links.files
    own = [path for path in _OWN if path in files]
    logo = find_path("", edition.settings.logo, files) if edition.settings.logo else None
    shown = own or ([logo] if logo else [p for p in _THEME if p in edition.theme.files])
    yield from (SiteIcon("icon", _place(path), _SIZES.get(path, "")) for path in shown)
    if _TOUCH in files:
        yield SiteIcon("apple-touch-icon", _place(_TOUCH))
    elif not own and not logo and _THEME_TOUCH in edition.theme.files:
        yield SiteIcon("apple-touch-icon", _THEME_TOUCH)


def _place(path: str) -> str:
    return path if path in _THEME else place_of_file(path)
