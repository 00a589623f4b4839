"""A new file of a kind, with every field that it may hold: made from the types alone."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from jmsite.content.expectations import takes
from jmsite.edit.scalars import flow, scalar
from jmsite.model.fields import REFERENCE, Thing
from jmsite.model.kinds import Kind
from jmsite.model.shape import FieldShape, fields_of

_WIDTH = 88
# What a file says by its name and by what follows its front matter.
_SAID_ELSEWHERE = ("id", "body")
# What stands in folders and files of its own as a rule.
_BETTER_APART = ("phases", "touchpoints")


def scaffold(kind: Kind, given: Mapping[str, str], known: Mapping[str, str] | None = None) -> str:
    """Return the file of a new thing: required fields filled in, the others as comments.

    ``given`` holds values of fields, the title among them; a required field without one gets
    its example. ``known`` holds an id of the project for each kind that has one, to be the
    example of fields that refer to that kind.
    """
    fields = [f for f in fields_of(kind.type).values() if f.key not in _SAID_ELSEWHERE]
    common = fields_of(Thing)
    own = [f for f in fields if f.key not in common]
    shared = [f for f in fields if f.key in common]
    filled = [f for f in (*shared, *own) if f.required or f.key in given]
    lines = ["---"]
    for field in filled:
        lines += _filled(field, given)
    lines += [
        "",
        f"# Optional, each line with an example. Remove its # to say it of the {kind.name}.",
    ]
    for field in own:
        if field not in filled and not _apart(kind, field):
            lines += _comment(field, known or {})
    lines += ["", "# What follows can be said of everything, not only of this."]
    for field in shared:
        if field not in filled:
            lines += _comment(field, known or {})
    lines += ["", "# Below the next line: Markdown, as much as you like.", "---", ""]
    return "\n".join(lines)


def _apart(kind: Kind, field: FieldShape) -> bool:
    return kind.name in ("journey", "phase") and field.key in _BETTER_APART


def _filled(field: FieldShape, given: Mapping[str, str]) -> Iterator[str]:
    if field.key != "title":
        yield from _about(field)
    yield f"{field.key}: {scalar(given.get(field.key) or str(field.example))}"


def _comment(field: FieldShape, known: Mapping[str, str]) -> Iterator[str]:
    yield ""
    yield from _about(field)
    yield f"#{field.key}: {flow(_example(field, known))}"


def _about(field: FieldShape) -> list[str]:
    choices = f" It takes {takes(field.shape)}." if field.shape.what == "choice" else ""
    return textwrap.wrap(
        f"{field.description}{choices}",
        _WIDTH,
        initial_indent="# ",
        subsequent_indent="# ",
        break_on_hyphens=False,
    )


def _example(field: FieldShape, known: Mapping[str, str]) -> Any:
    """Return the example of a field; of a reference, to what the project has where it has one."""
    kind = field.role.removeprefix(REFERENCE)
    if not field.role.startswith(REFERENCE) or kind not in known:
        return field.example
    return [known[kind]] if field.shape.what == "list" else known[kind]
