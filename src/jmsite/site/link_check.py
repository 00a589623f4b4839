"""Links and pictures in sources: whether each leads to something that is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any
from urllib.parse import unquote

from jmsite import forms
from jmsite.content.document import Document
from jmsite.content.markdown import Link, is_remote, links_in, raw_html_in
from jmsite.content.nodes import Scalar, find
from jmsite.content.passages import Body, inside
from jmsite.content.read import Content
from jmsite.findings import Finding, Location
from jmsite.model.fields import FILE, ICON, LINK, TEXT
from jmsite.model.ids import Ref, is_id
from jmsite.model.journey import ALL_OTHER_LANES, Lane
from jmsite.model.settings import NavigationLink
from jmsite.site.anchors import Anchors
from jmsite.site.drafts import Drafts
from jmsite.site.known import check_lanes, check_language, check_owner
from jmsite.site.link_faults import (
    bad_scheme,
    broken,
    missing_file,
    nearest_picture,
    not_whole,
    unknown_icon,
)
from jmsite.site.names import key_or_value
from jmsite.site.paths import as_address, find_file, find_path
from jmsite.site.project import Project
from jmsite.site.references import Occurrence, occurrences_in
from jmsite.site.remarks import left_out
from jmsite.site.vocabulary import Vocabulary

# What stands for the address of a link in a text field: Markdown itself makes no link of it.
FOREIGN_SCHEME = re.compile(r"\]\(<?\s*([a-zA-Z][a-zA-Z0-9+.-]*:)")
# Without one of these a text can neither link nor show a picture, nor hold HTML.
_MARKS = re.compile(r"[\[\]<]")


@dataclass(frozen=True)
class LinkChecked:
    """What is wrong with the links of one document, and the files beside content that it shows."""

    findings: tuple[Finding, ...]
    shown: frozenset[str]


def _lanes(document: Document, vocabulary: Vocabulary) -> Iterator[Finding]:
    written = document.data.get("lanes") if document.kind.name == "journey" else None
    entries = written if isinstance(written, list) else []
    lanes = [_lane(each) for each in entries]

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
    language = document.data.get("language") if document.kind.name == "journey" else None
    if isinstance(language, str):
        yield from check_language(language, key_or_value(document, ("language",)))


def _owner(document: Document, project: Project) -> Iterator[Finding]:
    owner = document.data.get("owner")
    if isinstance(owner, str) and owner:
        at = key_or_value(document, ("owner",))
        yield from check_owner(owner, at, project.settings.owners)


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


def _body_links(document: Document) -> tuple[Link, ...]:
    return links_in(document.data["body"])


def _body_html(document: Document) -> tuple[tuple[int, str], ...]:
    return raw_html_in(document.data["body"])


def _raw_html(pieces: Iterable[tuple[int, str]], body: Body) -> Iterator[Finding]:
    for line, words in pieces:
        yield forms.RAW_HTML.at(
            body.find(words, line, line + 1),
            f"the HTML “{words[:40]}” is shown as text",
            "write Markdown",
        )


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
    drafts: Drafts
    anchors: Anchors
    vocabulary: Vocabulary

    def document(self, document: Document) -> LinkChecked:
        """Return what is wrong with the links and the names that one document says."""
        return _told_apart(
            chain(
                self._fields(document),
                self._body(document),
                _lanes(document, self.vocabulary),
                _language(document),
                _owner(document, self.project),
            )
        )

    def rest(self, shown: AbstractSet[str]) -> Iterator[Finding]:
        """Yield what is wrong with the links of the home page and the settings, and idle files.

        ``shown`` are the files that documents show.
        """
        home = _told_apart(self._home())
        yield from home.findings
        yield from self._settings()
        yield from self._idle_files(shown | home.shown)

    def _fields(self, document: Document) -> Iterator[Finding | str]:
        for one in document.noted(_pointing):
            at = self._at(document, one)
            path = document.source.path
            if one.role == LINK:
                yield from self._link(at, one.value, document)
            elif one.role == FILE or (one.role == ICON and ("/" in one.value or "." in one.value)):
                yield from self._pictured(at, path, one.value)
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
            yield from self._prose(links_in(home.home.body), home.source.path, body, None)
            yield from _raw_html(raw_html_in(home.home.body), body)

    def _settings(self) -> Iterator[Finding]:
        project, settings = self.project, self.project.settings
        if settings.logo:
            yield from (
                found
                for found in self._pictured(project.at("logo"), "", settings.logo)
                if isinstance(found, Finding)
            )
        addresses: list[tuple[tuple[str | int, ...], str]] = [
            *((("owners", name, "link"), owner.link) for name, owner in settings.owners.items()),
            *(
                (("navigation", index, "link"), entry.link)
                for index, entry in enumerate(settings.navigation or ())
                if isinstance(entry, NavigationLink)
            ),
        ]
        for path, address in addresses:
            yield from bad_scheme(project.at(*path), address)
            if path[0] == "navigation" and not is_remote(address):
                yield from self._static(project.at(*path), address)
        for name in ("base_url", "repository"):
            yield from not_whole(project.at(name), name, getattr(settings, name))

    def _static(self, at: Location, address: str) -> Iterator[Finding]:
        """Yield that a relative link of the settings leads to no file of ``static/``."""
        files = self.content.layout.static
        if find_file("", address, files) not in files:
            yield missing_file(at, address, nearest_picture(address, files), "")

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
            at = body.find(link.written, link.first_line, link.last_line)
            yield from self._linked(at, path, link, document)

    def _inline(self, field: Location, document: Document, text: str) -> Iterator[Finding | str]:
        for scheme in FOREIGN_SCHEME.findall(text):
            yield from bad_scheme(inside(document.source, field, scheme), scheme)
        for link in links_in(text):
            at = inside(document.source, field, link.written)
            yield from self._linked(at, document.source.path, link, document)

    def _link(self, at: Location, href: str, document: Document) -> Iterator[Finding | str]:
        wrong = tuple(bad_scheme(at, href))
        link = Link(href, href, False, 0, 1)  # noqa: FBT003  # no picture
        yield from wrong or self._target(at, document.source.path, link, document)

    def _icon(self, at: Location, name: str) -> Iterator[Finding]:
        if name not in self.vocabulary.icons:
            yield unknown_icon(at, name, sorted(self.vocabulary.icons))

    def _linked(
        self, at: Location, source: str, link: Link, document: Document | None
    ) -> Iterator[Finding | str]:
        """Yield what is wrong with a link or picture of Markdown, and the file that it shows."""
        if link.is_image:
            found = find_file(source, link.href, self._files)
            yield from self._picture(at, source, link.written, found, as_address)
        else:
            yield from self._target(at, source, link, document)

    def _pictured(self, at: Location, source: str, path: str) -> Iterator[Finding | str]:
        """Yield what is wrong with the picture of a field, and the file that it shows."""
        yield from self._picture(at, source, path, find_path(source, path, self._files), str)

    def _picture(
        self,
        at: Location,
        source: str,
        written: str,
        found: str | None,
        write: Callable[[str], str],
    ) -> Iterator[Finding | str]:
        if is_remote(written):
            yield forms.REMOTE_IMAGE.at(
                at, f"the picture “{written[:60]}” is on another host",
                "put the picture beside the file, or in static/",
            )  # fmt: skip
            return
        if found is not None and found.endswith((".md", ".yml")):
            found = None  # a source is no picture
        if found is None:
            near = nearest_picture(written, self._files)
            yield missing_file(at, written, near, source, write)
        # A picture that was probably meant is not called idle as well.
        yield from filter(None, [found or near])

    def _target(
        self, at: Location, source: str, link: Link, document: Document | None
    ) -> Iterator[Finding | str]:
        href = link.href
        if is_remote(href):
            return
        target = find_file(source, href, self._files)
        if target is None:
            yield broken(at, link, source, self._files, self.anchors.names)
            return
        anchor = href.partition("#")[2]
        if anchor and (target.endswith((".md", ".yml"))):
            yield from self.anchors.check(at, target, unquote(anchor))
        if target in self.content.layout.assets:
            yield target
        refs = self.anchors.things_at(target, unquote(anchor))
        yield from self._draft(at, refs or self.anchors.documents_of(target), document)

    def _draft(
        self, at: Location, refs: tuple[Ref, ...], document: Document | None
    ) -> Iterator[Finding]:
        hidden = bool(refs) and all(ref in self.drafts.hidden for ref in refs)
        if hidden and (document is None or document.ref not in self.drafts.hidden):
            yield left_out(at, "the link leads to a draft: the published site leaves it out")

    @cached_property
    def _files(self) -> frozenset[str]:
        layout = self.content.layout
        places = frozenset(place.path for place in layout.places)
        home = frozenset({layout.home} if layout.home else ())
        return places | layout.assets | layout.static | layout.series | home

    def _at(self, document: Document, one: Occurrence) -> Location:
        node = find(document.node, one.path) if document.node else None
        if node is None and document.node is not None:
            node = find(document.node, one.path[:-1])
        if node is None:
            return document.opening
        end = node.end if isinstance(node, Scalar) else node.start + 1
        return document.source.at(node.start, end)


def _folder(path: str) -> str:
    return posixpath.dirname(path)
