"""What links and pictures lead to: a file of the project or a place in one, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from jmsite import forms
from jmsite.content.document import Document
from jmsite.content.hrefs import is_remote, scheme_of
from jmsite.content.layout import Layout
from jmsite.content.markdown import Link
from jmsite.findings import Finding, Location
from jmsite.model.ids import Ref
from jmsite.site.anchors import Anchors
from jmsite.site.drafts import Drafts
from jmsite.site.link_faults import (
    bad_scheme,
    broken,
    missing_file,
    nearest_picture,
    no_address,
)
from jmsite.site.paths import as_address, find_file, find_path
from jmsite.site.remarks import left_out


@dataclass(frozen=True)
class Targets:
    """Tells of links and pictures what is wrong with each, and which files they show.

    Each is told of with the file that it stands in (``source``), and a link with the document that
    says it, if one does.
    """

    layout: Layout
    anchors: Anchors
    drafts: Drafts

    def link(self, at: Location, href: str, document: Document) -> Iterator[Finding | str]:
        """Yield what is wrong with the address in a field, and the file that it shows."""
        wrong = tuple(bad_scheme(at, href))
        link = Link(href, href, False, 0, 1)  # noqa: FBT003  # no picture
        yield from wrong or self._target(at, document.source.path, link, document)

    def linked(
        self, at: Location, source: str, link: Link, document: Document | None
    ) -> Iterator[Finding | str]:
        """Yield what is wrong with a link or picture of Markdown, and the file that it shows."""
        if not link.href:
            yield no_address(at, link)
        elif link.is_image:
            found = find_file(source, link.href, self.files)
            yield from self._picture(at, source, link.written, found, as_address)
        else:
            yield from bad_scheme(at, link.href)
            yield from self._target(at, source, link, document)

    def pictured(self, at: Location, source: str, path: str) -> Iterator[Finding | str]:
        """Yield what is wrong with the picture of a field, and the file that it shows."""
        yield from self._picture(at, source, path, find_path(source, path, self.files), str)

    @cached_property
    def files(self) -> frozenset[str]:
        """The files of the project that something can lead to."""
        layout = self.layout
        places = frozenset(place.path for place in layout.places)
        home = frozenset({layout.home} if layout.home else ())
        return places | layout.assets | layout.static | layout.series | home

    def _picture(
        self,
        at: Location,
        source: str,
        written: str,
        found: str | None,
        write: Callable[[str], str],
    ) -> Iterator[Finding | str]:
        if is_remote(written):
            where = "no file" if scheme_of(written) == "data" else "on another host"
            yield forms.REMOTE_IMAGE.at(
                at, f"the picture “{written[:60]}” is {where}",
                "put the picture beside the file, or in static/",
            )  # fmt: skip
            return
        if found is not None and found.endswith((".md", ".yml")):
            yield forms.MISSING_FILE.at(
                at, f"“{written}” is no picture", "name a picture, or link to the file"
            )
            return
        if found is None:
            near = nearest_picture(written, self.files)
            yield missing_file(at, written, near, source, write)
        # A picture that was probably meant is not called idle as well.
        yield from filter(None, [found or near])

    def _target(
        self, at: Location, source: str, link: Link, document: Document | None
    ) -> Iterator[Finding | str]:
        href = link.href
        if is_remote(href):
            return
        target = find_file(source, href, self.files)
        if target is None:
            yield broken(at, link, source, self.files, self.anchors.names)
            return
        anchor = href.partition("#")[2]
        if anchor and (target.endswith((".md", ".yml"))):
            yield from self.anchors.check(at, target, unquote(anchor))
        if target in self.layout.assets:
            yield target
        refs = self.anchors.things_at(target, unquote(anchor))
        yield from self._draft(at, refs or self.anchors.documents_of(target), document)

    def _draft(
        self, at: Location, refs: tuple[Ref, ...], document: Document | None
    ) -> Iterator[Finding]:
        hidden = bool(refs) and all(ref in self.drafts.hidden for ref in refs)
        if hidden and (document is None or document.ref not in self.drafts.hidden):
            yield left_out(at, "the link leads to a draft: the published site leaves it out")
