"""What a theme declares in its ``theme.toml``: what a project may choose, and its own files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import msgspec

from jmsite.render.theme_layers import SETTINGS, Layer, ThemeError

# A selector, then properties and what they are set to; {} is what was chosen.
Rules = dict[str, dict[str, str]]
TYPES = Literal["colour", "font", "choice", "number", "text", "file", "lanes"]
_KEYS = {"name", "parent", "styles", "scripts", "options"}


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two colours that have to stand apart by ``ratio``; ``{}`` in them is what was chosen."""

    with_: str = msgspec.field(name="with")
    of: str = "{}"
    ratio: float = 4.5


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a project may choose of a theme, how it is checked and what follows from it.

    ``sets`` are the rules that a value makes, and for a choice ``choices`` has those of each.
    ``stacks`` are the fonts that need no file, by name. ``alone`` says what a colour given once
    is for: both schemes, the other made from it, or the ``light`` one alone. ``endings`` are
    those that a file may have.
    """

    type: TYPES
    title: str
    description: str
    example: Any
    default: Any = None
    sets: Rules = {}
    choices: dict[str, Rules] = {}
    stacks: dict[str, str] = {}
    contrast: tuple[Pair, ...] = ()
    alone: Literal["both", "light"] = "both"
    minimum: float | None = None
    maximum: float | None = None
    endings: tuple[str, ...] = ()


class Preset(NamedTuple):
    """The value that a theme sets for an option of a theme below it, and where."""

    value: Any
    layer: Layer


@dataclass(frozen=True)
class Declared:
    """Everything that a theme and those below it declare.

    ``presets`` are the options that a theme sets anew for one below it. ``styles`` and
    ``scripts`` are files below ``assets/`` that every page loads, the lowest theme's first.
    """

    options: Mapping[str, Option]
    presets: Mapping[str, Preset]
    styles: tuple[str, ...]
    scripts: tuple[str, ...]


def declared_by(layers: Sequence[Layer]) -> Declared:
    """Return what layers declare, the nearest first; raise ThemeError where one is wrong."""
    raw: dict[str, dict[str, Any]] = {}
    presets: dict[str, Preset] = {}
    for layer in reversed(layers):
        _check_keys(layer)
        for name, said in _table(layer, "options").items():
            if name in raw and "default" in said:
                presets[name] = Preset(said["default"], layer)
            raw[name] = {**raw.get(name, {}), **said}
    options = {name: _option(name, said, layers) for name, said in raw.items()}
    return Declared(options, presets, _listed(layers, "styles"), _listed(layers, "scripts"))


def _option(name: str, said: dict[str, Any], layers: Sequence[Layer]) -> Option:
    try:
        return msgspec.convert(said, Option)
    except msgspec.ValidationError as error:
        layer = next(one for one in layers if name in one.settings.get("options", {}))
        raise _error(layer, f"the option {name}: {error}", "options.", name) from error


def _listed(layers: Sequence[Layer], key: str) -> tuple[str, ...]:
    """Return the files that layers list, the lowest first; each has to be there."""
    found: dict[str, None] = {}
    there = {path for layer in layers for path in layer.files}
    for layer in reversed(layers):
        listed = layer.settings.get(key, [])
        if not isinstance(listed, list):
            raise _error(layer, f"{key} is a list of files below assets/", key)
        for path in map(str, listed):
            if f"assets/{path}" not in there:
                raise _error(layer, f"there is no file assets/{path}", path)
            found[path] = None
    return tuple(found)


def _check_keys(layer: Layer) -> None:
    for key in layer.settings:
        if key not in _KEYS:
            raise _error(layer, f"a theme has no “{key}”, only {', '.join(sorted(_KEYS))}", key)


def _table(layer: Layer, key: str) -> Mapping[str, dict[str, Any]]:
    found = layer.settings.get(key, {})
    if not isinstance(found, dict) or not all(isinstance(one, dict) for one in found.values()):
        raise _error(layer, f"{key} is a table: [{key}.name] and what it is", key)
    return found


def _error(layer: Layer, message: str, *words: str) -> ThemeError:
    return ThemeError(message, f"{layer.folder}{SETTINGS}", layer.line_of(*words))
