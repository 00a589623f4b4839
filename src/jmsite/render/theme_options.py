"""What a project chose of a theme, as a stylesheet that comes after the theme's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from jmsite.render.theme import Theme
from jmsite.render.theme_choices import STYLESHEET, choices_of, url_of
from jmsite.render.theme_declared import Rules

__all__ = ["STYLESHEET", "stylesheet", "value_of"]


def stylesheet(theme: Theme, options: Mapping[str, Any]) -> str:
    """Return the stylesheet of the options, empty where nothing is chosen.

    A colour that could not be read is moved to the nearest shade that can. What cannot be taken
    at all is left out here; ``check_options`` says why.
    """
    choices = choices_of(theme, options)
    return "".join((*_faces(choices.faces), *_rules(choices.rules)))


def value_of(theme: Theme, options: Mapping[str, Any], name: str) -> Any:
    """Return what was chosen for an option, or else what it is without a choice.

    Raises LookupError for an option that the theme does not have.
    """
    declared = theme.declared
    if name not in declared.options:
        raise LookupError(f"the theme has no option {name}")
    preset = declared.presets.get(name)
    default = preset.value if preset else declared.options[name].default
    return options.get(name, default)


def _faces(faces: list[tuple[str, str, str]]) -> Iterator[str]:
    for family, weight, path in faces:
        yield (
            f'@font-face {{\n  font-family: "{family}";\n  font-weight: {weight};\n'
            f'  font-display: swap;\n  src: url("{quote(url_of(path))}") format("woff2");\n}}\n'
        )


def _rules(rules: Rules) -> Iterator[str]:
    for selector, properties in rules.items():
        if properties:
            inside = "".join(f"  {name}: {value};\n" for name, value in properties.items())
            yield f"{selector} {{\n{inside}}}\n"
