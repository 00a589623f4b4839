"""What a template can ask: the site as it is seen from one page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from jmsite.content.layout import HOME as HOME_FILE
from jmsite.model.ids import Ref
from jmsite.model.settings import Version
from jmsite.render.addresses import HOME, full_address
from jmsite.render.card_places import Picture, picture_of
from jmsite.render.data.places import alternates
from jmsite.render.feeds import FEED, feed_of, has_feeds
from jmsite.render.history import HISTORY, has_history, history_of, last_changed, report_link
from jmsite.render.inventory import source_of
from jmsite.render.navigation import Entry, directory
from jmsite.render.site_icons import SiteIcon, site_icons
from jmsite.render.theme_options import STYLESHEET
from jmsite.render.versions import choices
from jmsite.render.view_signs import Signs
from jmsite.render.view_things import Things
from jmsite.words import region_of


class Link(NamedTuple):
    """A link with its words; the page that it is on may be where it leads."""

    title: str
    href: str
    is_current: bool


class View(Things, Signs):
    """The site seen from one page: what stands at its head and foot, in its texts and drawings."""

    @property
    def canonical(self) -> str:
        """Return the full address of the page, empty where the project has no base address.

        A past state is worth finding as what came of it: its pages name those of the newest.
        """
        base, past = self.settings.base_url, self.edition.archived
        page = past.came_of(self.path) if past else self.path
        return full_address(base, page) if base and page else ""

    @cached_property
    def versions(self) -> tuple[Link, ...]:
        """What a reader can switch to; nothing where the project keeps no past states."""
        if not self.settings.versions:
            return ()
        every = choices(self.edition, self.path)
        return tuple(Link(one.title, self._from_root(one.page), one.is_current) for one in every)

    @property
    def archived(self) -> Version | None:
        """Return which past state this is, None on a page of the newest."""
        return self.edition.archived.version if self.edition.archived else None

    @property
    def is_gone(self) -> bool:
        """Tell whether this is the page of a past state of which the newest knows nothing."""
        past = self.edition.archived
        return past is not None and past.came_of(self.path) is None

    @property
    def navigation(self) -> tuple[Entry, ...]:
        """Return the entries of the navigation."""
        return self.edition.navigation

    @cached_property
    def directory(self) -> tuple[Entry, ...]:
        """The lists that the site has."""
        return directory(self.edition)

    @property
    def card(self) -> Picture | None:
        """Return the picture by which others show a link to this page.

        There is none without an address, and none of a past state.
        """
        is_shown = self.settings.base_url and not self.edition.archived
        return picture_of(self.edition, self.about) if is_shown else None

    @property
    def locale(self) -> str:
        """Return the language of the site with a region, as ``fr_FR``; empty for an unknown one."""
        return region_of(self.settings.language)

    @property
    def site_icons(self) -> Iterable[SiteIcon]:
        """Return the files that show the sign of the site, the best last."""
        return site_icons(self.edition)

    @cached_property
    def source(self) -> str:
        """The source file that this page is made of; empty where it is made of many."""
        if self.about is not None and self.about in self.edition.inventory.things:
            return source_of(self.site, self.about)
        is_home = self.path == HOME and HOME_FILE in self.edition.links.files
        return HOME_FILE if is_home else ""

    def edit_link(self) -> str:
        """Return where the source of this page is edited; empty where nobody says."""
        return self.edition.edit_link(self.source) if self.source else ""

    def report_link(self, title: str) -> str:
        """Return where readers report what this page, of that title, lacks; empty for nowhere."""
        if self.archived:
            return ""
        return report_link(self.settings, title, self.source, self.canonical)

    def last_changed(self) -> str:
        """Return when what this page tells changed for the last time, and by whom, in words.

        The home page tells of everything, a list of nothing that has a day of its own.
        """
        is_of_thing = self.about is not None and self.about in self.edition.inventory.things
        is_told = is_of_thing or self.path == HOME
        return last_changed(self.edition, self.about) if is_told else ""

    def history(self, ref: Ref | None = None) -> str:
        """Return the link to what changed in a journey, or on the site; empty for no such page."""
        page = history_of(ref) if ref else HISTORY
        return self.to(page) if has_history(self.edition) else ""

    def feed(self, ref: Ref | None = None) -> str:
        """Return the link to the feed of a journey, or of the site; empty where there is none."""
        return self.to(feed_of(ref) if ref else FEED) if has_feeds(self.edition) else ""

    def feeds(self) -> Iterable[tuple[str, str]]:
        """Return the feeds that belong to this page: what they are called, and links to them."""
        words, about = self.words, self.about
        of_journey = (about,) if about and about.kind == "journey" else ()
        every = ((self.settings.title, None), *((self.title(ref), ref) for ref in of_journey))
        told = ((words("history.changes", title=title), self.feed(ref)) for title, ref in every)
        return tuple(one for one in told if one[1])

    def edit_place(self, path: str, line: int = 0) -> str:
        """Return where a source file is edited, at a line of it; empty where nobody says."""
        return self.edition.edit_link(path, line)

    def options(self) -> str:
        """Return the link to what the project chose of the theme, empty where it chose nothing."""
        return self.to(STYLESHEET) if self.edition.options else ""

    def theme_styles(self) -> tuple[str, ...]:
        """Return the links to the stylesheets that the theme adds to every page."""
        return tuple(self.asset(path) for path in self.edition.theme.declared.styles)

    def theme_scripts(self) -> tuple[str, ...]:
        """Return the links to the scripts that the theme adds to every page."""
        return tuple(self.asset(path) for path in self.edition.theme.declared.scripts)

    def alternates(self) -> tuple[tuple[str, str], ...]:
        """Return what tells the same to programs: media types, and links to the files."""
        told = self.edition.addresses.page_of(self.about) if self.about else self.path
        return alternates(self.edition, self.path, told)
