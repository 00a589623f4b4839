"""Names that a document says and must be known: lanes, the language of a text, an owner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jmsite.content.document import Document
from jmsite.content.nodes import find
from jmsite.findings import Finding, Location
from jmsite.model.ids import is_id
from jmsite.model.journey import ALL_OTHER_LANES, Lane
from jmsite.site.known import check_lanes, check_language, check_owner
from jmsite.site.names import key_or_value
from jmsite.site.vocabulary import Vocabulary


def check_names(
    document: Document, vocabulary: Vocabulary, owners: Iterable[str]
) -> Iterator[Finding]:
    """Yield what a document names that is not known; ``owners`` are those of the settings."""
    if document.kind.name == "journey":
        yield from _lanes(document, vocabulary)
        yield from _language(document)
    yield from _owner(document, owners)


def _lanes(document: Document, vocabulary: Vocabulary) -> Iterator[Finding]:
    written = document.data.get("lanes")
    lanes = [_lane(each) for each in (written if isinstance(written, list) else [])]

    def at(*path: str | int) -> Location:
        node = find(document.node, ("lanes", *path)) if document.node else None
        return document.source.at(node.start, node.end) if node else document.opening

    yield from check_lanes(lanes, at, vocabulary)


def _lane(written: Any) -> Lane:
    """Return a lane, with another id for one that is told to be none."""
    said = written if isinstance(written, dict) else {}
    name, origin = str(said.get("id", ALL_OTHER_LANES)), str(said.get("from", ""))
    return Lane(id="own" if origin and not is_id(name) else name, from_=origin)


def _language(document: Document) -> Iterator[Finding]:
    language = document.data.get("language")
    if isinstance(language, str):
        yield from check_language(language, key_or_value(document, ("language",)))


def _owner(document: Document, owners: Iterable[str]) -> Iterator[Finding]:
    owner = document.data.get("owner")
    if isinstance(owner, str) and owner:
        yield from check_owner(owner, key_or_value(document, ("owner",)), owners)
