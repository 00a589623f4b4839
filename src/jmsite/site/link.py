"""Linking: from documents to the site, in which every reference leads somewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from jmsite.content.read import Content
from jmsite.findings import Finding
from jmsite.model.ids import Ref
from jmsite.site.aims import check_aims
from jmsite.site.assemble import assemble
from jmsite.site.chosen import by_living_ids, check_chosen
from jmsite.site.drafts import Drafts, find_drafts
from jmsite.site.known import check_known
from jmsite.site.link_check import check_links
from jmsite.site.names import Names, collect_names
from jmsite.site.places import SourcePlaces
from jmsite.site.project import Project
from jmsite.site.relations import check_relations
from jmsite.site.resolve import Resolved, resolve_document
from jmsite.site.site import Mention, Site
from jmsite.site.vocabulary import Vocabulary


@dataclass(frozen=True)
class Linked:
    """The site, without what is wrong, and everything that is wrong with its links."""

    site: Site
    findings: tuple[Finding, ...]


def link(
    content: Content, project: Project, vocabulary: Vocabulary, today: date, *, drafts: bool
) -> Linked:
    """Return the site that the documents of a project make.

    ``drafts`` tells whether drafts are shown. What is wrong is left out of the site and said in
    the findings.
    """
    names, name_findings = collect_names(content.documents, content.unread_kinds)
    hidden = find_drafts(content.documents, names, shown=drafts)
    resolutions = [resolve_document(d, names, hidden) for d in content.documents]
    resolved: dict[Ref, Resolved] = {}
    for document, resolution in zip(content.documents, resolutions, strict=True):
        resolved.setdefault(document.ref, resolution)
    site = _site(content, project, names, hidden, resolved, today)
    return Linked(
        site,
        tuple(
            chain(
                name_findings,
                *(resolution.findings for resolution in resolutions),
                hidden.lost_with_channel(content.documents, names),
                check_relations(content.documents, names),
                check_aims(content.documents),
                check_links(content, project, names, hidden, vocabulary),
                check_chosen(project, names, hidden),
                check_known(project, vocabulary),
            )
        ),
    )


def _site(
    content: Content,
    project: Project,
    names: Names,
    drafts: Drafts,
    resolved: Mapping[Ref, Resolved],
    today: date,
) -> Site:
    assembled = assemble(content.documents, resolved, drafts.hidden)
    return Site(
        settings=by_living_ids(project.settings, names),
        today=today,
        home=content.home.home,
        journeys=assembled.things.get("journey", {}),
        personas=assembled.things.get("persona", {}),
        channels=assembled.things.get("channel", {}),
        goals=assembled.things.get("goal", {}),
        kpis=assembled.things.get("kpi", {}),
        sources=assembled.things.get("source", {}),
        opportunities=assembled.things.get("opportunity", {}),
        pages=assembled.things.get("page", {}),
        places=SourcePlaces(names.things, project.at, project.at_key),
        mentions=_mentions(resolved, drafts),
        incomplete=assembled.incomplete,
        incomplete_kinds=assembled.incomplete_kinds | content.unread_kinds,
        lost={ref: each.lost_fields for ref, each in resolved.items() if each.lost_fields},
    )


def _mentions(
    resolved: Mapping[Ref, Resolved], drafts: Drafts
) -> Mapping[Ref, tuple[Mention, ...]]:
    found: dict[Ref, dict[Mention, None]] = defaultdict(dict)
    for ref, each in resolved.items():
        if ref not in drafts.hidden:
            for target, mention in each.mentions:
                found[target][mention] = None
    return {ref: tuple(mentions) for ref, mentions in found.items()}
