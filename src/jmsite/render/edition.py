"""What all pages of one build share: the site, its theme, its words and its addresses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from jmsite.change.past import NO_PAST, Past
from jmsite.checklist import Outcome
from jmsite.files.tree import Tree
from jmsite.model.journey import Journey
from jmsite.model.settings import Settings
from jmsite.render.addresses import Addresses, slugs_of
from jmsite.render.gaps import Gaps
from jmsite.render.inventory import PAGE_KINDS, Inventory
from jmsite.render.links import Links
from jmsite.render.map_view import MapView, map_view
from jmsite.render.memory import PageMemory
from jmsite.render.navigation import Entry, navigation
from jmsite.render.theme import Theme
from jmsite.render.theme_options import stylesheet
from jmsite.render.versions import Archived
from jmsite.site.site import Site
from jmsite.swimlane.build import build_map
from jmsite.words import Words


@dataclass(frozen=True)
class Edition:
    """A site about to be published: everything that does not hang on the page one is on."""

    site: Site
    tree: Tree
    theme: Theme
    outcome: Outcome
    memory: PageMemory
    past: Past = NO_PAST
    archived: Archived | None = None

    @property
    def settings(self) -> Settings:
        """Return what the project chose."""
        return self.site.settings

    @property
    def place(self) -> str:
        """Return the folder of the site that it stands in; empty for the newest state."""
        return self.archived.place if self.archived else ""

    @cached_property
    def words(self) -> Words:
        """The site's own words."""
        return self.memory.kept(Words, self.settings.language)

    @cached_property
    def inventory(self) -> Inventory:
        """Everything there is, by name."""
        return Inventory(self.site, self.memory)

    @cached_property
    def addresses(self) -> Addresses:
        """Where everything stands."""
        return Addresses(self.memory.kept(slugs_of, self.inventory.shared))

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The paths of all files of the project, sorted."""
        return self.memory.agreed("paths", self.tree.paths())

    @cached_property
    def links(self) -> Links:
        """Where the links of authors lead."""
        files = self.memory.kept(_set_of, self.paths)
        if self.archived and self.archived.gone:
            files -= self.archived.gone
        return Links(self.inventory, self.addresses, files, self.archived)

    @cached_property
    def gaps(self) -> Gaps:
        """What the checklist found missing."""
        return Gaps(self.site, self.outcome, self.settings.language, self.memory)

    @cached_property
    def navigation(self) -> tuple[Entry, ...]:
        """The entries of the navigation, the same on every page."""
        return navigation(self)

    @cached_property
    def options(self) -> str:
        """The stylesheet of what the project chose of the theme; empty where it chose nothing."""
        given = self.settings.theme_options
        of = self.theme, self.memory.agreed("options", repr(given))
        return self.memory.kept(stylesheet, self.theme, given, of=of)

    def drawn(self, journey: Journey) -> MapView:
        """Return the map of a journey as it is drawn; several pages show it, so it is kept."""
        return self.memory.of(journey).kept(_drawn, self, journey, of=self.surroundings)

    @cached_property
    def felt_by(self) -> tuple[object, ...]:
        """What the feelings of a journey, and what is done where it hurts, are told by."""
        site = self.site
        told = site.personas, site.sources, site.opportunities, site.mentions
        return (*told, self.memory.agreed("today", site.today), self.paths)

    @cached_property
    def surroundings(self) -> tuple[object, ...]:
        """What a journey is shown with: what it may name, who names it, and where files are."""
        site, memory = self.site, self.memory
        journeys = tuple((journey.id, journey.title) for journey in site.journeys.values())
        return (
            *(site.of_kind(kind) for kind in PAGE_KINDS if kind not in ("journey", "page")),
            site.mentions,
            site.settings,
            memory.agreed("today", site.today),
            memory.agreed("journeys", journeys),
            self.paths,
        )

    @cached_property
    def ground(self) -> object:
        """What is the same object as before only where every page that shows the site is, too."""
        site, kept = self.site, self.memory.agreed
        rest = site.journeys, site.pages, site.home, self.theme.environment
        options = kept("stylesheet", self.options)
        lost = kept("lost", (site.incomplete, site.incomplete_kinds, tuple(site.lost.items())))
        past = kept("past", (self.past.stamp, site.hidden, tuple(site.renamed.items())))
        around = kept("archived", self.archived and self.archived.stamp)
        beside = options, lost, past, around
        return self.memory.kept(_ground, of=(*self.surroundings, *rest, *beside))

    def edit_link(self, source: str, line: int = 0) -> str:
        """Return where a source file is edited; empty where the project does not say.

        A line, counted from 1, is named as git hosts do: ``#L12``.
        """
        settings = self.settings
        if not settings.repository or not settings.edit_path or self.archived:
            return ""
        path = settings.edit_path.replace("{path}", source)
        place = f"#L{line}" if line else ""
        return f"{settings.repository.rstrip('/')}/{path.lstrip('/')}{place}"


def _set_of(paths: tuple[str, ...]) -> frozenset[str]:
    return frozenset(paths)


def _drawn(edition: Edition, journey: Journey) -> MapView:
    map_ = build_map(edition.site, journey)
    return map_view(map_, edition.words, edition.settings.language)


def _ground() -> object:
    return object()
