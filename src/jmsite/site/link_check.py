"""Links and pictures in sources: whether each leads to something that is there."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from urllib.parse import unquote

from jmsite import forms
from jmsite.content.document import Document
from jmsite.content.markdown import SCHEMES, is_remote, links_in, raw_html_in, scheme_of
from jmsite.content.nodes import Scalar, find
from jmsite.content.read import Content
from jmsite.content.text import SourceText
from jmsite.findings import Finding, Location
from jmsite.model.fields import FILE, ICON, LINK, TEXT
from jmsite.model.journey import ALL_OTHER_LANES, Lane
from jmsite.model.settings import NavigationLink
from jmsite.site.anchors import Anchors
from jmsite.site.drafts import Drafts
from jmsite.site.known import check_lanes, check_language
from jmsite.site.names import Names, key_or_value
from jmsite.site.project import Project
from jmsite.site.references import Occurrence, occurrences
from jmsite.site.remarks import left_out
from jmsite.site.vocabulary import Vocabulary


def check_links(
    content: Content, project: Project, names: Names, drafts: Drafts, vocabulary: Vocabulary
) -> Iterator[Finding]:
    """Yield every link, picture and icon that leads nowhere, and files that nothing shows."""
    checker = _Checker(content, drafts, Anchors(content, names), vocabulary)
    shown: set[str] = set()
    for document in content.documents:
        for found in chain(checker.fields(document), checker.body(document)):
            if isinstance(found, Finding):
                yield found
            else:
                shown.add(found)
        yield from _lanes(document, vocabulary)
        yield from _language(document)
    for found in checker.home():
        if isinstance(found, Finding):
            yield found
        else:
            shown.add(found)
    yield from checker.settings(project)
    yield from checker.idle_files(shown)


def _lanes(document: Document, vocabulary: Vocabulary) -> Iterator[Finding]:
    written = document.data.get("lanes") if document.kind.name == "journey" else None
    entries = written if isinstance(written, list) else []
    # What is no lane, or has no id, is told as such: here it is taken for one that exists.
    lanes = [
        Lane(id=str(lane.get("id", ALL_OTHER_LANES)), from_=str(lane.get("from", "")))
        for lane in (each if isinstance(each, dict) else {} for each in entries)
    ]

    def at(*path: str | int) -> Location:
        node = find(document.node, ("lanes", *path)) if document.node else None
        return document.source.at(node.start, node.end) if node else document.opening

    yield from check_lanes(lanes, at, vocabulary)


def _language(document: Document) -> Iterator[Finding]:
    language = document.data.get("language") if document.kind.name == "journey" else None
    if isinstance(language, str):
        yield from check_language(language, key_or_value(document, ("language",)))


@dataclass(frozen=True)
class _Checker:
    content: Content
    drafts: Drafts
    anchors: Anchors
    vocabulary: Vocabulary

    def fields(self, document: Document) -> Iterator[Finding | str]:
        """Yield what is wrong with the links of a document's fields, and the files they show."""
        for one in occurrences(document.data, document.kind.type):
            if not isinstance(one.value, str) or one.path == ("body",):
                continue
            at = self._at(document, one)
            path = document.source.path
            if one.role == LINK:
                yield from self._link(at, one.value, document)
            elif one.role == FILE or (one.role == ICON and ("/" in one.value or "." in one.value)):
                yield from self._picture(at, path, one.value)
            elif one.role == ICON:
                yield from self._icon(at, one.value)
            elif one.role == TEXT:
                yield from self._inline(at, document, one.value)

    def body(self, document: Document) -> Iterator[Finding | str]:
        """Yield what is wrong with the links of a body, and the files it shows."""
        text = document.data.get("body")
        if isinstance(text, str) and text.strip():
            in_file = document.source.path.endswith(".md") and not document.inline
            body = _Body(document.source, document.body_start, in_file)
            yield from self._prose(document.source.path, text, body, document)

    def home(self) -> Iterator[Finding | str]:
        """Yield what is wrong with the links of the home page, and the files it shows."""
        home = self.content.home
        if home.source is not None:
            body = _Body(home.source, home.body_start, has_own_lines=True)
            yield from self._prose(home.source.path, home.home.body, body, None)

    def settings(self, project: Project) -> Iterator[Finding]:
        """Yield what is wrong with the logo and the links of the settings."""
        settings = project.settings
        if settings.logo:
            yield from (
                found
                for found in self._picture(project.at("logo"), "", settings.logo)
                if isinstance(found, Finding)
            )
        addresses: list[tuple[tuple[str | int, ...], str]] = [
            (("base_url",), settings.base_url),
            (("repository",), settings.repository),
            *((("owners", name, "link"), owner.link) for name, owner in settings.owners.items()),
            *(
                (("navigation", index, "link"), entry.link)
                for index, entry in enumerate(settings.navigation or ())
                if isinstance(entry, NavigationLink)
            ),
        ]
        for path, address in addresses:
            if address:
                yield from _bad_scheme(project.at(*path), address)

    def idle_files(self, shown: set[str]) -> Iterator[Finding]:
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
        self, path: str, text: str, body: _Body, document: Document | None
    ) -> Iterator[Finding | str]:
        for link in links_in(text):
            at = body.find(link.href, link.first_line, link.last_line)
            if link.is_image:
                yield from self._picture(at, path, link.href)
            else:
                yield from self._target(at, path, link.href, document)
        for line, words in raw_html_in(text):
            yield forms.RAW_HTML.at(
                body.find(words, line, line + 1),
                f"the HTML “{words[:40]}” is shown as text",
                "write Markdown",
            )

    def _inline(self, field: Location, document: Document, text: str) -> Iterator[Finding | str]:
        for link in links_in(text):
            at = _inside(document.source, field, link.href)
            if link.is_image:
                yield from self._picture(at, document.source.path, link.href)
            else:
                yield from self._target(at, document.source.path, link.href, document)

    def _link(self, at: Location, href: str, document: Document) -> Iterator[Finding | str]:
        wrong = tuple(_bad_scheme(at, href))
        yield from wrong or self._target(at, document.source.path, href, document)

    def _icon(self, at: Location, name: str) -> Iterator[Finding]:
        if name not in self.vocabulary.icons:
            near = difflib.get_close_matches(name, sorted(self.vocabulary.icons), 3, 0.5)
            said = "did you mean " + " or ".join(f"“{n}”" for n in near) + "?"
            yield forms.UNKNOWN_NAME.at(
                at, f"there is no icon “{name}”",
                said if near else "name one of the icons that come along, or a path to a picture",
            )  # fmt: skip

    def _picture(self, at: Location, source: str, href: str) -> Iterator[Finding | str]:
        if is_remote(href):
            yield forms.REMOTE_IMAGE.at(
                at, f"the picture “{href[:60]}” is on another host",
                "put the picture beside the file, or in static/",
            )  # fmt: skip
            return
        found = self._file(source, href.partition("#")[0].partition("?")[0])
        if found is None:
            near = _nearest_picture(href, self._files)
            yield _missing_file(at, href, near, source)
        # A picture that was probably meant is not called idle as well.
        yield from filter(None, [found or near])

    def _target(
        self, at: Location, source: str, href: str, document: Document | None
    ) -> Iterator[Finding | str]:
        if is_remote(href):
            return
        path, _, anchor = href.partition("#")
        target = self._file(source, unquote(path.partition("?")[0])) if path else source
        if target is None:
            yield _broken(at, href, source, self._files)
            return
        if anchor and (target.endswith((".md", ".yml"))):
            yield from self.anchors.check(at, target, unquote(anchor))
        if target in self.content.layout.assets:
            yield target
        yield from self._draft(at, target, document)

    def _draft(self, at: Location, target: str, document: Document | None) -> Iterator[Finding]:
        refs = self.anchors.documents_of(target)
        hidden = bool(refs) and all(ref in self.drafts.hidden for ref in refs)
        if hidden and (document is None or document.ref not in self.drafts.hidden):
            yield left_out(at, "the link leads to a draft: the published site leaves it out")

    def _file(self, source: str, href: str) -> str | None:
        """Return the file of the project that a path in a source means, or None."""
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(source), href))
        rooted = posixpath.normpath(href.lstrip("/"))
        candidates = [rooted] if href.startswith("/") else [beside]
        if href.startswith("static/"):
            candidates.append(rooted)
        for path in candidates:
            for each in (path, f"{path}/index.md"):
                if each in self._files:
                    return each
        return None

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


