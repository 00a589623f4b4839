"""Linking: from documents to the site, in which every reference leads somewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Any

from jmsite.content.document import Document
from jmsite.content.read import Content
from jmsite.findings import Finding
from jmsite.model.ids import Ref
from jmsite.site.aims import check_aims
from jmsite.site.anchors import Anchors
from jmsite.site.assemble import assemble, assemble_again
from jmsite.site.chosen import check_chosen
from jmsite.site.drafts import Drafts, find_drafts
from jmsite.site.known import check_known
from jmsite.site.link_check import LinkCheck
from jmsite.site.making import Task, by_name, make_again, make_site
from jmsite.site.memory import Ground, Judgement, Likeness, LinkMemory, LinkState
from jmsite.site.names import Names, collect_names
from jmsite.site.project import Project
from jmsite.site.relations import check_relations
from jmsite.site.resolve import Resolved, resolve_document
from jmsite.site.reuse import to_judge, tops_of
from jmsite.site.site import Site
from jmsite.site.targets import Targets
from jmsite.site.versions import check_versions
from jmsite.site.vocabulary import Vocabulary


@dataclass(frozen=True)
class Linked:
    """The site, without what is wrong, and everything that is wrong with its links."""

    site: Site
    findings: tuple[Finding, ...]


def link(
    content: Content,
    project: Project,
    vocabulary: Vocabulary,
    today: date,
    *,
    drafts: bool,
    memory: LinkMemory | None = None,
) -> Linked:
    """Return the site that the documents of a project make.

    ``drafts`` tells whether drafts are shown. What is wrong is left out of the site and said in
    the findings. With a ``memory`` only what changed is linked again; the result is the same.
    """
    memory = memory or LinkMemory()
    ground = Ground(
        *(content.layout, content.home, content.unread_kinds),
        *(vocabulary, project.settings.owners, drafts),
    )
    task = Task(content, project, vocabulary, today, ground)
    likes = tuple(memory.like(ground, content.documents))
    state = _linked_again(task, likes) if likes else _linked(task, memory.near(ground))
    memory.keep(state)
    return Linked(state.site, (*state.told, *_findings(task, state)))


def _linked(task: Task, before: LinkState | None) -> LinkState:
    """Link everything; what is sure to be as ``before`` is taken from there."""
    documents = task.content.documents
    names, taken = collect_names(documents, task.content.unread_kinds)
    drafts = find_drafts(documents, names, shown=task.ground.drafts)
    again = to_judge(before, documents, drafts) if before else documents
    judged = _judged(task, names, drafts, again)
    old = before.judgements if before else {}
    judgements = {document: judged.get(document) or old[document] for document in documents}
    resolved = by_name(documents, judgements)
    assembled = assemble(documents, resolved, drafts.hidden, _kept(before, documents, again))
    is_told = before is None or before.told or taken
    return LinkState(
        *(task.ground, documents, task.project, names, drafts, judgements),
        loud=_loud(judgements),
        showing=_showing(judgements),
        told=(*taken, *check_relations(documents if is_told else again, names, documents)),
        assembled=assembled,
        site=make_site(task, names, drafts, resolved, assembled),
    )


def _kept(
    before: LinkState | None, documents: Sequence[Document], again: Sequence[Document]
) -> dict[str, dict[str, Any]]:
    """Return the things of before that hold no document that went or is judged again."""
    if before is None:
        return {}
    gone = set(before.documents).difference(documents)
    touched = tops_of((*again, *gone))
    return {
        kind: {id_: thing for id_, thing in things.items() if Ref(kind, id_) not in touched}
        for kind, things in before.assembled.things.items()
    }


def _linked_again(task: Task, likes: Sequence[Likeness]) -> LinkState:
    """Link what changed since one of some states, where nothing that others can see of it did.

    Best is a state in which the same things were right; what breaks is mended soon after.
    """
    for like in likes:
        state, resolved = _judged_again(task, like)
        before, hidden = like.state, state.drafts.hidden
        assembled = assemble_again(before.assembled, like.come, resolved, hidden)
        if assembled is not None:
            site = make_again(task, like, state.names, state.judgements, assembled)
            return replace(state, assembled=assembled, site=site)
    return _put_together(task, likes[0])


def _judged_again(task: Task, like: Likeness) -> tuple[LinkState, Mapping[Ref, Resolved]]:
    """Return a state of before with what came judged, and not yet put together.

    What has findings is judged again as well: they may name a place in a document that changed.
    """
    before = like.state
    names = before.names.with_documents(like.come)
    again = dict.fromkeys((*like.come, *before.loud.difference(like.gone)))
    judged = _judged(task, names, before.drafts, tuple(again))
    judgements = {**before.judgements, **judged}
    for document in like.gone:
        del judgements[document]
    state = replace(
        before,
        documents=task.content.documents,
        project=task.project,
        names=names,
        judgements=judgements,
        loud=_loud(judged),
        showing=before.showing.difference(like.gone) | _showing(judged),
        told=tuple(check_relations(like.come, names, ())),
    )
    return state, by_name(like.come, judged)


def _put_together(task: Task, like: Likeness) -> LinkState:
    """Link what changed, and put all things together: some that were right came to be wrong."""
    state, _ = _judged_again(task, like)
    documents = state.documents
    resolved = by_name(documents, state.judgements)
    kept = _kept(like.state, documents, like.come)
    assembled = assemble(documents, resolved, state.drafts.hidden, kept)
    site = make_site(task, state.names, state.drafts, resolved, assembled)
    return replace(state, assembled=assembled, site=site)


def _checker(task: Task, names: Names, drafts: Drafts) -> LinkCheck:
    targets = Targets(task.content.layout, Anchors(task.content, names), drafts)
    return LinkCheck(task.content, task.project, task.vocabulary, targets)


def _judged(
    task: Task, names: Names, drafts: Drafts, documents: Sequence[Document]
) -> dict[Document, Judgement]:
    checker = _checker(task, names, drafts)
    return {
        document: Judgement(resolve_document(document, names, drafts), checker.document(document))
        for document in documents
    }


def _loud(judgements: Mapping[Document, Judgement]) -> frozenset[Document]:
    return frozenset(document for document, judged in judgements.items() if judged.findings)


def _showing(judgements: Mapping[Document, Judgement]) -> frozenset[Document]:
    return frozenset(document for document, judged in judgements.items() if judged.links.shown)


def _findings(task: Task, state: LinkState) -> tuple[Finding, ...]:
    """Return what is wrong beside what is ``told``."""
    judgements = state.judgements
    loud = (d for d in state.documents if d in state.loud) if state.loud else ()
    shown = (judgements[document].links.shown for document in state.showing)
    return tuple(
        chain(
            *(judgements[document].findings for document in loud),
            state.drafts.lost_with_channel(state.documents, state.names),
            check_aims(task.content.kpis),
            _checker(task, state.names, state.drafts).rest(frozenset().union(*shown)),
            check_chosen(task.project, state.names, state.drafts),
            check_known(task.project, task.vocabulary),
            check_versions(task.project, task.content.layout.static),
        )
    )
