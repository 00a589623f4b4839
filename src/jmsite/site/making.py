"""Making the site of what was linked and put together, from nothing or from the one before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from jmsite.content.document import Document
from jmsite.content.read import Content
from jmsite.model.ids import Ref
from jmsite.model.kinds import KINDS
from jmsite.site.assemble import Assembled
from jmsite.site.chosen import by_living_ids
from jmsite.site.drafts import Drafts
from jmsite.site.memory import Ground, Judgement, Likeness
from jmsite.site.names import Names
from jmsite.site.places import SourcePlaces
from jmsite.site.project import Project
from jmsite.site.resolve import Resolved
from jmsite.site.site import Mention, Site
from jmsite.site.vocabulary import Vocabulary


@dataclass(frozen=True)
class Task:
    """What is to be linked."""

    content: Content
    project: Project
    vocabulary: Vocabulary
    today: date
    ground: Ground


def by_name(
    documents: Sequence[Document], judgements: Mapping[Document, Judgement]
) -> dict[Ref, Resolved]:
    """Return what the references of each thing come to; of two of one name the first counts."""
    found: dict[Ref, Resolved] = {}
    for document in documents:
        found.setdefault(document.ref, judgements[document].resolved)
    return found


def make_site(
    task: Task,
    names: Names,
    drafts: Drafts,
    resolved: Mapping[Ref, Resolved],
    assembled: Assembled,
) -> Site:
    """Return the site of all that was linked."""
    project = task.project
    return Site(
        settings=by_living_ids(project.settings, names),
        today=task.today,
        home=task.content.home.home,
        **_kinds(assembled),
        places=SourcePlaces(names.things, project.at, project.at_key),
        mentions=_mentions(resolved, drafts),
        incomplete=assembled.incomplete,
        incomplete_kinds=assembled.incomplete_kinds | task.content.unread_kinds,
        unread=(*assembled.unread, *task.content.unread),
        lost=_lost(resolved),
        hidden=drafts.hidden,
        renamed=names.aliases,
    )


def make_again(
    task: Task,
    like: Likeness,
    names: Names,
    judgements: Mapping[Document, Judgement],
    assembled: Assembled,
) -> Site:
    """Return the site with all that did not change as the same objects as before."""
    before, project, site = like.state, task.project, like.state.site
    pairs = [
        (before.judgements[old].resolved, judgements[new].resolved)
        for old, new in zip(like.gone, like.come, strict=True)
    ]
    settled = site.settings if project is before.project else by_living_ids(project.settings, names)
    same_mentions = all(old.mentions == new.mentions for old, new in pairs)
    same_lost = all(old.lost_fields == new.lost_fields for old, new in pairs)
    documents = () if same_mentions and same_lost else task.content.documents
    resolved = by_name(documents, judgements)
    return replace(
        site,
        settings=settled,
        today=task.today,
        home=task.content.home.home,
        **_kinds(assembled),
        places=SourcePlaces(names.things, project.at, project.at_key),
        mentions=site.mentions if same_mentions else _mentions(resolved, before.drafts),
        unread=(*assembled.unread, *task.content.unread),
        lost=site.lost if same_lost else _lost(resolved),
    )


def _kinds(assembled: Assembled) -> dict[str, Any]:
    """Return the things of each kind that is unique in the site."""
    kinds = (kind for kind in KINDS if not kind.parent)
    return {kind.plural: assembled.things.get(kind.name, _NO_THINGS) for kind in kinds}


_NO_THINGS: Mapping[str, Any] = {}


def _mentions(
    resolved: Mapping[Ref, Resolved], drafts: Drafts
) -> Mapping[Ref, tuple[Mention, ...]]:
    found: dict[Ref, dict[Mention, None]] = defaultdict(dict)
    for ref, each in resolved.items():
        if ref not in drafts.hidden:
            for target, mention in each.mentions:
                found[target][mention] = None
    return {ref: tuple(mentions) for ref, mentions in found.items()}


def _lost(resolved: Mapping[Ref, Resolved]) -> Mapping[Ref, frozenset[str]]:
    return {ref: fields for ref, each in resolved.items() if (fields := each.lost_fields)}
