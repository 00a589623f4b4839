"""The JSON Schema (draft 2020-12) of what a project may choose of a theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jmsite.content.schema import DIALECT, TEXT_TYPES, Schema
from jmsite.files.tree import DictTree
from jmsite.render.colour import HEX
from jmsite.render.theme import find_theme, themes_there_are
from jmsite.render.theme_declared import Option

_ONE_COLOUR: Schema = {"type": "string", "pattern": f"^{HEX}$"}
_COLOUR: Schema = {
    "anyOf": [
        _ONE_COLOUR,
        {
            "type": "object",
            "properties": {"light": _ONE_COLOUR, "dark": _ONE_COLOUR},
            "additionalProperties": False,
            "minProperties": 1,
        },
    ]
}
_FONT_FILE: Schema = {"type": "string", "pattern": r"^static/.+\.woff2$"}


def schema_of_options(theme: str, options: Mapping[str, Option]) -> Schema:
    """Return the schema of ``theme_options`` for a theme that declares some options."""
    return {
        "$schema": DIALECT,
        "title": f"Options of the theme {theme}",
        "description": "What `theme_options` in jmsite.yml may say.",
        "type": "object",
        "properties": {name: _property(option) for name, option in options.items()},
        "additionalProperties": False,
    }


def schemas_of_themes(packaged: Path) -> Mapping[str, Schema]:
    """Return the schema of the options of every theme in a folder, as ``theme-<name>``."""
    none = DictTree({})
    return {
        f"theme-{name}": schema_of_options(name, find_theme(name, none, packaged).declared.options)
        for name in themes_there_are(none, packaged)
    }


def errors_in(options: Mapping[str, Option], given: Mapping[str, Any]) -> Iterator[Any]:
    """Yield what the schema does not allow, an error for each value, as jsonschema says it."""
    # jsonschema is slow to import, and most projects choose nothing of a theme.
    from jsonschema import Draft202012Validator  # noqa: PLC0415  # see above
    from referencing import Registry  # noqa: PLC0415  # see above

    schema = schema_of_options("", options)
    return iter(Draft202012Validator(schema, registry=Registry()).iter_errors(dict(given)))


def _property(option: Option) -> Schema:
    said: Schema = {
        "title": option.title,
        "description": option.description,
        "examples": [option.example],
    }
    if option.default is not None:
        said["default"] = option.default
    return said | _shape(option)


def _shape(option: Option) -> Schema:
    if option.type == "colour":
        return _COLOUR
    if option.type == "lanes":
        return {"type": "object", "additionalProperties": _COLOUR}
    if option.type == "font":
        return _font(option)
    if option.type == "choice":
        return {"enum": list(option.choices)}
    if option.type == "file":
        endings = "|".join(option.endings)
        return {
            "type": "string",
            "pattern": rf"^static/.+\.({endings})$" if endings else "^static/",
        }
    if option.type == "number":
        limits = {"minimum": option.minimum, "maximum": option.maximum}
        return {"type": "number"} | {k: v for k, v in limits.items() if v is not None}
    return {"type": TEXT_TYPES}


def _font(option: Option) -> Schema:
    files = {
        "type": "object",
        "properties": {"regular": _FONT_FILE, "bold": _FONT_FILE},
        "required": ["regular"],
        "additionalProperties": False,
    }
    return {"anyOf": [{"enum": list(option.stacks)}, _FONT_FILE, files]}
