"""What was chosen of a theme, reckoned out: the rules that follow, and colours that had to move."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from jmsite.render.addresses import link
from jmsite.render.colour import SCHEMES, Palette, Scheme, UnknownColourError, contrast, shades
from jmsite.render.links import place_of_file
from jmsite.render.theme import Theme
from jmsite.render.theme_declared import Option, Pair, Rules
from jmsite.render.theme_schema import errors_in

STYLESHEET = "assets/options.css"

Colours = dict[Scheme, str]


class Moved(NamedTuple):
    """A colour that could not be read as it was chosen, and the nearest one that is taken.

    ``path`` is the option and what follows it. ``of`` and ``on`` are the two colours that stand
    apart by ``found`` where ``pair`` asks for more. ``taken`` is empty where no shade would do.
    """

    path: tuple[str, ...]
    scheme: Scheme
    chosen: str
    taken: str
    of: str
    on: str
    found: float
    pair: Pair


@dataclass
class Choices:
    """What was chosen so far: the rules, the faces of fonts, and the colours that were moved."""

    palette: Palette
    rules: Rules = field(default_factory=dict)
    faces: list[tuple[str, str, str]] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)

    def add(self, name: str, option: Option, value: Any) -> None:
        """Take what was chosen for an option; it is one that the option allows."""
        if option.type == "lanes":
            for lane, colour in value.items():
                self._colour((name, lane), option, colour)
        elif option.type == "colour":
            self._colour((name,), option, value)
        elif option.type == "choice":
            self._set(option.choices[value], "")
        elif option.type == "font":
            self._set(option.sets, self._font(name, option, value))
        else:
            self._set(option.sets, f"{value:g}" if option.type == "number" else "")

    def _set(self, rules: Rules, value: str, lane: str = "") -> None:
        for selector, properties in rules.items():
            own = self.rules.setdefault(selector.replace("{lane}", _in_quotes(lane)), {})
            own |= {name: written.replace("{}", value) for name, written in properties.items()}
        self.palette = self.palette.also(_on_root(rules, value))

    def _font(self, name: str, option: Option, value: Any) -> str:
        if isinstance(value, str) and value in option.stacks:
            return option.stacks[value]
        family = f"theme {name.replace('_', ' ')}"
        if isinstance(value, str):
            self.faces.append((family, "100 900", value))
        else:
            weights = {"regular": "100 500", "bold": "600 900"}
            self.faces += [(family, weights[key], path) for key, path in value.items()]
        return f'"{family}", system-ui, sans-serif'

    def _colour(self, path: tuple[str, ...], option: Option, value: Any) -> None:
        given: Colours = {"light": value} if isinstance(value, str) else dict(value)
        taken: Colours = {}
        for scheme in SCHEMES:
            if scheme in given:
                taken[scheme] = self._readable(path, option, scheme, given[scheme])
            elif option.alone == "both":
                made = next(iter(given.values()))
                taken[scheme] = nearest(self.palette, option, scheme, made) or made
            else:
                taken[scheme] = self._as_it_is(option, scheme) or next(iter(given.values()))
        pair = f"light-dark({taken['light']}, {taken['dark']})"
        self._set(option.sets, pair, path[-1])

    def _as_it_is(self, option: Option, scheme: Scheme) -> str:
        """Return what the stylesheets say of a colour; empty where it cannot be reckoned."""
        try:
            return self.palette.colour(property_of(option), scheme)
        except UnknownColourError:
            return ""

    def _readable(self, path: tuple[str, ...], option: Option, scheme: Scheme, chosen: str) -> str:
        """Return a colour, or the nearest that passes where it cannot be read; note what moved."""
        worst = worst_pair(self.palette, option, scheme, chosen)
        if worst is None:
            return chosen.lower()
        taken = nearest(self.palette, option, scheme, chosen)
        self.moved.append(Moved(path, scheme, chosen.lower(), taken, *worst))
        return taken or chosen.lower()


def choices_of(theme: Theme, given: Mapping[str, Any]) -> Choices:
    """Return what follows from what a project chose; what cannot be taken is left out."""
    choices = Choices(theme.palette)
    for name, option, value in chosen(theme, given):
        choices.add(name, option, value)
    return choices


def chosen(theme: Theme, given: Mapping[str, Any]) -> Iterator[tuple[str, Option, Any]]:
    """Yield every option that is not as it was declared first, with its value."""
    declared = theme.declared
    presets = {name: preset.value for name, preset in declared.presets.items()}
    values = {**presets, **right_of(declared.options, given)}
    for name, option in declared.options.items():
        if name in values:
            yield name, option, values[name]


def right_of(options: Mapping[str, Option], given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was given without what cannot be taken."""
    if not given:
        return {}
    wrong = {error.absolute_path[0] for error in errors_in(options, given) if error.absolute_path}
    return {name: value for name, value in given.items() if name in options and name not in wrong}


def nearest(palette: Palette, option: Option, scheme: Scheme, colour: str) -> str:
    """Return the shade of a colour that is nearest to it and passes; empty where none does."""
    passing = (s for s in shades(colour.lower()) if worst_pair(palette, option, scheme, s) is None)
    return next(passing, "")


def url_of(path: str) -> str:
    """Return the address of a file of the project as the stylesheet of options writes it."""
    return link(STYLESHEET, place_of_file(path))


def worst_pair(
    palette: Palette, option: Option, scheme: Scheme, colour: str
) -> tuple[str, str, float, Pair] | None:
    """Return the pair that a colour misses by most: both colours, their contrast and the pair.

    A pair whose colours are written in a way that cannot be reckoned with is passed over.
    """
    palette = palette.also(_on_root(option.sets, colour))
    missed = []
    for pair in option.contrast:
        with suppress(UnknownColourError):
            of = palette.colour(pair.of.replace("{}", colour), scheme)
            on = palette.colour(pair.with_.replace("{}", colour), scheme)
            found = contrast(of, on)
            if found < pair.ratio:
                missed.append((found / pair.ratio, (of, on, found, pair)))
    return min(missed, key=lambda one: one[0])[1] if missed else None


def _on_root(rules: Rules, value: str) -> dict[str, str]:
    """Return the properties that rules set for the whole page."""
    found = rules.get(":root", {}).items()
    return {name: written.replace("{}", value) for name, written in found if name[:2] == "--"}


def property_of(option: Option) -> str:
    """Return the property that holds the colour of an option, as stylesheets ask for it.

    Raises UnknownColourError where the option sets none to the colour as it is.
    """
    names = [name for rule in option.sets.values() for name, value in rule.items() if value == "{}"]
    if not names:
        raise UnknownColourError(option.title)
    return f"var({names[0]})"


def _in_quotes(text: str) -> str:
    """Return a text as it stands between the quotes of a stylesheet, whatever is in it."""
    return "".join(c if c.isalnum() or c == "-" else f"\\{ord(c):x} " for c in text)
