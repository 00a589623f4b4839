"""The colours of a theme as hexadecimal numbers, for drawings that no stylesheet reaches."""

from __future__ import annotations

from collections.abc import Callable

from jmsite.render.colour import Palette, UnknownColourError, palette_of
from jmsite.render.edition import Edition
from jmsite.render.theme import TOKENS, Theme
from jmsite.render.theme_choices import choices_of
from jmsite.render.theme_layers import ASSETS

Colours = Callable[[str], str]


def colours_of(edition: Edition) -> Colours:
    """Return what gives a colour by its name in the stylesheets, in light, as it was chosen.

    One that a theme writes in a way that cannot be reckoned with is that of the theme ``default``.
    """
    chosen = choices_of(edition.theme, edition.settings.theme_options).palette
    default = _default(edition.theme)

    def colour(name: str) -> str:
        try:
            return chosen.colour(f"var(--{name})", "light")
        except UnknownColourError:
            return default.colour(f"var(--{name})", "light")

    return colour


def _default(theme: Theme) -> Palette:
    tokens = theme.layers[-1].files[f"{ASSETS}{TOKENS}"]
    return palette_of(iter([tokens().decode()]))
