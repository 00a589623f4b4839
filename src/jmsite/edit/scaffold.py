"""A new file of a kind, with its fields in order and what each asks for: made from the types."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from jmsite.content.expectations import word
from jmsite.edit.prompts import Prompts
from jmsite.edit.scalars import scalar
from jmsite.model.fields import GOAL_OR_TEXT, REFERENCE
from jmsite.model.kinds import Kind
from jmsite.model.shape import FieldShape, fields_of

_WIDTH = 96
# What a file says by its name and by what follows its front matter.
_SAID_ELSEWHERE = ("id", "body")
# What stands in folders and files of its own as a rule.
_BETTER_APART = {"journey": ("phases",), "phase": ("touchpoints",)}

# The ids of a project that a reference may name, by kind.
Known = Mapping[str, Sequence[str]]


def scaffold(kind: Kind, given: Mapping[str, str], prompts: Prompts, known: Known) -> str:
    """Return the file of a new thing: what is known of it, and empty fields to fill in.

    ``given`` holds values of fields, the title among them; a required field without one gets
    its example. An empty field counts as absent, so the file is right as it is. Fields of which
    the language has nothing to say are named in one line at the top.
    """
    hidden = (*_SAID_ELSEWHERE, *_BETTER_APART.get(kind.name, ()))
    fields = [f for f in fields_of(kind.type).values() if f.key not in hidden]
    shown = [f for f in fields if f.required or f.key in given or prompts.of(kind.name, f.key)]
    rest = ", ".join(f.key for f in fields if f not in shown)
    lines = [line for f in shown for line in _field(kind, f, given, prompts, known)]
    more = comment(prompts("more", fields=rest)) if rest else []
    # These stand at the top, where no field that somebody adds behind the others takes them along.
    notes = [*more, *comment(prompts("below"))]
    return "\n".join(["---", *notes, "", *lines, "---", ""])


def comment(text: str) -> list[str]:
    """Return a text as lines of comment."""
    return textwrap.wrap(
        text, _WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False
    )


def _field(
    kind: Kind, field: FieldShape, given: Mapping[str, str], prompts: Prompts, known: Known
) -> Iterator[str]:
    if prompt := prompts.of(kind.name, field.key):
        yield from comment(_with_choices(prompt, _choices(field, known)))
    value = given.get(field.key) or (str(field.example) if field.required else "")
    yield f"{field.key}: {scalar(value)}" if value else f"{field.key}:"


def _choices(field: FieldShape, known: Known) -> Sequence[str]:
    """Return what a field takes, where that is one of a few words or of the project's ids."""
    if field.shape.what == "choice":
        return [word(choice) for choice in field.shape.choices]
    if field.role == GOAL_OR_TEXT:
        return known.get("goal", ())
    return known.get(field.role.removeprefix(REFERENCE), ())


def _with_choices(prompt: str, choices: Sequence[str]) -> str:
    """Return what a field asks for with what it takes in brackets, as much as fits on the line."""
    room = _WIDTH - len("# ") - len(prompt) - len(" ()")
    named = ", ".join(choices)
    if len(named) > room:
        named = f"{named[: max(0, room - 1)].rpartition(', ')[0]}, …".removeprefix(", ")
    return f"{prompt} ({named})" if choices else prompt
