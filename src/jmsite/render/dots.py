"""Drawings as pictures of dots, made without a browser and the same on every machine."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from jmsite import __version__
from jmsite.files.cache import cache_folder, kept
from jmsite.files.resources import shared

# The fonts that letters are drawn with, and none of the machine's.
_FONTS = "default/fonts"


def png_of(svg: str) -> bytes:
    """Return a drawing as a PNG picture of its own size, from the user's cache if it has it."""
    import resvg_py  # noqa: PLC0415 - most runs draw nothing so

    made_by = f"jmsite {__version__}, resvg {resvg_py.__resvg_version__}"
    name = sha256(f"{made_by}\n{svg}".encode()).hexdigest()
    return kept(cache_folder("pictures"), name, lambda: _drawn(svg))


def _drawn(svg: str) -> bytes:
    import resvg_py  # noqa: PLC0415 - as above

    return resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=_fonts())


@cache
def _fonts() -> list[str]:
    return sorted(map(str, (shared("themes") / _FONTS).glob("*.ttf")))
