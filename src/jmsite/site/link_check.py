"""Links and pictures in sources: whether each leads to something that is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import chain

from jmsite import forms
from jmsite.content.document import Document
from jmsite.content.markdown import Link, links_in, raw_html_in, refused_in
from jmsite.content.nodes import Scalar, find
from jmsite.content.passages import Body, inside
from jmsite.content.read import Content
from jmsite.findings import Finding, Location, Severity
from jmsite.model.fields import FILE, ICON, LINK, TEXT
from jmsite.site.document_names import check_names
from jmsite.site.link_faults import unknown_icon
from jmsite.site.project import Project
from jmsite.site.references import Occurrence, occurrences_in
from jmsite.site.settings_links import check_settings
from jmsite.site.targets import Targets
from jmsite.site.vocabulary import Vocabulary

# Without one of these a text can neither link nor show a picture, nor hold HTML.
_MARKS = re.compile(r"[\[\]<]")
# How a link without an address is written.
_EMPTY = "]()"


@dataclass(frozen=True)
class LinkChecked:
    """What is wrong with the links of one document, and the files beside content that it shows."""

    findings: tuple[Finding, ...]
    shown: frozenset[str]


def _pointing(document: Document) -> tuple[Occurrence, ...]:
    """Return the texts of a document's fields that may lead somewhere."""
    return tuple(
        one
        for one in document.noted(occurrences_in)
        if one.path != ("body",)
        and (one.role in (LINK, FILE, ICON) or (one.role == TEXT and _MARKS.search(one.value)))
    )


def may_point(document: Document) -> bool:
    """Tell whether a document may link to a file, show one, or name an icon."""
    body = document.data.get("body")
    in_body = isinstance(body, str) and _MARKS.search(body) is not None
    return in_body or bool(document.noted(_pointing))


def _every_link(text: str) -> tuple[Link, ...]:
    """Return the links and pictures of a text, then those that no page makes one of."""
    return links_in(text) + refused_in(text)


def _body_links(document: Document) -> tuple[Link, ...]:
    return _every_link(document.data["body"])


def _body_html(document: Document) -> tuple[tuple[int, str], ...]:
    return raw_html_in(document.data["body"])


def _raw_html(pieces: Iterable[tuple[int, str]], body: Body) -> Iterator[Finding]:
    for line, words in pieces:
        yield forms.RAW_HTML.at(
            body.find(words, line, line + 1),
            f"the HTML “{words[:40]}” is shown as text",
            "write Markdown",
        )


def _in_prose(found: Finding | str) -> Finding | str:
    """Return a finding as it weighs in a body, where a link with another scheme is a text."""
    if isinstance(found, Finding) and found.code == forms.BAD_LINK.code:
        return replace(found, severity=Severity.INFO)
    return found


def _told_apart(found: Iterable[Finding | str]) -> LinkChecked:
    findings, shown = [], set()
    for each in found:
        if isinstance(each, Finding):
            findings.append(each)
        else:
            shown.add(each)
    return LinkChecked(tuple(findings), frozenset(shown))


@dataclass(frozen=True)
class LinkCheck:
    """Tells of every link, picture and icon that leads nowhere, and of files that nothing shows."""

    content: Content
    project: Project
    vocabulary: Vocabulary
    targets: Targets

    def document(self, document: Document) -> LinkChecked:
        """Return what is wrong with the links and the names that one document says."""
        return _told_apart(
            chain(
                self._fields(document),
                self._body(document),
                check_names(document, self.vocabulary, self.project.settings.owners),
            )
        )

    def rest(self, shown: AbstractSet[str]) -> Iterator[Finding]:
        """Yield what is wrong with the links of the home page and the settings, and idle files.

        ``shown`` are the files that documents show.
        """
        home = _told_apart(self._home())
        yield from home.findings
        yield from check_settings(self.project, self.targets)
        yield from self._idle_files(shown | home.shown)

    def _fields(self, document: Document) -> Iterator[Finding | str]:
        for one in document.noted(_pointing):
            at = place_of(document, one)
            path = document.source.path
            if one.role == LINK:
                yield from self.targets.link(at, one.value, document)
            elif one.role == FILE or (one.role == ICON and ("/" in one.value or "." in one.value)):
                yield from self.targets.pictured(at, path, one.value)
            elif one.role == ICON:
                yield from self._icon(at, one.value)
            elif one.role == TEXT:
                yield from self._inline(at, document, one.value)

    def _body(self, document: Document) -> Iterator[Finding | str]:
        text = document.data.get("body")
        if not isinstance(text, str) or not _MARKS.search(text):
            return
        in_file = document.source.path.endswith(".md") and not document.inline
        body = Body(document.source, document.body_start, in_file)
        links = document.noted(_body_links)
        yield from self._prose(links, document.source.path, body, document)
        yield from _raw_html(document.noted(_body_html), body)

    def _home(self) -> Iterator[Finding | str]:
        home = self.content.home
        if home.source is not None:
            body = Body(home.source, home.body_start, has_own_lines=True)
            yield from self._prose(_every_link(home.home.body), home.source.path, body, None)
            yield from _raw_html(raw_html_in(home.home.body), body)

    def _idle_files(self, shown: AbstractSet[str]) -> Iterator[Finding]:
        """Yield files beside content that nothing shows.

        A document that could not be read may be the one that shows what lies in its folder.
        """
        unread = {_folder(d.source.path) for d in self.content.documents if d.node is None}
        for path in sorted(self.content.layout.assets - shown):
            if any(f"{_folder(path)}/".startswith(f"{folder}/") for folder in unread):
                continue
            yield forms.UNKNOWN_FILE.at(
                Location(path),
                f"nothing shows the file “{path.rpartition('/')[2]}”",
                "show it in a file beside it, move it to static/, or remove it",
            )

    def _prose(
        self, links: Iterable[Link], path: str, body: Body, document: Document | None
    ) -> Iterator[Finding | str]:
        for link in links:
            at = body.find(link.written or _EMPTY, link.first_line, link.last_line)
            yield from map(_in_prose, self.targets.linked(at, path, link, document))

    def _inline(self, field: Location, document: Document, text: str) -> Iterator[Finding | str]:
        for link in _every_link(text):
            at = inside(document.source, field, link.written or _EMPTY)
            yield from self.targets.linked(at, document.source.path, link, document)

    def _icon(self, at: Location, name: str) -> Iterator[Finding]:
        if name not in self.vocabulary.icons:
            yield unknown_icon(at, name, sorted(self.vocabulary.icons))


def place_of(document: Document, one: Occurrence) -> Location:
    """Return where a text of a document stands; where a list or mapping holds it, that."""
    node = find(document.node, one.path) if document.node else None
    if node is None and document.node is not None:
        node = find(document.node, one.path[:-1])
    if node is None:
        return document.opening
    end = node.end if isinstance(node, Scalar) else node.start + 1
    return document.source.at(node.start, end)


def _folder(path: str) -> str:
    return posixpath.dirname(path)
