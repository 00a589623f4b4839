"""Colours as stylesheets write them: what they come to, and how far two of them stand apart.

A theme's stylesheets are the one place where its colours stand. What is read of them here are
custom properties of ``:root`` made of ``#rrggbb``, ``var()``, ``light-dark()`` and
``color-mix(in srgb, …)``, which is all that a colour of a theme has to be made of to be checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
HEX = r"#[0-9a-fA-F]{6}"

_ROOT = re.compile(r":root\s*\{([^}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PROPERTY = re.compile(r"(--[\w-]+)\s*:\s*([^;]+)")
_CALL = re.compile(r"([\w-]+)\((.*)\)", re.DOTALL)
_MIX = re.compile(r"(.+?)\s+([\d.]+)%", re.DOTALL)


class UnknownColourError(ValueError):
    """A colour is written in a way, or made of a property, that cannot be reckoned with."""


@dataclass(frozen=True)
class Palette:
    """The custom properties of a theme, by name, as its stylesheets write them."""

    properties: Mapping[str, str]

    def also(self, properties: Mapping[str, str]) -> Palette:
        """Return the palette with some properties set anew."""
        return Palette({**self.properties, **properties})

    def colour(self, written: str, scheme: Scheme) -> str:
        """Return what a colour comes to, as ``#rrggbb``; raise UnknownColourError otherwise."""
        written = written.strip()
        if re.fullmatch(HEX, written):
            return written.lower()
        if short := re.fullmatch(r"#([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])", written):
            return "#" + "".join(digit * 2 for digit in short.groups()).lower()
        call = _CALL.fullmatch(written)
        if call is None:
            raise UnknownColourError(written)
        return self._called(call[1], list(_arguments(call[2])), scheme)

    def _called(self, name: str, given: list[str], scheme: Scheme) -> str:
        if name == "var" and given[0] in self.properties:
            # A property that is made of itself has no value, so it is not there on the way down.
            others = {n: value for n, value in self.properties.items() if n != given[0]}
            return Palette(others).colour(self.properties[given[0]], scheme)
        if name == "var" and len(given) == 2:
            return self.colour(given[1], scheme)
        if name == "light-dark" and len(given) == 2:
            return self.colour(given[SCHEMES.index(scheme)], scheme)
        if name == "color-mix" and len(given) == 3 and (part := _MIX.fullmatch(given[1])):
            one, other = self.colour(part[1], scheme), self.colour(given[2], scheme)
            return mixed(one, other, float(part[2]) / 100)
        raise UnknownColourError(f"{name}({', '.join(given)})")


def palette_of(stylesheets: Iterator[str]) -> Palette:
    """Return the custom properties that stylesheets set on the root; later ones win."""
    found: dict[str, str] = {}
    for text in stylesheets:
        for block in _ROOT.findall(_COMMENT.sub("", text)):
            found |= {name: value.strip() for name, value in _PROPERTY.findall(block)}
    return Palette(found)


def mixed(one: str, other: str, share: float) -> str:
    """Return the mixture of two colours in sRGB; ``share`` is that of the first, from 0 to 1."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#{:02x}{:02x}{:02x}".format(*(round(a * share + b * (1 - share)) for a, b in pairs))


def contrast(one: str, other: str) -> float:
    """Return how far two colours stand apart, from 1 to 21, as WCAG reckons it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def shades(colour: str) -> Iterator[str]:
    """Yield a colour and, ever further from it, darker and lighter ones, down to black and white.

    They come in the order of how far they are from it, so the first that serves is the nearest.
    """
    for step in range(101):
        for end in ("#000000", "#ffffff"):
            yield mixed(end, colour, step / 100)


def _arguments(text: str) -> Iterator[str]:
    """Yield the arguments of a function, split at the commas that stand in no bracket."""
    depth, start = 0, 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and not depth:
            yield text[start:place].strip()
            start = place + 1
    yield text[start:].strip()


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in _parts(colour)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
