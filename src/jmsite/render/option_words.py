"""What the options of a theme take, in words, and what to do about a value that they do not."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import Any

from jmsite.render.theme_declared import Option

COLOUR = 'a colour such as "#0b6b5c", or one each for light and dark'
QUOTES = "put the colour in quotes: without them # begins a comment"


def takes(option: Option) -> str:
    """Return what an option takes, as a phrase that follows "takes"."""
    if option.type == "font":
        return f"{', '.join(option.stacks)}, or a WOFF2 file in static/"
    if option.type == "choice":
        return f"one of {', '.join(option.choices)}"
    if option.type == "number":
        low, high = option.minimum, option.maximum
        limits = f" from {low:g} to {high:g}" if low is not None and high is not None else ""
        return f"a number{limits}"
    if option.type == "file":
        return f"a file in static/ ({', '.join(option.endings) or 'of any kind'})"
    fixed = {"colour": COLOUR, "lanes": "a colour for each lane, by its id", "text": "a text"}
    return fixed[option.type]


def said(value: Any) -> str:
    """Return a value as a message names it."""
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return f"the text “{value[:40]}”"
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else f"a mapping of {', '.join(map(str, value))}"
    return f"“{str(value).lower()[:40]}”"


def hint_for(option: Option, value: Any, *, inside: bool = False) -> str:
    """Return what to do about a value that an option does not take; empty where nobody knows.

    ``inside`` tells that it stands in a mapping that the option takes.
    """
    if option.type == "lanes" and not inside:
        return f"write a mapping, such as {_written(option.example)}"
    if option.type in ("colour", "lanes"):
        return _colour_hint(value)
    if option.type == "font" and isinstance(value, str):
        near = difflib.get_close_matches(value.lower(), option.stacks, 1, 0.6)
        if near:
            return f"did you mean “{near[0]}”?"
        if value.endswith((".ttf", ".otf", ".woff")):
            return "make a WOFF2 of it: any font tool does, and every browser reads it"
        return "put the font in static/ as a WOFF2 file; pages ask no other host for anything"
    return ""


def _written(value: Any) -> str:
    """Return a mapping of texts as one line of YAML."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_written(one)}" for key, one in value.items()) + "}"
    return f'"{value}"'


def _colour_hint(value: Any) -> str:
    if value is None:
        return QUOTES
    if isinstance(value, str) and re.fullmatch(r"#[0-9a-fA-F]{3}", value):
        return f'write "#{"".join(digit * 2 for digit in value[1:])}"'
    if isinstance(value, str) and re.fullmatch(r"[0-9a-fA-F]{6}", value):
        return f'write "#{value}"'
    return ""
