"""The texts of authors as HTML: Markdown rendered, links resolved, typography of the language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from markupsafe import Markup

from jmsite.content import markdown, rendering
from jmsite.render.links import Links
from jmsite.words import Words, direction, language_of
from jmsite.words.typography import french

# What every link and picture has in it, written with marks or bare.
_MAY_LEAD = re.compile(r"[\[<@]|://|www\.", re.IGNORECASE)
_ALERTS = ("note", "tip", "important", "warning", "caution")


@dataclass(frozen=True)
class Voice:
    """Writes the texts of one source file on one page, in the language of what they say.

    ``around`` is the language of the page. ``taken`` holds the anchors of the page; headings of
    bodies add theirs.
    """

    links: Links
    page: str
    source: str
    language: str
    around: str
    taken: set[str]
    alerts: Mapping[str, str]

    @cached_property
    def lang(self) -> Markup:
        """The attribute that names the language, empty where it is the page's own.

        Where the language runs the other way than that of the page, a second one says so.
        """
        if self.language == self.around:
            return Markup()
        runs = direction(self.language)
        turned = Markup(' dir="{}"').format(runs) if runs != direction(self.around) else ""
        return Markup(' lang="{}"{}').format(self.language, turned)

    @property
    def drawn_lang(self) -> Markup:
        """Return the same for an element of a drawing, which knows no attribute ``dir``."""
        return Markup(self.lang.replace(" dir=", " direction="))  # noqa: S704 - was markup

    @property
    def arrow(self) -> str:
        """Return what leads from one thing to the next where the language is read."""
        return "←" if direction(self.language) == "rtl" else "→"

    def text(self, text: object) -> Markup:
        """Return a text field, which is inline Markdown."""
        said = str(text)
        if _MAY_LEAD.search(said):
            return rendering.render_inline(said, self._page(self._resolve))
        return _without_links(said, self.language)

    def prose(self, text: str, level: int = 2) -> Markup:
        """Return a body, which is Markdown; ``level`` is that of its highest heading."""
        return rendering.render_block(text, self._page(self._resolve, level))

    def label(self, text: str) -> Markup:
        """Return a text field without its links, for what is itself a link or a button."""
        return _without_links(text, self.language)

    def plain(self, text: str) -> str:
        """Return a text field without its marks, for titles and attributes."""
        return plain(text, self.language)

    def href(self, address: str) -> str:
        """Return the link of a field; it may lead to a file of the project."""
        return self.links.resolve(self.page, self.source, address) or address

    def file(self, path: str) -> str:
        """Return the link to a picture of a field."""
        return self.links.file(self.page, self.source, path) or path

    def _page(self, resolve: rendering.Resolve, level: int = 2) -> rendering.Page:
        return rendering.Page(resolve, self.taken, level, _polish(self.language), self.alerts)

    def _resolve(self, href: str, is_image: bool) -> str | None:  # noqa: FBT001 - as Markdown asks
        if is_image:
            return self.links.file(self.page, self.source, href)
        return self.links.resolve(self.page, self.source, href)


@lru_cache(maxsize=1 << 13)
def _without_links(text: str, language: str) -> Markup:
    """Return a text field without its links: it is the same on every page."""
    return rendering.render_inline(text, rendering.Page(_no_link, polish=_polish(language)))


@lru_cache(maxsize=1 << 13)
def plain(text: str, language: str) -> str:
    """Return a text field without its marks, with the spaces of its language."""
    return _polish(language)(markdown.plain(text))


def alert_titles(words: Words) -> dict[str, str]:
    """Return the titles of alerts in the words of a site, by the name that Markdown has."""
    return {alert: words(f"alert.{alert}") for alert in _ALERTS}


def _polish(language: str) -> Callable[[str], str]:
    return french if language_of(language) == "fr" else str


def _no_link(_href: str, _is_image: bool) -> None:  # noqa: FBT001 - as Markdown asks
    return None
