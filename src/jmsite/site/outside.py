"""Where a project leads to other hosts: every address on the web and all places that name it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from jmsite.content.document import Document
from jmsite.content.hrefs import scheme_of
from jmsite.content.markdown import Link, links_in
from jmsite.content.passages import Body, inside
from jmsite.content.read import Content
from jmsite.findings import Location
from jmsite.model.fields import LINK, TEXT
from jmsite.model.settings import NavigationLink
from jmsite.site.link_check import place_of
from jmsite.site.project import Project
from jmsite.site.references import occurrences_in

Named = Iterator[tuple[str, Location]]


def outside_links(content: Content, project: Project) -> Mapping[str, tuple[Location, ...]]:
    """Return every address on the web that links lead to, with all places that name it, in order.

    Anchors are left out: they are for whoever shows a page.
    """
    found: dict[str, set[Location]] = defaultdict(set)
    for address, at in _named(content, project):
        whole = f"https:{address}" if address.startswith("//") else address
        if scheme_of(whole) in ("http", "https"):
            found[whole.strip().partition("#")[0]].add(at)
    return {address: tuple(sorted(places)) for address, places in found.items()}


def _named(content: Content, project: Project) -> Named:
    for document in content.documents:
        yield from _in_fields(document)
        text = document.data.get("body")
        if isinstance(text, str):
            in_file = document.source.path.endswith(".md") and not document.inline
            yield from _in_body(text, Body(document.source, document.body_start, in_file))
    home = content.home
    if home.source is not None:
        body = Body(home.source, home.body_start, has_own_lines=True)
        yield from _in_body(home.home.body, body)
    yield from _in_settings(project)


def _in_fields(document: Document) -> Named:
    for one in document.noted(occurrences_in):
        if one.path == ("body",) or one.role not in (LINK, TEXT):
            continue
        at = place_of(document, one)
        if one.role == LINK:
            yield one.value, at
        else:
            for link in _links(links_in(one.value)):
                yield link.href, inside(document.source, at, link.written)


def _in_body(text: str, body: Body) -> Named:
    for link in _links(links_in(text)):
        yield link.href, body.find(link.written, link.first_line, link.last_line)


def _in_settings(project: Project) -> Named:
    settings = project.settings
    yield settings.repository, project.at("repository")
    for name, owner in settings.owners.items():
        yield owner.link, project.at("owners", name, "link")
    for index, entry in enumerate(settings.navigation or ()):
        if isinstance(entry, NavigationLink):
            yield entry.link, project.at("navigation", index, "link")


def _links(links: Iterable[Link]) -> Iterator[Link]:
    return (link for link in links if not link.is_image)
