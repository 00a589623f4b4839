"""The page about what programs read of a site, from its schema."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from jmsite.content.schema import Schema
from jmsite.render.data.schema import schema_of_site

_LEAD = """# The site as JSON

What [`index.json`](../programs.md) holds, at the root of a site and beside each page. What is not
marked as always there is left out where nobody said it; a list that is empty says that there is
none. Keys that begin with `x-` are the author's own.
"""


def programs_page() -> str:
    """Return the page of `index.json`: the whole, then each part by its name."""
    schema = schema_of_site()
    parts = {name: part for name, part in schema["$defs"].items() if "properties" in part}
    return "\n".join((_LEAD, _table(schema), *_sections(parts)))


def _sections(parts: Mapping[str, Schema]) -> Iterator[str]:
    for name, part in parts.items():
        described = part.get("description", "")
        yield f"## {name}\n\n{described}\n\n{_table(part)}"


def _table(part: Schema) -> str:
    rows = ["| field | holds | meaning | example |", "|---|---|---|---|"]
    for key, field in part["properties"].items():
        always = " Always there." if key in part["required"] else ""
        example = f"`{_shown(field)}`" if _is_short(field) else ""
        cells = (f"`{key}`", _holds(field), f"{field['description']}{always}", example)
        rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(rows) + "\n"


def _is_short(field: Schema) -> bool:
    """Tell whether a field has an example that is no part with a table of its own."""
    (example,) = field.get("examples", [None])
    return example not in (None, []) and "{" not in _shown(field)


def _shown(field: Schema) -> str:
    return json.dumps(field["examples"][0], ensure_ascii=False)


def _holds(field: Schema) -> str:
    """Return what a field holds, in words."""
    if "$ref" in field:
        return _linked(field["$ref"].rpartition("/")[2])
    if "anyOf" in field:
        options = (one for one in field["anyOf"] if one != {"type": "null"})
        return " or ".join(dict.fromkeys(map(_holds, options)))
    if field.get("type") == "array":
        return f"list: {_holds(field['items'])}"
    choices: list[Any] = field.get("enum") or ([field["const"]] if "const" in field else [])
    if choices:
        return ", ".join(f"`{json.dumps(one).strip(chr(34))}`" for one in choices)
    named = {"date": "date"}.get(field.get("format", ""), str(field["type"]))
    limits = (field.get("minimum"), field.get("maximum"))
    return f"{named}, {limits[0]} to {limits[1]}" if None not in limits else named


def _linked(name: str) -> str:
    return name if name == "PathItem" else f"[{name}](#{name.lower()})"
