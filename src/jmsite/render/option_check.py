"""What is wrong with the options that a project chose of its theme, each at its place."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from jmsite import forms
from jmsite.findings import Finding, Location
from jmsite.render.theme import Theme
from jmsite.render.theme_choices import Moved, choices_of, right_of
from jmsite.render.theme_declared import Option
from jmsite.render.theme_layers import SETTINGS
from jmsite.render.theme_schema import errors_in
from jmsite.site.known import unknown_name


class Places(NamedTuple):
    """Where an option, or something inside of it, stands: its value, and its name."""

    at: Callable[..., Location]
    at_key: Callable[..., Location]


Found = Iterator[Finding]

_COLOUR = 'a colour such as "#0b6b5c", or one each for light and dark'


def check_options(
    theme: Theme,
    given: Mapping[str, Any],
    places: Places,
    lanes: Iterable[str],
    files: Iterable[str],
) -> Found:
    """Yield what cannot be taken and what could not be read.

    ``lanes`` are the lanes of the site, ``files`` the paths of the project.
    """
    options = theme.declared.options
    for error in errors_in(options, given) if given else ():
        path = tuple(error.absolute_path)
        if not path:
            yield from _unknown(options, given, places)
        elif isinstance(path[0], str):
            yield _wrong(options[path[0]], path, error, places.at(*path))
    right = right_of(options, given)
    yield from _unknown_lanes(options, right, places, lanes)
    yield from _missing_files(options, right, places, frozenset(files))
    yield from _moved(theme, given, places)


def _unknown(options: Mapping[str, Option], given: Mapping[str, Any], places: Places) -> Found:
    for name in given:
        if name not in options:
            near = difflib.get_close_matches(name, options, 1, 0.6)
            known = f"the theme has {', '.join(options)}" if options else "the theme has none"
            yield forms.UNKNOWN_NAME.at(
                places.at_key(name), f"the theme has no option “{name}”",
                f"did you mean “{near[0]}”?" if near else known,
            )  # fmt: skip


def _wrong(option: Option, path: tuple[Any, ...], error: Any, at: Location) -> Finding:
    value, taker = error.instance, f"“{path[0]}”"
    if option.type == "choice" and isinstance(value, str):
        return _unknown_choice(option, taker, value, at)
    if error.validator in ("minimum", "maximum"):
        return forms.OUT_OF_RANGE.at(
            at, f"{taker} takes {_takes(option)}, not {value:g}", f"write {_takes(option)}"
        )
    if option.type == "lanes" and len(path) > 1:
        taker = f"“{path[1]}” in “{path[0]}”"
    takes = _COLOUR if len(path) > 1 else _takes(option)
    return forms.WRONG_TYPE.at(
        at, f"{taker} takes {takes}, not {_said(value)}", _hint(option, value) or f"write {takes}"
    )


def _unknown_choice(option: Option, taker: str, value: str, at: Location) -> Finding:
    near = difflib.get_close_matches(value.lower(), option.choices, 1, 0.5)
    return forms.UNKNOWN_CHOICE.at(
        at,
        f"{taker} takes {_takes(option)}, not “{value[:40]}”",
        f"did you mean “{near[0]}”?" if near else f"write {_takes(option)}",
    )


def _takes(option: Option) -> str:
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
    fixed = {"colour": _COLOUR, "lanes": "a colour for each lane, by its id", "text": "a text"}
    return fixed[option.type]


def _said(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return f"the text “{value[:40]}”"
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else f"a mapping of {', '.join(map(str, value))}"
    return f"“{str(value).lower()[:40]}”"


def _hint(option: Option, value: Any) -> str:
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


def _colour_hint(value: Any) -> str:
    if value is None:
        return "put it in quotes: without them # begins a comment"
    if isinstance(value, str) and re.fullmatch(r"#[0-9a-fA-F]{3}", value):
        return f'write "#{"".join(digit * 2 for digit in value[1:])}"'
    if isinstance(value, str) and re.fullmatch(r"[0-9a-fA-F]{6}", value):
        return f'write "#{value}"'
    return ""


def _unknown_lanes(
    options: Mapping[str, Option], right: Mapping[str, Any], places: Places, lanes: Iterable[str]
) -> Found:
    known = frozenset(lanes)
    for name, value in right.items():
        if options[name].type == "lanes":
            for lane in value:
                if lane not in known:
                    yield unknown_name(places.at_key(name, lane), "lane", lane, known)


def _missing_files(
    options: Mapping[str, Option], right: Mapping[str, Any], places: Places, files: frozenset[str]
) -> Found:
    for name, value in right.items():
        option = options[name]
        inside = value.items() if isinstance(value, dict) else [(None, value)]
        for key, path in inside:
            is_file = option.type == "file" or (option.type == "font" and path not in option.stacks)
            if is_file and path not in files:
                place = places.at(name) if key is None else places.at(name, key)
                yield forms.MISSING_FILE.at(
                    place, f"there is no file “{path}”", "put the file in static/"
                )


def _moved(theme: Theme, given: Mapping[str, Any], places: Places) -> Found:
    """Yield the colours that cannot be read: those of the settings, and those of own themes."""
    for moved in choices_of(theme, given).moved:
        name = moved.path[0]
        if name in given:
            each = isinstance(_given(given, moved.path), dict)
            yield _low_contrast(moved, places.at(*moved.path, *((moved.scheme,) if each else ())))
            continue
        layer = theme.declared.presets[name].layer
        if layer.own:
            line = layer.line_of(f"[options.{name}")
            yield _low_contrast(moved, Location(f"{layer.folder}{SETTINGS}", line))


def _given(values: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    """Return what was given at a path."""
    for name in path:
        values = values[name]
    return values


def _low_contrast(moved: Moved, at: Location) -> Finding:
    option = "“" + "” of “".join(reversed(moved.path)) + "”"
    made = "" if moved.chosen in (moved.of, moved.on) else " that follows from it"
    found, ratio = f"{_down(moved.found):.2f}", f"{moved.pair.ratio:g}"
    return forms.LOW_CONTRAST.at(
        at,
        f"{option} {moved.chosen} cannot be read on {moved.scheme} pages: {moved.of} on {moved.on}"
        f"{made} has a contrast of {found} and needs {ratio}",
        f'the nearest colour that passes is "{moved.taken}"; pages use it until you choose another'
        if moved.taken
        else "no shade of it passes: choose another",
    )


def _down(value: float) -> float:
    """Return a contrast cut to two digits, so that what is too little never looks enough."""
    return int(value * 100) / 100
