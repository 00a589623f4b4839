"""The page of ``jmsite diff``: both states drawn with the theme of the newer one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from jmsite.cli.say import say
from jmsite.files.resources import shared
from jmsite.render.changes import changes_page
from jmsite.render.edition import Edition
from jmsite.render.faults import PageError
from jmsite.render.memory import PageMemory
from jmsite.render.theme import find_theme
from jmsite.render.theme_layers import DEFAULT, ThemeError

if TYPE_CHECKING:
    from jmsite.change.side import Side
    from jmsite.change.telling import Telling
    from jmsite.render.theme import Theme


def page(telling: Telling) -> str:
    """Return the page of what changed; end the command where a template of the project fails."""
    before, after = telling.diff.before, telling.diff.after
    theme = _theme(after)
    try:
        html = changes_page(telling, _edition(before, theme), _edition(after, theme))
    except PageError as error:
        say(str(error), error=True)
        sys.exit(1)
    return html.decode()


def _theme(side: Side) -> Theme:
    """Return the theme that the project chose; the one that comes along where that is wrong."""
    try:
        return find_theme(side.site.settings.theme, side.tree, shared("themes"))
    except ThemeError:
        return find_theme(DEFAULT, side.tree, shared("themes"))


def _edition(side: Side, theme: Theme) -> Edition:
    return Edition(side.site, side.tree, theme, side.outcome, PageMemory())
