"""Where a page stands, and where its links lead from there."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from jmsite.model.ids import Ref
from jmsite.model.settings import Settings
from jmsite.render.addresses import HOME, NOT_FOUND, anchor_of, full_address, index_of, link
from jmsite.render.edition import Edition
from jmsite.render.links import place_of_file
from jmsite.render.theme_options import value_of
from jmsite.site.paths import find_path
from jmsite.site.site import Site
from jmsite.swimlane.items import FileUse
from jmsite.words import Words, direction


class Place:
    """The page at ``path``, which is about ``ref`` or about no single thing.

    ``anchors`` are those that the page has besides the headings of its texts.
    """

    def __init__(
        self, edition: Edition, path: str, ref: Ref | None = None, anchors: Iterable[str] = ()
    ) -> None:
        self.edition = edition
        self.path = path
        self.about = ref
        self._taken = set(anchors)

    @property
    def site(self) -> Site:
        """Return the whole site."""
        return self.edition.site

    @property
    def settings(self) -> Settings:
        """Return what the project chose."""
        return self.edition.settings

    @property
    def words(self) -> Words:
        """Return the site's own words."""
        return self.edition.words

    @property
    def direction(self) -> str:
        """Return how the language of the site runs: ``ltr`` or ``rtl``."""
        return direction(self.settings.language)

    def to(self, page: str, anchor: str = "") -> str:
        """Return the link to a page of the site, or to a file of it."""
        return self._root + self.edition.links.to(self.path, page, anchor)

    def href(self, ref: Ref) -> str:
        """Return the link to a thing, an owner or a tag."""
        return self._root + self.edition.addresses.href(self.path, ref)

    def details(self, ref: Ref) -> str:
        """Return the link to everything that is told of a thing, field by field."""
        return self.to(self.edition.addresses.details_of(ref), anchor_of(ref))

    def asset(self, path: str) -> str:
        """Return the link to a file of the theme."""
        return self._from_root(f"assets/{path}")

    def has_asset(self, path: str) -> bool:
        """Tell whether the theme has a file."""
        return f"assets/{path}" in self.edition.theme.files

    def home(self) -> str:
        """Return the link to the home page."""
        return self.to(HOME)

    def picture(self, use: FileUse) -> str:
        """Return the link to a picture that content shows."""
        return self._file(use.source, use.path)

    def logo(self) -> str:
        """Return the link to the logo, empty where there is none."""
        return self._file("", self.settings.logo) if self.settings.logo else ""

    def logo_dark(self) -> str:
        """Return the link to the logo of dark pages, empty where one serves for both."""
        path = self.option("logo_dark")
        return self._file("", path) if path else ""

    def to_index(self, kind: str) -> Markup:
        """Return a link to the list of a kind; that of journeys is the home page."""
        target = self.home() if kind == "journey" else self.to(index_of(kind))
        return Markup('<a href="{}">{}</a>').format(target, self.words(f"kinds.{kind}"))

    def full(self, ref: Ref) -> str:
        """Return the full address of a thing's page; a relative link where there is no base."""
        return self.address(self.edition.addresses.page_of(ref))

    def address(self, page: str) -> str:
        """Return the full address of a page or file; a relative link where there is no base."""
        base = self.settings.base_url
        return full_address(base, self.edition.place + page) if base else self.to(page)

    def option(self, name: str) -> Any:
        """Return what the project chose for an option of the theme, else the theme's default."""
        return value_of(self.edition.theme, self.settings.theme_options, name)

    def _file(self, source: str, path: str) -> str:
        found = find_path(source, path, self.edition.links.files)
        return self.to(place_of_file(found)) if found else path

    def _from_root(self, page: str) -> str:
        """Return the link to what is published with the newest state, or is another one."""
        return self._root + link(self.edition.place + self.path, quote(page))

    @cached_property
    def _root(self) -> str:
        """What goes before links where a page is shown at another address than its own.

        A host shows the page for what was not found at any depth, so its links have to be full.
        """
        if self.path != NOT_FOUND or not self.settings.base_url:
            return ""
        return urlsplit(full_address(self.settings.base_url, "")).path
