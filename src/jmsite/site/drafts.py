"""Drafts: what is kept out of the published site, and what goes with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from jmsite.content.document import Document
from jmsite.findings import Finding
from jmsite.model.ids import Ref
from jmsite.site.names import Names, key_or_value
from jmsite.site.references import Occurrence
from jmsite.site.remarks import draft_named, left_out


@dataclass(frozen=True)
class Drafts:
    """The things that are left out of the published site, with all that stands in them."""

    hidden: frozenset[Ref]

    def lost_with_channel(self, documents: Iterable[Document], names: Names) -> Iterator[Finding]:
        """Yield the touchpoints that are left out because their channel is a draft."""
        for document in documents if self.hidden else ():
            own = document.data.get("draft") is True or document.holder in self.hidden
            if not own and _on_draft_channel(document, names, self.hidden):
                yield left_out(
                    key_or_value(document, ("channel",)),
                    f"the channel “{document.data['channel']}” is a draft: "
                    "the published site leaves this touchpoint out with it",
                )

    def mention(self, document: Document, one: Occurrence, ref: Ref) -> Iterator[Finding]:
        """Yield the finding that something published refers to a draft."""
        if document.ref not in self.hidden:
            yield draft_named(key_or_value(document, one.path), ref)


def find_drafts(documents: Iterable[Document], names: Names, *, shown: bool) -> Drafts:
    """Return what is hidden: drafts, what stands in them, and touchpoints on draft channels."""
    if shown:
        return Drafts(frozenset())
    hidden: set[Ref] = set()
    documents = tuple(documents)
    for document in documents:
        if document.data.get("draft") is True or document.holder in hidden:
            hidden.add(document.ref)
    for document in documents:
        if _on_draft_channel(document, names, hidden) or document.holder in hidden:
            hidden.add(document.ref)
    inner = {ref for ref, named in names.things.items() if named.document.ref in hidden}
    return Drafts(frozenset(hidden | inner))


def _on_draft_channel(document: Document, names: Names, hidden: AbstractSet[Ref]) -> bool:
    channel = document.data.get("channel")
    if document.kind.name != "touchpoint" or not isinstance(channel, str):
        return False
    return names.resolve("channel", channel, "").ref in hidden
