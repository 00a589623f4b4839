"""An open file: its text, what it is about and where its YAML stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from jmsite.content.layout import HOME, Place, read_layout
from jmsite.content.markdown import plain
from jmsite.content.schema import Schema, all_schemas
from jmsite.content.text import SourceText
from jmsite.files.tree import DEFAULT_CONFIGURATION
from jmsite.lsp.cursor import Cursor, find_cursor
from jmsite.lsp.fields import Spot, spot_at
from jmsite.lsp.lines import read_outline
from jmsite.lsp.outline import Outline, Path, unquoted
from jmsite.model.fields import Fields
from jmsite.model.ids import Ref, id_from_title
from jmsite.model.kinds import KINDS
from jmsite.model.page import Home
from jmsite.model.settings import Settings
from jmsite.model.shape import FieldShape, Shape, fields_of
from jmsite.site.references import INNER_TYPES

_OPENING = re.compile(r"---[ \t]*(?=\r\n|\n|\r|\Z)")
_CLOSING = re.compile(r"(?:\r\n|\n|\r)---[ \t]*(?=\r\n|\n|\r|\Z)")


@dataclass(frozen=True)
class OpenFile:
    """A file of a project that the format knows, as its editor holds it.

    ``place`` is None for the settings and the home page. ``schema`` is the name of its schema and
    ``shape`` what the whole of its YAML may be.
    """

    source: SourceText
    place: Place | None
    schema: str
    shape: Shape

    @cached_property
    def bounds(self) -> tuple[int, int]:
        """Return where the YAML begins and ends: up to the end of the text if nothing closes it."""
        text = self.source.text
        if not self.source.path.endswith(".md"):
            return 0, len(text)
        opening = _OPENING.match(text)
        if opening is None:
            return 0, 0
        closing = _CLOSING.search(text, opening.end())
        return opening.end(), closing.start() if closing else len(text)

    @cached_property
    def outline(self) -> Outline:
        """Return the outline of the YAML."""
        return read_outline(self.source, *self.bounds)

    def cursor(self, offset: int) -> Cursor | None:
        """Return where a place of the text is in the YAML, or None where it is outside."""
        start, end = self.bounds
        first = start + self.source.path.endswith(".md")  # behind the line of hyphens
        return find_cursor(self.outline, self.source, offset) if first <= offset <= end else None

    def spot(self, path: Path) -> Spot:
        """Return what may stand at a path of the YAML."""
        return spot_at(self.shape, path)

    def fields(self, path: Path) -> tuple[FieldShape, ...]:
        """Return the fields of the mapping at a path, in the order of the format."""
        struct = self.spot(path).mapping
        every = fields_of(struct).values() if struct else ()
        if len(path) != int(self.is_collection):
            return tuple(every)
        # The id of a file is its name, and its body what follows.
        schema = _schemas()[self.schema]
        allowed = schema.get("properties") or schema["additionalProperties"]["properties"]
        return tuple(field for field in every if field.key in allowed)

    @property
    def journey(self) -> str:
        """Return the id of the journey that the file belongs to, or ""."""
        ref = self.place.ref if self.place else None
        return "" if ref is None else ref.id if ref.kind == "journey" else ref.journey

    @property
    def is_collection(self) -> bool:
        """Tell whether the file holds many things of a kind, by id."""
        return self.place is not None and self.place.collection

    def thing_at(self, path: Path) -> Ref | None:
        """Return the thing that the mapping at a path is, or None where it is none."""
        if self.place is None:
            return None
        if self.is_collection:
            return Ref(self.place.ref.kind, str(path[0])) if len(path) == 1 else None
        if not path:
            return self.place.ref
        kind = _KIND_OF.get(self.spot(path).mapping or Home)
        id_ = self.words_at((*path, "id"))
        id_ = id_ or id_from_title(plain(self.words_at((*path, "title"))))
        return Ref(kind, id_, self.journey) if kind and id_ else None

    def phase_of(self, path: Path) -> str:
        """Return the id of the phase that a path of the file lies in, or ""."""
        held = [self.place.ref, self.place.holder] if self.place else []
        inline = self.thing_at(path[:2]) if len(path) > 1 else None
        refs = [ref for ref in (*held, inline) if ref and ref.kind == "phase"]
        return refs[0].id if refs else ""

    def words_at(self, path: Path) -> str:
        """Return the value at a path as it is written in its line; "" where there is none."""
        entry = self.outline.at(path)
        return unquoted(self.source.text[entry.value : entry.value_end]) if entry else ""


# What is written inside a file and can be referred to.
_KIND_OF: Mapping[type[Fields], str] = {
    **{kind.type: kind.name for kind in KINDS if kind.parent},
    **INNER_TYPES,
}


@cache
def _schemas() -> Mapping[str, Schema]:
    return all_schemas()


def read_open_file(path: str, text: str) -> OpenFile | None:
    """Return what a file of a project is to the format, or None where it means nothing."""
    source = SourceText(path, text)
    if path == DEFAULT_CONFIGURATION:
        return OpenFile(source, None, "jmsite", Shape("object", type=Settings))
    if path == HOME:
        return OpenFile(source, None, "home", Shape("object", type=Home))
    place = next(iter(read_layout([path]).places), None)
    if place is None:
        return None
    whole = Shape("object", type=place.kind.type)
    if place.collection:
        return OpenFile(source, place, place.kind.plural, Shape("mapping", item=whole))
    return OpenFile(source, place, place.kind.name, whole)