@dataclass(frozen=True)
class _Body:
    """A body in its source: from a line and words in it to a place."""

    source: SourceText
    start: int
    has_own_lines: bool

    def find(self, words: str, first: int, last: int) -> Location:
        """Return where words stand, looked for from a line of the body on, counted from 0.

        The lines of a body that is a YAML text need not be lines of the file.
        """
        starts, text = self.source.line_starts, self.source.text
        line = self.source.at(self.start).line - 1
        begin, end = self.start, len(text)
        if self.has_own_lines:
            begin = starts[min(line + first, len(starts) - 1)]
            end = starts[line + last] if line + last < len(starts) else end
        found = text.find(words, begin, end)
        found = found if found >= 0 else text.find(words, self.start)
        return self.source.at(found, found + len(words)) if found >= 0 else self.source.at(begin)


def _inside(source: SourceText, field: Location, words: str) -> Location:
    """Return where words stand in the first line of a field, else the place of the field."""
    line = source.line(field.line)
    found = line.find(words, field.column - 1)
    return replace(field, column=found + 1, length=len(words)) if found >= 0 else field


def _folder(path: str) -> str:
    return posixpath.dirname(path)


def _bad_scheme(at: Location, href: str) -> Iterator[Finding]:
    scheme = scheme_of(href)
    if scheme and scheme not in SCHEMES:
        yield forms.BAD_LINK.at(
            at, f"a link cannot go to “{scheme}:”",
            "links go to http, https, mailto or tel, or are relative",
        )  # fmt: skip


