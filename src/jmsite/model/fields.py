"""The vocabulary that the types of the content format are written in.

Each field of a kind is annotated once with what people and programs need to know of it: its
title, its meaning, an example and the part it plays (``role``). Schema, reference pages,
scaffolds, the linker and the check for unknown keys all read these annotations.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar

from msgspec import Meta, Struct, field

from jmsite.model.ids import ID_PATTERN

# The parts a text can play. A role that begins with REFERENCE names the kind referred to.
ID = "id"
LINK = "link"
FILE = "file"  # a picture: a path beside the file, or in static/
ICON = "icon"  # a name of the icons that come along, or a path
SERIES = "series"  # a path from data/
TEXT = "text"
WORD = "word"  # a name, not prose: no Markdown in it
REFERENCE = "reference:"
GOAL_OR_TEXT = "goal-or-text"

# The key that holds an author's own keys on their way to the types: no author can write it, since
# whatever begins with x- is one of the keys that it holds.
OWN_KEYS = "x-*"


def says(title: str, description: str, example: object, role: str = TEXT) -> Meta:
    """Return what a schema tells of a field; ``role`` is the part that its text plays."""
    return Meta(title=title, description=description, examples=[example], extra={"role": role})


def refers_to(kind: str) -> str:
    """Return the role of a field that holds ids of ``kind``."""
    return REFERENCE + kind


Id = Annotated[str, Meta(pattern=ID_PATTERN)]
Ids = tuple[Id, ...]
Score = Annotated[float, Meta(ge=-2, le=2)]
# The limit keeps every figure of a KPI one that can be drawn and reckoned with exactly.
Figure = Annotated[float, Meta(ge=-1e15, le=1e15)]
Level = Annotated[int, Meta(ge=1, le=5)]
Texts = tuple[str, ...]


class Fields(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every mapping of the format may hold: keys of the author's own.

    ``shorthand`` names the field that a plain text stands for, where a text may stand for the
    whole mapping.
    """

    shorthand: ClassVar[str] = ""

    extras: Annotated[
        dict[str, Any],
        says("Own keys", "Keys that begin with `x-` are free; they reach the templates.", {}),
    ] = field(default_factory=dict, name=OWN_KEYS)


class Thing(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The fields that every kind has."""

    id: Annotated[
        Id,
        says(
            "Id",
            "The name by which others refer to it. In a file it is the file's name, in a "
            "collection the key; inline it comes from the title unless it is given.",
            "web-shop",
            ID,
        ),
    ] = ""
    title: Annotated[str, says("Title", "What it is called on every page.", "Web shop")]
    summary: Annotated[
        str, says("Summary", "One or two sentences that say what it is.", "Where most people buy.")
    ] = ""
    owner: Annotated[
        str,
        says("Owner", "The person or team that answers for it.", "Customer experience", WORD),
    ] = ""
    tags: Annotated[Texts | None, says("Tags", "Words to group it by.", ["repair"], WORD)] = None
    evidence: Annotated[
        Texts | None,
        says(
            "Evidence",
            "Ids of the sources that back what is said here; an empty list says that there "
            "are none.",
            ["survey-2026"],
            refers_to("source"),
        ),
    ] = None
    reviewed: Annotated[
        date | None,
        says("Reviewed", "The day on which someone last looked whether it is true.", "2026-05-04"),
    ] = None
    draft: Annotated[bool, says("Draft", "True keeps it out of the published site.", True)] = False
    aliases: Annotated[
        Ids | None,
        says("Aliases", "Ids that it had before; their addresses lead here.", ["shop"], ID),
    ] = None
    body: Annotated[
        str,
        says(
            "Body",
            "Markdown, for what is written inline or in a collection; a file's body follows "
            "its front matter.",
            "More about it, in **Markdown**.",
        ),
    ] = ""
