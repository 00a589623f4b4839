"""What a template can ask: the site as it is seen from one page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from jmsite.checklist import rule_called
from jmsite.checklist.speech import speech_of
from jmsite.model.channel import Channel
from jmsite.model.ids import Ref
from jmsite.model.settings import Settings, Version
from jmsite.render.addresses import HOME, NOT_FOUND, anchor_of, full_address, index_of, link
from jmsite.render.card_places import Picture, picture_of
from jmsite.render.data.places import alternates
from jmsite.render.edition import Edition
from jmsite.render.feeds import FEED, feed_of, has_feeds
from jmsite.render.headings import HOME_FILE
from jmsite.render.history import HISTORY, has_history, history_of, last_changed, report_link
from jmsite.render.icons import use_of
from jmsite.render.inventory import source_of
from jmsite.render.links import place_of_file
from jmsite.render.navigation import Entry, directory
from jmsite.render.prose import Voice, alert_titles, plain
from jmsite.render.site_icons import SiteIcon, site_icons
from jmsite.render.theme_options import STYLESHEET, value_of
from jmsite.render.versions import choices
from jmsite.site.paths import find_path
from jmsite.site.site import Site
from jmsite.swimlane.items import ChannelMark, FileUse, KpiItem
from jmsite.swimlane.measures import kpi_item
from jmsite.words import Words, direction, region_of

_UNSAID = Markup(' aria-hidden="true"')
ICON_OF_MEDIUM = {"digital": "monitor", "human": "user", "physical": "store"}


class Link(NamedTuple):
    """A link with its words; the page that it is on may be where it leads."""

    title: str
    href: str
    is_current: bool


class View:
    """The site seen from the page at ``path``, which is about ``ref`` or about no single thing.

    ``anchors`` are those that the page has besides the headings of its texts. A view remembers
    which icons its page uses, so that they are drawn once at its end.
    """

    def __init__(
        self, edition: Edition, path: str, ref: Ref | None = None, anchors: Iterable[str] = ()
    ) -> None:
        self.edition = edition
        self.path = path
        self.about = ref
        self._icons: set[str] = set()
        self._taken = set(anchors)
        self._voices: dict[tuple[str, str], Voice] = {}
        self._by_ref: dict[Ref, Voice] = {}
        # A page names the same things again and again.
        self._links: dict[tuple[Ref, str], Markup] = {}

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

    @property
    def canonical(self) -> str:
        """Return the full address of the page, empty where the project has no base address.

        A past state is worth finding as what came of it: its pages name those of the newest.
        """
        base, past = self.settings.base_url, self.edition.archived
        page = past.newest.same(self.path, past.catalogue) if past else self.path
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
    def navigation(self) -> tuple[Entry, ...]:
        """Return the entries of the navigation."""
        return self.edition.navigation

    @cached_property
    def directory(self) -> tuple[Entry, ...]:
        """The lists that the site has."""
        return directory(self.edition)

    # Links

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
        """Return when the source of this page changed for the last time, and by whom, in words."""
        return last_changed(self.edition, self.source) if self.source else ""

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

    def option(self, name: str) -> Any:
        """Return what the project chose for an option of the theme, else the theme's default."""
        return value_of(self.edition.theme, self.settings.theme_options, name)

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

    # Things

    def title(self, ref: Ref) -> str:
        """Return what a thing is called, without marks."""
        return plain(self.edition.inventory.title(ref), self._language(ref))

    def name(self, ref: Ref) -> Markup:
        """Return what a thing is called, for inside a link."""
        if ref.kind in ("owner", "tag"):
            return Markup.escape(ref.id)
        return self.at(ref).label(self.edition.inventory.title(ref))

    def link(self, ref: Ref, class_: str = "") -> Markup:
        """Return a link to a thing, called by its title."""
        key = ref, class_
        if key not in self._links:
            attribute = f' class="{class_}"' if class_ else ""
            start = f'<a href="{escape(self.href(ref))}"{attribute}{self.lang(ref)}>'
            written = f"{start}{self.name(ref)}</a>"
            self._links[key] = Markup(written)  # noqa: S704 - every part is escaped
        return self._links[key]

    def aliases(self, ref: Ref) -> tuple[str, ...]:
        """Return the ids that a thing had before."""
        return getattr(self.edition.inventory.things.get(ref), "aliases", None) or ()

    def lang(self, ref: Ref) -> Markup:
        """Return the attribute that names the language of a thing where it is another."""
        return self.at(ref).lang

    def at(self, ref: Ref) -> Voice:
        """Return how the texts of a thing are written on this page."""
        if ref not in self._by_ref:
            known = ref in self.edition.inventory.things
            source = source_of(self.site, ref) if known else ""
            self._by_ref[ref] = self.voice(source, self._language(ref))
        return self._by_ref[ref]

    def voice(self, source: str, language: str = "") -> Voice:
        """Return how the texts of a source file are written on this page."""
        key = source, language
        if key not in self._voices:
            own = language or self.settings.language
            around = self.settings.language
            self._voices[key] = Voice(
                self.edition.links, self.path, source, own, around, self._taken, self._alerts
            )
        return self._voices[key]

    def ref(self, kind: str, id_: str, journey: str = "") -> Ref:
        """Return the name of a thing."""
        return Ref(kind, id_, journey)

    def inner(self, kind: str, ids: Iterable[str], journey: str) -> tuple[Ref, ...]:
        """Return the names of things inside a journey."""
        return tuple(Ref(kind, id_, journey) for id_ in ids)

    def written(self, kind: str, references: Iterable[str]) -> tuple[Ref, ...]:
        """Return the things that references of the form ``journey/id`` mean."""
        split = (reference.partition("/") for reference in references)
        return tuple(Ref(kind, id_, journey) for journey, _, id_ in split)

    def known(self, refs: Iterable[Ref]) -> tuple[Ref, ...]:
        """Return those of some things that the site shows."""
        return tuple(ref for ref in refs if ref in self.edition.inventory.things)

    def trail(self, kind: str, above: Iterable[Ref]) -> tuple[Markup, ...]:
        """Return the links that lead down to a page: the list of its kind, then things."""
        return self.to_index(kind), *(self.link(ref) for ref in above)

    def kpi_items(self, refs: Iterable[Ref]) -> tuple[KpiItem, ...]:
        """Return KPIs with their last values and trends."""
        return tuple(kpi_item(self.site.kpis[ref.id]) for ref in refs)

    def relation(self, fields: Iterable[str]) -> str:
        """Return how something relates to what it mentions in some of its fields.

        Most fields are named after what they mention, and a reader learns nothing of their name:
        these have no words.
        """
        words = self.words
        known = [words(f"relation.{name}") for name in fields if words.knows(f"relation.{name}")]
        return self.words.listed(known) if known else ""

    def score(self, journey: str) -> int | None:
        """Return the score of a journey in per cent, None where no check applies."""
        score = self.edition.outcome.score_of(Ref("journey", journey))
        return score.percent if score else None

    def rule(self, name: str) -> str:
        """Return what a rule of the checklist is called, in the language of the site."""
        rule = rule_called(name)
        return speech_of(rule, self.settings.language).title if rule else name

    def plain(self, text: str) -> str:
        """Return a text without marks, in the language of the site."""
        return plain(text, self.settings.language)

    # Icons

    def icon(self, name: str) -> Markup:
        """Return an icon of the theme."""
        self.uses(name)
        return use_of(name)

    def uses(self, name: str) -> str:
        """Return the link to an icon for a drawing of one's own; it is put on the page."""
        self._icons.add(name)
        return f"#i-{name}"

    def drawing(self, name: str, class_: str, label: str = "") -> Markup:
        """Return a drawing of the theme with a class; one without a label is for eyes alone."""
        self.uses(name)
        said = Markup(' role="img" aria-label="{}"').format(label) if label else _UNSAID
        return Markup('<svg class="{}"{}><use href="#i-{}"/></svg>').format(class_, said, name)

    def channel_icon(self, channel: Channel | ChannelMark) -> Markup:
        """Return the sign of a channel: the icon or picture chosen for it, else its medium's."""
        if channel.icon in self.edition.theme.icon_names:
            return self.icon(channel.icon)
        source = self._source_of_channel(channel) if channel.icon else ""
        if find_path(source, channel.icon, self.edition.links.files):
            return Markup('<img class="icon" src="{}" alt="">').format(
                self._file(source, channel.icon)
            )
        return self.icon(ICON_OF_MEDIUM[channel.medium])

    def symbols(self) -> Markup:
        """Return the definitions of the icons that were used so far."""
        return Markup().join(self.edition.theme.symbol(name) for name in sorted(self._icons))

    def _source_of_channel(self, channel: Channel | ChannelMark) -> str:
        if isinstance(channel, ChannelMark):
            return channel.icon_source
        return source_of(self.site, Ref("channel", channel.id))

    @cached_property
    def _alerts(self) -> dict[str, str]:
        return alert_titles(self.words)

    def _file(self, source: str, path: str) -> str:
        found = find_path(source, path, self.edition.links.files)
        return self.to(place_of_file(found)) if found else path

    def _language(self, ref: Ref) -> str:
        return self.edition.inventory.language(ref) or self.settings.language

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
        return urlsplit(self.settings.base_url).path.rstrip("/") + "/"
