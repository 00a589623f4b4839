"""How texts and addresses are said to programs: links lead on, and no e-mail address goes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jmsite.content.hrefs import is_remote, scheme_of
from jmsite.content.markdown import plain
from jmsite.content.rewrite import led, without_html
from jmsite.files.mail import without_mail
from jmsite.model.ids import Ref
from jmsite.render.addresses import SHARED_KINDS, anchor_of
from jmsite.render.data.parts import Reference
from jmsite.render.edition import Edition

# Given a page of the site and a place on it, returns how it is addressed.
Aim = Callable[[str, str], str]


@dataclass(frozen=True)
class Tongue:
    """Says texts and addresses as one kind of output has them; ``aim`` addresses a page."""

    edition: Edition
    aim: Aim

    def reference(self, ref: Ref) -> Reference:
        """Return a thing by its name, what it is called and where it is shown."""
        return Reference(
            kind=ref.kind,
            id=ref.id,
            journey=ref.journey,
            title=self.title(ref),
            page=self.page(ref),
        )

    def title(self, ref: Ref) -> str:
        """Return what a thing is called, without marks."""
        said = self.edition.inventory.title(ref)
        return without_mail(said if ref.kind in SHARED_KINDS else plain(said))

    def page(self, ref: Ref) -> str:
        """Return the address of a thing."""
        return self.aim(self.edition.addresses.page_of(ref), anchor_of(ref))

    def text(self, source: str, text: str) -> str:
        """Return a text of a source file, which is Markdown."""
        said = led(without_html(text), lambda href, is_image: self._led(source, href, is_image))
        return without_mail(said)

    def link(self, source: str, href: str) -> str:
        """Return the address that a field holds, empty where nobody is to be told."""
        return without_mail(self._led(source, href) or "")

    def file(self, source: str, path: str) -> str:
        """Return the address of a picture of a field; what is no path is what it is."""
        found = self.edition.links.file("", source, path)
        return self._aimed(found) or "" if found else path

    def own(self, source: str, value: Any) -> Any:
        """Return the value of a key of the author's own: whatever YAML can say."""
        if isinstance(value, str):
            return self.text(source, value)
        if isinstance(value, dict):
            return {without_mail(str(key)): self.own(source, part) for key, part in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.own(source, part) for part in value]
        return value

    def _led(self, source: str, href: str, is_image: bool = False) -> str | None:  # noqa: FBT001, FBT002 - as Markdown asks
        if scheme_of(href) == "mailto":
            return None
        if is_remote(href):
            return href
        links = self.edition.links
        found = links.file("", source, href) if is_image else links.resolve("", source, href)
        return self._aimed(found) if found else None

    def _aimed(self, address: str) -> str | None:
        """Return an address of the site, from its root, as this output has it.

        None for a file that is called by an e-mail address.
        """
        page, _, anchor = address.partition("#")
        aimed = self.aim(page, anchor)
        return aimed if without_mail(aimed) == aimed else None
