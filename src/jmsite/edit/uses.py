"""Where a project names its things: in references, in settings, in links and in waivers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from jmsite.content.document import Document
from jmsite.content.nodes import Scalar, find, find_key
from jmsite.content.text import SourceText
from jmsite.edit.definition import definition_of
from jmsite.edit.links import links_of
from jmsite.edit.scalar_places import words_in
from jmsite.edit.sources import Sources
from jmsite.edit.waivers import waivers_of
from jmsite.model.ids import Ref
from jmsite.model.kinds import BY_PLURAL
from jmsite.site.chosen import OTHER_PARTS
from jmsite.site.places import SETTINGS
from jmsite.site.references import Path, occurrences
from jmsite.site.resolve import journey_of

# What an entry of the navigation means before it is the id of a page.
PARTS_OF_NAVIGATION = frozenset((*BY_PLURAL, *OTHER_PARTS))


class Reference(NamedTuple):
    """An id that stands in a field or a setting: what kind it is of, and where it is written.

    ``journey`` is the one that it is written in, or empty; ``by`` the thing that names it.
    """

    source: SourceText
    scalar: Scalar
    kind: str
    journey: str
    by: Ref
    field: str

    @property
    def text(self) -> str:
        """Return the id as it is written."""
        return self.scalar.text.strip()


class Use(NamedTuple):
    """A place that names a thing: the characters of a file from ``start`` up to ``end``.

    ``by`` is the thing in whose source it stands; of ``jmsite.yml`` it is SETTINGS, of the home
    page an empty name. ``field`` is the field, empty in a body. ``definition`` tells that the
    place does not refer to the thing but gives it its id.
    """

    path: str
    start: int
    end: int
    by: Ref
    field: str = ""
    definition: bool = False


def find_uses(sources: Sources, ref: Ref) -> tuple[Use, ...]:
    """Return every place that names a thing, its own definition first, then in the order of files.

    The definition of a thing with a file of its own is the beginning of that file. References by
    an old id are among the uses, as are links to the file of the thing or to a place in it.
    """
    definition = definition_of(sources, ref)
    found = chain(
        _in_references(sources, ref),
        (Use(link.source.path, link.start, link.end, link.by, link.field)
         for link in links_of(sources, lambda aim: aim.thing == ref)),
        (Use(waiver.source.path, waiver.start, waiver.end, SETTINGS, "checklist")
         for waiver in waivers_of(sources) if waiver.refs == (ref,)),
    )  # fmt: skip
    start = (Use(definition.path, definition.start, definition.end, ref, definition=True),)
    return (*start, *sorted(dict.fromkeys(found)))


def references_of(sources: Sources) -> Iterator[Reference]:
    """Yield every id that fields and settings of a project hold."""
    for document in sources.content.documents:
        for one in occurrences(document.data, document.kind.type):
            scalar = _written(document, one.path) if one.kind else None
            if scalar is not None:
                journey, field = journey_of(document), str(one.path[0])
                yield Reference(
                    document.source, scalar, one.kind, journey, document.ref, field
                )  # fmt: skip
    yield from _in_settings(sources)


def _written(document: Document, path: Path) -> Scalar | None:
    """Return the value that refers to something; the key where the key does."""
    if document.node is None:
        return None
    node = find(document.node, path)
    if not isinstance(node, Scalar) or path[-2:-1] == ("emotion",):
        node = find_key(document.node, path)
    return node


def _in_settings(sources: Sources) -> Iterator[Reference]:
    settings, project = sources.project.settings, sources.project
    pairs = [(("compare", pair, n), "journey") for pair in range(len(settings.compare))
             for n in range(2)]  # fmt: skip
    pages = [(("navigation", index), "page") for index, entry in
             enumerate(settings.navigation or ())
             if isinstance(entry, str) and entry not in PARTS_OF_NAVIGATION]  # fmt: skip
    for path, kind in (*pairs, *pages):
        scalar = find(project.node, path)
        if isinstance(scalar, Scalar):
            yield Reference(project.source, scalar, kind, "", SETTINGS, str(path[0]))


def _in_references(sources: Sources, ref: Ref) -> Iterator[Use]:
    for one in references_of(sources):
        found = sources.names.resolve(one.kind, one.text, one.journey).ref
        if found is None:
            continue
        start, end = words_in(one.source, one.scalar)
        holder, slash, _ = one.text.partition("/")
        inner = start + len(holder) + len(slash) if slash else start
        if found == ref:
            yield Use(one.source.path, inner, end, one.by, one.field)
        elif slash and sources.names.resolve("journey", holder, "").ref == ref:
            yield Use(one.source.path, start, inner - 1, one.by, one.field)
