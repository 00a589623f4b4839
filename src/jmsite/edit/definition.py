"""Where a thing gets its id from: its file or folder, a key, a field, or its title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from jmsite.content.layout import INDEX, split_name
from jmsite.content.nodes import Mapping, Scalar, find
from jmsite.content.text import SourceText
from jmsite.edit.scalar_places import offset_of
from jmsite.edit.sources import Sources
from jmsite.model.fields import Fields
from jmsite.model.ids import Ref
from jmsite.model.kinds import BY_NAME
from jmsite.site.names import Named
from jmsite.site.references import INNER_TYPES


@dataclass(frozen=True)
class Definition:
    """What gives a thing its id, and where: the characters from ``start`` up to ``end``.

    ``node`` is the mapping of its fields, of the type ``struct``; None where it cannot be read.
    """

    by: Literal["file", "key", "id", "title"]
    source: SourceText
    start: int
    end: int
    node: Mapping | None
    struct: type[Fields]

    @property
    def path(self) -> str:
        """Return the file that the thing stands in."""
        return self.source.path


def definition_of(sources: Sources, ref: Ref) -> Definition:
    """Return where a thing of a project gets its id from; of a file it is the first line."""
    named = sources.names.things[ref]
    document = named.document
    source, struct = document.source, _type_of(ref)
    node = document.node if not named.path else None
    if named.path and document.node is not None:
        inner = find(document.node, named.path)
        node = inner if isinstance(inner, Mapping) else None
    if not named.path and document.subject.origin == "file":
        return Definition("file", source, 0, min(3, len(source.text)), node, struct)
    if not named.path and document.subject.origin == "entry":
        start = offset_of(source, document.opening)
        return Definition("key", source, start, start + document.opening.length, node, struct)
    return _inline(named, source, node, struct)


def moved_to(path: str, new: str) -> tuple[str, str]:
    """Return the file or folder that is called as the thing of a file, and where it goes.

    The number that orders it among its siblings stays.
    """
    old = path.removesuffix(f"/{INDEX}")
    folder, _, name = old.rpartition("/")
    ending = ".md" if old == path else ""
    number = name[: len(name) - len(split_name(name)[1])]
    return old, f"{folder}/{number}{new}{ending}"


def _inline(
    named: Named, source: SourceText, node: Mapping | None, struct: type[Fields]
) -> Definition:
    for field in ("id", "title"):
        scalar = find(node, (field,)) if node else None
        if isinstance(scalar, Scalar) and scalar.text.strip():
            by: Literal["id", "title"] = "id" if field == "id" else "title"
            return Definition(by, source, scalar.start, scalar.end, node, struct)
    start = offset_of(source, named.place)
    return Definition("title", source, start, start + named.place.length, node, struct)


def _type_of(ref: Ref) -> type[Fields]:
    inner = {kind: struct for struct, kind in INNER_TYPES.items()}
    return inner[ref.kind] if ref.kind in inner else BY_NAME[ref.kind].type
