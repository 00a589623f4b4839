"""What a project may choose of a theme, as a stylesheet that comes after the theme's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

STYLESHEET = "assets/options.css"

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
# What text in the accent has to stand out from, and how much (WCAG, level AA).
_PAPER = "#ffffff"
_DARK_PAPER = "#191817"
_CONTRAST = 4.5


def stylesheet(options: Mapping[str, Any]) -> str:
    """Return the stylesheet of the options, empty where nothing is chosen.

    ``accent`` is a colour, as ``#0b6b5c``, or one each for ``light`` and ``dark``. Where one
    alone is given, the other is it made as light or dark as text needs. What cannot be taken is
    left out here; ``wrong_options`` says why.
    """
    accent = options.get("accent")
    if accent is None or not _is_accent(accent):
        return ""
    light, dark = _pair(accent)
    tint = "color-mix(in srgb, {} 10%, {})"
    return (
        ":root {\n"
        f"  --accent: light-dark({light}, {dark});\n"
        f"  --accent-tint: light-dark({tint.format(light, _PAPER)}, "
        f"{tint.format(dark, _DARK_PAPER)});\n"
        "}\n"
    )


def wrong_options(options: Mapping[str, Any], known: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the options that cannot be taken, each with what is wrong, in English."""
    for name, value in options.items():
        if name not in known:
            yield name, f"the theme has no option {name}"
        elif name == "accent" and not _is_accent(value):
            yield name, "a colour is written #rrggbb, or {light: #rrggbb, dark: #rrggbb}"


def _is_accent(value: object) -> bool:
    colours = value.values() if isinstance(value, dict) else (value,)
    named = not isinstance(value, dict) or (value and value.keys() <= {"light", "dark"})
    return bool(named) and all(isinstance(c, str) and _COLOUR.fullmatch(c) for c in colours)


def _pair(accent: str | Mapping[str, str]) -> tuple[str, str]:
    """Return the accent for light and for dark pages."""
    chosen = {"light": accent, "dark": accent} if isinstance(accent, str) else accent
    light = chosen.get("light") or chosen["dark"]
    dark = chosen.get("dark") or chosen["light"]
    return _readable(light, _PAPER, 0), _readable(dark, _DARK_PAPER, 255)


def _readable(colour: str, paper: str, towards: int) -> str:
    """Return a colour moved towards black (0) or white (255) until it can be read on paper."""
    red, green, blue = _parts(colour)
    for step in range(21):
        share = step / 20
        moved = [round(part + (towards - part) * share) for part in (red, green, blue)]
        shown = "#{:02x}{:02x}{:02x}".format(*moved)
        if _contrast(shown, paper) >= _CONTRAST:
            return shown
    return colour


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in _parts(colour)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