def _nearest_picture(href: str, files: frozenset[str]) -> str | None:
    paths = {posixpath.basename(f): f for f in sorted(files) if not f.endswith((".md", ".yml"))}
    near = difflib.get_close_matches(posixpath.basename(href), sorted(paths), 1, 0.6)
    return paths[near[0]] if near else None


def _missing_file(at: Location, href: str, near: str | None, source: str) -> Finding:
    hint = "put the file beside this one, or in static/" if source else "put the file in static/"
    if near:
        hint = f"did you mean “{posixpath.relpath(near, posixpath.dirname(source) or '.')}”?"
    return forms.MISSING_FILE.at(at, f"there is no file “{href}”", hint)


def _alike(one: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, one, other).ratio() > 0.7


def _broken(at: Location, href: str, source: str, files: frozenset[str]) -> Finding:
    path = href.partition("#")[0]
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    alike = [f for f in sorted(files) if _alike(posixpath.basename(f), posixpath.basename(beside))]
    near = difflib.get_close_matches(beside, alike, 1, 0.6)
    if near:
        relative = posixpath.relpath(near[0], posixpath.dirname(source) or ".")
        hint = f"did you mean “{relative}”?"
    elif href.startswith("www."):
        hint = f"did you mean “https://{href}”?"
    elif path.endswith(".html"):
        hint = "link to the source file, such as ../personas/camille.md"
    else:
        hint = "links are relative to the file that they stand in"
    return forms.BROKEN_LINK.at(at, f"the link leads to no file: “{href}”", hint)
