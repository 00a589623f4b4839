"""Which documents have to be judged again though others changed: all that may see a difference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from jmsite.content.document import Document
from jmsite.model.ids import Ref
from jmsite.model.kinds import INNER_KINDS
from jmsite.site.drafts import Drafts
from jmsite.site.link_check import may_point
from jmsite.site.memory import Judgement, LinkState, same_face
from jmsite.site.names import aliases_in
from jmsite.site.references import inner_of, references_in
from jmsite.site.resolve import journey_of


def to_judge(before: LinkState, documents: Sequence[Document], drafts: Drafts) -> list[Document]:
    """Return the documents whose judgement of before may not hold any more, in their order.

    These are the ones that came, and those that had findings or lost a reference, that link or
    show files, that name what looks otherwise now, or whose journey does.
    """
    now = set(documents)
    gone = [document for document in before.documents if document not in now]
    come = [document for document in documents if document not in before.judgements]
    changed = _changed_faces(gone, come)
    refs = {*_refs_of(changed), *(before.drafts.hidden ^ drafts.hidden)}
    ids = frozenset(said for ref in refs for said in _ways_to_say(ref))
    journeys = _journeys_seen_otherwise(documents, changed, ids)
    return [
        document
        for document in documents
        if (judged := before.judgements.get(document)) is None
        or not document.noted(_names_said).isdisjoint(ids)
        or document.ref in refs
        or (journeys and journey_of(document) in journeys)
        or _is_doubtful(document, judged)
    ]


def _journeys_seen_otherwise(
    documents: Iterable[Document], changed: Iterable[Document], ids: frozenset[_Said]
) -> frozenset[str]:
    """Return the journeys that look otherwise to what stands in them: who takes them may differ."""
    named = (
        document.ref.id
        for document in documents
        if document.ref.kind == "journey" and not document.noted(_names_said).isdisjoint(ids)
    )
    own = (document.ref.id for document in changed if document.ref.kind == "journey")
    return frozenset((*named, *own))


def _is_doubtful(document: Document, judged: Judgement) -> bool:
    """Tell whether a judgement may hang on anything at all."""
    return (
        bool(judged.findings)
        or None in judged.resolved.changes.values()
        or document.noted(may_point)
    )


def _changed_faces(gone: Iterable[Document], come: Iterable[Document]) -> list[Document]:
    """Return the documents, old and new, that others see otherwise than before."""
    old, new = _by_name_and_file(gone), _by_name_and_file(come)
    return [
        document
        for name in old.keys() | new.keys()
        if not _same_faces(before := old[name], now := new[name])
        for document in (*before, *now)
    ]


def _same_faces(before: Sequence[Document], now: Sequence[Document]) -> bool:
    return len(before) == len(now) and all(map(same_face, before, now))


def _by_name_and_file(
    documents: Iterable[Document],
) -> defaultdict[tuple[Ref, str], list[Document]]:
    """Return documents by name and file; by mistake several may be called alike."""
    found: defaultdict[tuple[Ref, str], list[Document]] = defaultdict(list)
    for document in documents:
        found[document.ref, document.source.path].append(document)
    return found


def _refs_of(documents: Iterable[Document]) -> Iterable[Ref]:
    """Yield the names of what documents hold, those of before as well."""
    for document in documents:
        own = document.ref
        journey = own.journey or own.id
        yield from (own, *(Ref(own.kind, id_, own.journey) for id_ in aliases_in(document.data)))
        for inner in document.noted(inner_of):
            names = (inner.id, *aliases_in(inner.data))
            yield from (Ref(inner.kind, id_, journey) for id_ in names)


# An id, and the journey that it is said in; none where it is unique in the site, and ``*`` where
# it is said outside of the journey that it belongs to.
_Said = tuple[str, str]
_OUTSIDE = "*"


def _ways_to_say(ref: Ref) -> tuple[_Said, ...]:
    return ((ref.journey, ref.id), (_OUTSIDE, ref.id)) if ref.journey else (("", ref.id),)


def _names_said(document: Document) -> frozenset[_Said]:
    """Return what a document says in its references."""
    journey = journey_of(document) or _OUTSIDE
    said: set[_Said] = set()
    for one in document.noted(references_in):
        outer, slash, inner = str(one.value).rpartition("/")
        if slash:
            said |= {("", outer), (_OUTSIDE, inner)}
        else:
            said.add((journey if one.kind in INNER_KINDS else "", inner))
    return frozenset(said)


def tops_of(documents: Collection[Document]) -> frozenset[Ref]:
    """Return the outermost things that documents are about or stand in."""
    return frozenset(
        Ref("journey", document.ref.journey) if document.ref.journey else document.ref
        for document in documents
    )
