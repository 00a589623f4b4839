"""What is wrong with the options that a project chose of its theme, each at its place."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from jmsite import forms
from jmsite.findings import Finding, Location
from jmsite.render.option_words import COLOUR, QUOTES, hint_for, said, takes
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
    yield from _cut_colours(options, given, places)
    right = right_of(options, given)
    yield from _unknown_lanes(options, right, places, frozenset(lanes))
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
            at, f"{taker} takes {takes(option)}, not {value:g}", f"write {takes(option)}"
        )
    if option.type == "lanes" and len(path) > 1:
        taker = f"“{path[1]}” in “{path[0]}”"
    expected = COLOUR if len(path) > 1 else takes(option)
    return forms.WRONG_TYPE.at(
        at,
        f"{taker} takes {expected}, not {said(value)}",
        hint_for(option, value, inside=len(path) > 1) or f"write {expected}",
    )


def _unknown_choice(option: Option, taker: str, value: str, at: Location) -> Finding:
    near = difflib.get_close_matches(value.lower(), option.choices, 1, 0.5)
    return forms.UNKNOWN_CHOICE.at(
        at,
        f"{taker} takes {takes(option)}, not “{value[:40]}”",
        f"did you mean “{near[0]}”?" if near else f"write {takes(option)}",
    )


def _cut_colours(options: Mapping[str, Option], given: Mapping[str, Any], places: Places) -> Found:
    """Yield colours that are written and yet empty, so that nothing of them is left."""
    nowhere = places.at_key("")
    for name, option in options.items():
        if option.type == "colour" and name not in given and places.at_key(name) != nowhere:
            yield forms.CUT_TEXT.at(places.at_key(name), f"“{name}” is empty", QUOTES)


def _unknown_lanes(
    options: Mapping[str, Option], right: Mapping[str, Any], places: Places, known: frozenset[str]
) -> Found:
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
