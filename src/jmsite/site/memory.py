"""What linking found the last few times, to be used again where only some documents changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jmsite.content.document import Document
from jmsite.content.documents import CHILDREN
from jmsite.content.home import HomeText
from jmsite.content.layout import Layout
from jmsite.content.markdown import anchors_in
from jmsite.findings import Finding
from jmsite.site.assemble import Assembled
from jmsite.site.drafts import Drafts
from jmsite.site.link_check import LinkChecked
from jmsite.site.names import Names
from jmsite.site.project import Project
from jmsite.site.references import inner_of
from jmsite.site.resolve import Resolved
from jmsite.site.site import Site
from jmsite.site.vocabulary import Vocabulary

# What breaks is mended: the state before is as likely to come next as the last one.
_STATES = 3


@dataclass(frozen=True)
class Ground:
    """What linking a document hangs on beside the documents themselves."""

    layout: Layout
    home: HomeText
    unread_kinds: frozenset[str]
    vocabulary: Vocabulary
    owners: Mapping[str, Any]
    drafts: bool

    def same(self, other: Ground) -> bool:
        """Tell whether a document is linked alike on both."""
        return (
            self.layout is other.layout
            and self.unread_kinds == other.unread_kinds
            and self.near(other)
            and _same_anchors(self.home.home.body, other.home.home.body)
        )

    def near(self, other: Ground) -> bool:
        """Tell whether a document without findings, links and pictures is linked alike on both."""
        return (self.vocabulary, self.owners.keys(), self.drafts) == (
            *(other.vocabulary, other.owners.keys(), other.drafts),
        )


@dataclass(frozen=True)
class Judgement:
    """What linking one document came to."""

    resolved: Resolved
    links: LinkChecked

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what is wrong with the references and links of the document."""
        return (*self.resolved.findings, *self.links.findings)


@dataclass(frozen=True)
class LinkState:
    """Everything that linking worked out once.

    ``loud`` are the documents whose judgement holds findings, ``showing`` those that show files.
    ``told`` are the findings that are about several documents: names that are taken, and what
    things say of each other.
    """

    ground: Ground
    documents: tuple[Document, ...]
    project: Project
    names: Names
    drafts: Drafts
    judgements: Mapping[Document, Judgement]
    loud: frozenset[Document]
    showing: frozenset[Document]
    told: tuple[Finding, ...]
    assembled: Assembled
    site: Site


class LinkMemory:
    """The last states of one project; it begins with none."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._states: list[LinkState] = []

    def keep(self, state: LinkState) -> None:
        """Remember a state, and forget the oldest."""
        self._states = [state, *self._states][:_STATES]

    def like(self, ground: Ground, documents: Sequence[Document]) -> Iterator[Likeness]:
        """Yield the states that differ in nothing that other documents can see, the last first.

        A state that has findings about several documents is none of them: their places may have
        changed.
        """
        for state in self._states:
            if not state.told and state.ground.same(ground):
                found = _compared(state, documents)
                if found is not None:
                    yield found

    def near(self, ground: Ground) -> LinkState | None:
        """Return the last state whose judgements may hold for documents that did not change."""
        return next((state for state in self._states if state.ground.near(ground)), None)


@dataclass(frozen=True)
class Likeness:
    """A state of before, and the documents that stand in the place of others now, in order."""

    state: LinkState
    gone: tuple[Document, ...]
    come: tuple[Document, ...]


def _compared(state: LinkState, documents: Sequence[Document]) -> Likeness | None:
    if len(state.documents) != len(documents):
        return None
    pairs = zip(state.documents, documents, strict=True)
    changed = [(old, new) for old, new in pairs if old is not new]
    if not all(same_face(old, new) for old, new in changed):
        return None
    # A draft channel hides what stands on it.
    hides_channels = any(ref.kind == "channel" for ref in state.drafts.hidden)
    if hides_channels and any(_channel(old) != _channel(new) for old, new in changed):
        return None
    return Likeness(state, tuple(old for old, _ in changed), tuple(new for _, new in changed))


def _channel(document: Document) -> object:
    return document.data.get("channel")


def same_face(old: Document, new: Document) -> bool:
    """Tell whether other documents can see no difference between two versions of one."""
    return old.noted(_face) == new.noted(_face) and _same_anchors(_body(old), _body(new))


def _body(document: Document) -> str:
    return str(document.data.get("body", ""))


def _same_anchors(old: str, new: str) -> bool:
    """Tell whether a link can lead to the same places in two bodies."""
    return old == new or anchors_in(old) == anchors_in(new)


# What others read of a journey: its parents, the one it is compared with, who takes it.
_OF_JOURNEYS = ("personas", "parent", "compare_with", "state")


def _face(document: Document) -> tuple[object, ...]:
    """Return all that linking other documents may read of a document."""
    data, kind = document.data, document.ref.kind
    read = ("aliases", *(_OF_JOURNEYS if kind == "journey" else ()))
    return (
        *(document.ref, document.holder, document.subject.origin, document.source.path),
        *(document.thing is None, document.node is None),
        data.get("draft") is True,
        CHILDREN.get(kind, ("", ""))[0] in data,
        tuple(data.get(key) for key in read),
        tuple((inner.kind, inner.id, inner.path, inner.data.get("aliases"))
              for inner in document.noted(inner_of)),
    )  # fmt: skip
